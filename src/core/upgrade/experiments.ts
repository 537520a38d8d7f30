import { becameStandard, safeExperimentsIn } from "../coder/experimentTable.ts";
import type { DeploymentOption } from "../coder/model.ts";
import type { Edition } from "./edition.ts";

/** An enabled experiment that a later version doesn't have. */
export interface EndedExperiment {
	readonly name: string;
	/** Whether its feature has been always on since then. */
	readonly standard: boolean;
}

/** The effects of an upgrade on experiments. All lists are empty if a version's experiments are unknown. */
export interface ExperimentChanges {
	readonly ended: readonly EndedExperiment[];
	/** What `*` enables in only one of the versions; missing if `*` isn't used or nothing changes. */
	readonly star?: { readonly gone: readonly string[]; readonly come: readonly string[] };
	/** Experiments that are safe to use in the new version and aren't enabled. */
	readonly safe: readonly string[];
}

/** @param enabled the names of the enabled experiments */
export function experimentChanges(
	from: Edition,
	to: Edition,
	enabled: readonly string[],
	options: readonly DeploymentOption[],
): ExperimentChanges {
	const after = to.experiments;
	if (!after) return { ended: [], safe: [] };
	const safe = safeExperimentsIn(to.release);
	const value = options.find(({ id }) => id === "CODER_EXPERIMENTS")?.value;
	const usesStar = Array.isArray(value) && value.includes("*");
	const before = usesStar && from.known ? safeExperimentsIn(from.release) : safe;
	const star = { gone: without(before, safe), come: without(safe, before) };
	return {
		ended: [...new Set(enabled)]
			.filter((name) => from.experiments?.has(name) && !after.has(name))
			.map((name) => ({ name, standard: becameStandard(name) })),
		...(star.gone.length + star.come.length > 0 && { star }),
		safe: without(safe, new Set(enabled)),
	};
}

function without(all: ReadonlySet<string>, some: ReadonlySet<string>): string[] {
	return [...all].filter((one) => !some.has(one));
}
