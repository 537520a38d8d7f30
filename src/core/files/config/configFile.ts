import { optionHistories } from "../../releases/options.ts";
import type { ConfigText } from "./configText.ts";

/**
 * The minimum number of known options that distinguishes a configuration of `coder server` from that of another
 * program.
 */
const leastOptions = 2;

/**
 * Whether a text looks like a configuration of `coder server`: it contains several options of any release, and most of
 * its top-level keys are Coder's.
 */
export function isConfigText({ keys }: ConfigText): boolean {
	const paths = knownPaths();
	const known = new Set(keys.flatMap(({ path }) => (paths.has(path) ? [path] : [])));
	if (known.size < leastOptions) return false;
	const tops = new Set([...paths].flatMap((path) => path.split(".", 1)));
	const outermost = keys.filter(({ path, key }) => path === key);
	const own = outermost.filter(({ key }) => tops.has(key));
	return 2 * own.length > outermost.length;
}

/** Returns the YAML paths of all releases' options. */
function knownPaths(): ReadonlySet<string> {
	const histories = [...optionHistories().values()];
	const paths = histories.flatMap(({ tracks }) => tracks.yaml.map(([, path]) => path));
	return new Set(paths.filter((path) => path !== ""));
}
