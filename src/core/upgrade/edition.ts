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

/** A version of Coder, and what is known of its options and experiments. */
export interface Edition {
	/** What people call it. */
	readonly name: string;
	/** Where it stands among the releases; builds between two of them stand between their numbers. */
	readonly release: Release;
	/** Whether the tables cover it. */
	readonly known: boolean;
	readonly states: States;
	/** The experiments that it has; missing where the tables don't cover it. */
	readonly experiments?: ReadonlySet<string>;
}

/** A release of the tables. */
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
 * What a server runs: by the tables where they cover its version, else by the options that it tells.
 *
 * @param version as the server writes it
 * @returns nothing where the version isn't one of Coder 2
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
	return { name, release, known: false, states: toldStates(options) };
}

/** Development builds follow the release that they name, and candidates precede it. */
function placeOf(version: string): Release | undefined {
	const minor = /^v2\.(\d{1,4})\.\d/.exec(version)?.[1];
	if (minor === undefined) return undefined;
	const shift = version.includes("-devel") ? 0.5 : version.includes("-rc.") ? -0.5 : 0;
	return Number(minor) + (Number(minor) > newestRelease ? 1 : 0) + shift;
}

/** Defaults that a server computes at its start: they differ between any two. */
const computedDefaults: ReadonlySet<string> = new Set([
	"CODER_CACHE_DIRECTORY",
	"CODER_DOCS_URL",
	"CODER_UPDATE_CHECK",
	"CODER_SECURE_AUTH_COOKIE",
]);

/** Options that a server tells, as the tables would have them. Types, which no server tells, are the newest ones known. */
function toldStates(options: readonly DeploymentOption[]): States {
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
