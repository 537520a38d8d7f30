import { existsIn } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import { newestRelease, releaseName } from "../coder/release.ts";

/** When an option of the server came and went, as far as it is not there in all releases since v2.0. */
export interface Releases {
	/** The first release with it, such as `v2.17`; `main` where no release had it when the table was made. */
	readonly since?: string;
	/** The last release with it. */
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

/** The oldest release that a file without a deployment is taken to be for. */
const oldestMeant = 15;

/** Whether an option is there in all releases that may be meant where no deployment is known. */
export function isInAllMeant(name: string): boolean {
	const option = optionHistories().get(name);
	return option !== undefined && option.since <= oldestMeant && existsIn(option, newestRelease);
}

/** The release after a last one: the first without the option. Each minor release followed the one before. */
export function releaseAfter(last: string): string {
	const [major = "", minor = ""] = last.split(".");
	return `${major}.${Number(minor) + 1}`;
}
