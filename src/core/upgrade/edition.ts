import { experimentsIn } from "../coder/experimentTable.ts";
import type { DeploymentOption } from "../coder/model.ts";
import {
	mainBuild,
	newestRelease,
	releaseName,
	releaseOf,
	type Release,
} from "../coder/release.ts";
import { shortVersion } from "../coder/updateState.ts";
import type { OptionState } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import { statesIn, type States } from "./differences.ts";

/** A version of Coder, and what is known about its options and experiments. */
export interface Edition {
	/** The name to show. */
	readonly name: string;
	/** Its position among the releases. Builds between two releases have a number between theirs. */
	readonly release: Release;
	/** Whether the tables include it. */
	readonly known: boolean;
	readonly states: States;
	/** The version's experiments; missing if the tables don't include it. */
	readonly experiments?: ReadonlySet<string>;
}

/** Returns a release that the tables include. */
export function releaseEdition(release: Release): Edition {
	return {
		name: releaseName(release),
		release,
		known: true,
		states: statesIn(release),
		experiments: experimentsIn(release),
	};
}

/**
 * Returns the edition that a server runs: from the tables if they include its version, otherwise from the options that
 * it reports.
 *
 * @param version the version as the server reports it
 * @returns undefined if it isn't a version of Coder 2
 */
export function serverEdition(
	version: string,
	options: readonly DeploymentOption[],
): Edition | undefined {
	const name = shortVersion(version);
	const covered = releaseOf(version);
	if (covered !== undefined) return { ...releaseEdition(covered), name };
	const release = placeOf(version);
	if (release === undefined) return undefined;
	return { name, release, known: false, states: reportedStates(options) };
}

/**
 * Returns a version's position. Development builds come after the release that they name, release candidates before it.
 */
function placeOf(version: string): Release | undefined {
	const minor = /^v2\.(\d{1,4})\.\d/.exec(version)?.[1];
	if (minor === undefined) return undefined;
	const shift = version.includes("-devel") ? 0.5 : version.includes("-rc.") ? -0.5 : 0;
	return Number(minor) + (Number(minor) > newestRelease ? 1 : 0) + shift;
}

/** Options whose defaults a server computes at startup, so that they can differ between any two servers. */
const computedDefaults: ReadonlySet<string> = new Set([
	"CODER_CACHE_DIRECTORY",
	"CODER_DOCS_URL",
	"CODER_UPDATE_CHECK",
	"CODER_SECURE_AUTH_COOKIE",
]);

/**
 * Converts the options that a server reports to the format of the tables. Servers don't report types, so the most
 * recent known ones are used.
 */
function reportedStates(options: readonly DeploymentOption[]): States {
	const newest = statesIn(mainBuild);
	return new Map(
		options.map((option): readonly [string, OptionState] => {
			const { id, name, groups, flag = "", env = "", yamlPath = [], useInstead } = option;
			const known = newest.get(id) ?? lastStateOf(id);
			return [
				id,
				{
					name,
					group: groups.map((group) => group.name).join(" / "),
					flag,
					env,
					yaml: yamlPath.join("."),
					type: known?.type ?? "",
					default: computedDefaults.has(id) ? (known?.default ?? "") : (option.default ?? ""),
					secret: mark(option.secret),
					enterprise: mark(option.enterprise),
					hidden: mark(option.hidden),
					successors: useInstead.map((successor) => successor.id).join(","),
				},
			];
		}),
	);
}

function lastStateOf(id: string): OptionState | undefined {
	const last = optionHistories().get(id)?.last;
	return last === undefined ? undefined : statesIn(last).get(id);
}

const mark = (is: boolean): string => (is ? "y" : "");
