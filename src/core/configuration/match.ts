import type { ConfigRow } from "./configRow.ts";
import type { ConfigGroup } from "./configView.ts";
import { groupKey, type GroupFilter, type Query } from "./query.ts";

/** An option, prepared for searching. */
export interface Entry {
	/** All searchable text in lowercase, each text on its own lines: no phrase matches across two. */
	readonly haystack: string;
	readonly flags: ReadonlySet<string>;
	readonly source: string;
	/** A deprecated name with the same value and source as the current one, which is found instead. */
	readonly alias: boolean;
	/** The names and paths of its groups, as they are compared. */
	readonly groups: readonly string[];
}

/** Prepares an option for searching once, so that each keystroke only compares. */
export function entryOf(group: ConfigGroup, row: ConfigRow): Entry {
	const texts = [
		row.name,
		row.env,
		row.flag,
		row.shorthand,
		row.yamlPath,
		...row.value.lines,
		row.value.exact,
		row.copyValue,
		...(row.default?.lines ?? []),
		row.default?.exact,
		...(row.choices ?? []),
		group.id,
		...[...row.successors, ...row.predecessors].flatMap(({ id, name }) => [id, name]),
		row.description,
		...(row.findings ?? []).map(({ title }) => title),
	];
	const alias = row.changedAs !== undefined;
	return {
		haystack: `\n${texts
			.filter((text) => text !== undefined)
			.join("\n")
			.toLowerCase()}\n`,
		flags: new Set<string>(row.changed || alias ? ["changed", ...row.marks] : row.marks),
		source: row.source ?? "none",
		alias,
		groups: groupKeys(group.path),
	};
}

/** Returns everything that a group matches: the names in its path, and the paths from the outermost group. */
export function groupKeys(path: readonly string[]): string[] {
	const names = path.map(groupKey);
	return [...new Set([...names, ...names.map((_, index) => names.slice(0, index + 1).join("/"))])];
}

/** Returns true if the query finds the option. */
export function matches(entry: Entry, { words, flags, sources, groups }: Query): boolean {
	// A search for deprecated names should show the ones in use.
	const once = !flags.includes("deprecated") && (flags.includes("changed") || sources.length > 0);
	if (entry.alias && once) return false;
	return (
		flags.every((flag) => entry.flags.has(flag)) &&
		(sources.length === 0 || sources.some((source) => source === entry.source)) &&
		(groups.length === 0 || groups.some((group) => inGroup(entry, group))) &&
		words.every((word) => entry.haystack.includes(word))
	);
}

function inGroup({ groups }: Entry, { key, whole }: GroupFilter): boolean {
	return groups.some((group) => (whole ? group === key : group.startsWith(key)));
}
