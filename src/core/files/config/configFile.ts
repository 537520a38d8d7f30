import { optionHistories } from "../../releases/options.ts";
import type { ConfigText } from "./configText.ts";

/**
 * The minimum number of known options that distinguishes a configuration of `coder server` from that of another
 * program.
 */
const leastOptions = 2;

let paths:
	{ readonly options: ReadonlySet<string>; readonly tops: ReadonlySet<string> } | undefined;

/** Returns the YAML paths of all releases' options, and their first keys. */
function knownPaths(): NonNullable<typeof paths> {
	return (paths ??= (() => {
		const options = new Set<string>();
		for (const { tracks } of optionHistories().values()) {
			for (const [, path] of tracks.yaml) if (path !== "") options.add(path);
		}
		return { options, tops: new Set([...options].map((path) => path.split(".")[0] ?? "")) };
	})());
}

/**
 * Whether a text looks like a configuration of `coder server`: it contains several options of any release, and most of
 * its top-level keys are Coder's.
 */
export function isConfigText({ keys }: ConfigText): boolean {
	const { options, tops } = knownPaths();
	const known = new Set(keys.flatMap(({ path }) => (options.has(path) ? [path] : [])));
	if (known.size < leastOptions) return false;
	const outermost = keys.filter(({ path, key }) => path === key);
	const own = outermost.filter(({ key }) => tops.has(key));
	return 2 * own.length > outermost.length;
}
