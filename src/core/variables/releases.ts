import { existsIn } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import { newestRelease, releaseName } from "../coder/release.ts";

/** When a server option was added and removed. Empty if all releases since v2.0 have it. */
export interface Releases {
	/** The first release with the option, such as `v2.17`; `main` if no release had it when the table was created. */
	readonly since?: string;
	/** The last release with the option. */
	readonly last?: string;
}

export function releasesOf(name: string): Releases {
	const option = optionHistories().get(name);
	if (!option) return {};
	return {
		...(option.since > 0 && { since: releaseName(option.since) }),
		...(option.last !== undefined && { last: releaseName(option.last) }),
	};
}

/** The minor version of the oldest release that a file without a deployment is assumed to target. */
export const oldestMeant = 15;

/** Whether all releases that a file without a deployment may target have an option. */
export function isInAllMeant(name: string): boolean {
	const option = optionHistories().get(name);
	return option !== undefined && option.since <= oldestMeant && existsIn(option, newestRelease);
}

/**
 * Returns the first release without an option, given the last one with it. Minor releases are numbered consecutively.
 */
export function releaseAfter(last: string): string {
	const [major = "", minor = ""] = last.split(".");
	return `${major}.${Number(minor) + 1}`;
}
