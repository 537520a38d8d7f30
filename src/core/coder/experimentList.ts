import { experimentsOf } from "./experimentTable.ts";
import type { BuildInfo, DeploymentConfig } from "./model.ts";

/** The state of an experiment. */
export type ExperimentState = "enabled" | "unknown" | "available";

export interface Experiment {
	readonly name: string;
	readonly state: ExperimentState;
}

export interface Experiments {
	/** Enabled experiments in the server's order, then safe ones that are off. Names are unique. */
	readonly list: readonly Experiment[];
	/** Whether `*` is configured, which enables all safe experiments; `undefined` if the configuration isn't known. */
	readonly wildcard: boolean | undefined;
}

/**
 * Combines `/experiments` and `/experiments/available`. An enabled name is only reported as unknown if the table of
 * experiments covers the server's version, because experiments change with almost every release.
 */
export function readExperiments(
	enabled: readonly string[] | undefined,
	safe: readonly string[] | undefined,
	build: BuildInfo | undefined,
	config: DeploymentConfig | undefined,
): Experiments {
	const on = new Set(enabled);
	const wildcard = on.delete("*");
	const safeNames = new Set(safe);
	const known = build && experimentsOf(build.version);
	const isKnown = (name: string) => !known || known.has(name) || safeNames.has(name);
	const off = [...safeNames].filter((name) => !on.has(name));
	return {
		list: [
			...[...on].map((name) => ({ name, state: isKnown(name) ? "enabled" : "unknown" }) as const),
			...off.map((name) => ({ name, state: "available" }) as const),
		],
		wildcard: wildcard || hasWildcard(config),
	};
}

function hasWildcard(config: DeploymentConfig | undefined): boolean | undefined {
	const option = config?.options.find(({ id }) => id === "CODER_EXPERIMENTS");
	if (!option) return undefined;
	return Array.isArray(option.value) && option.value.includes("*");
}
