import { compareOptions } from "../comparison/compare.ts";
import { isSetOnEither } from "../comparison/setOptions.ts";
import { isDeprecated } from "../options/optionMarks.ts";
import { isChanged } from "../options/optionFacts.ts";
import type { DeploymentState } from "./state.ts";

/** Another version of a server, and what became of the options that are set. */
export interface VersionChange {
	readonly from: string;
	readonly to: string;
	/** How many options that are set on either side have another value, another source, or are only there. */
	readonly changed: number;
	/** How many options that are set were not deprecated before. */
	readonly deprecated: number;
}

/** The change of the version between two states; nothing where there is none, or options of either are not known. */
export function versionChangeOf(
	before: DeploymentState,
	after: DeploymentState,
): VersionChange | undefined {
	const [from, to] = [before.version, after.version];
	if (from === undefined || to === undefined || from === to) return undefined;
	if (!before.config || !after.config) return undefined;
	const wasDeprecated = new Set(before.config.options.filter(isDeprecated).map(({ id }) => id));
	return {
		from,
		to,
		changed: compareOptions(before.config.options, after.config.options).filter(isSetOnEither)
			.length,
		deprecated: after.config.options.filter(
			(option) => isChanged(option) && isDeprecated(option) && !wasDeprecated.has(option.id),
		).length,
	};
}
