import type { ChangeRow } from "../../core/comparison/changeRow.ts";
import { hidingOf, hidings, type Hiding } from "../../core/comparison/hiding.ts";
import type { ChangeKind } from "../../core/comparison/compare.ts";

/** The reader's selection of changes. */
export interface CompareFilter {
	readonly text: string;
	/** The kinds to show; if empty, all of them. */
	readonly kinds: ReadonlySet<ChangeKind>;
	/** The categories to hide, whichever kinds are shown. */
	readonly hidden: ReadonlySet<Hiding>;
}

/** Returns the words of a search text, in lowercase. */
export function wordsOf(text: string): string[] {
	return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Returns a row's searchable text, in lowercase. */
export function haystackOf(row: ChangeRow): string {
	const { name, formerName, explained, env, flag, yamlPath, group, aliases, left, right } = row;
	const values = [left, right].flatMap((side) => [...(side?.value.lines ?? []), side?.value.exact]);
	return [name, formerName, explained, env, flag, yamlPath, ...group, ...aliases, ...values]
		.filter((text) => text !== undefined)
		.join("\n")
		.toLowerCase();
}

/** Whether a filter includes a row. */
export function includesRow(filter: CompareFilter, row: ChangeRow, haystack: string): boolean {
	const hiding = hidingOf(row);
	return (
		(hiding === undefined || !filter.hidden.has(hiding)) &&
		(filter.kinds.size === 0 || filter.kinds.has(row.kind)) &&
		wordsOf(filter.text).every((word) => haystack.includes(word))
	);
}

/** Parses the state that the page stored. It may come from an older version. */
export function readFilter(state: unknown): CompareFilter {
	const { text, kinds, hidden } = (typeof state === "object" && state !== null ? state : {}) as {
		readonly text?: unknown;
		readonly kinds?: unknown;
		readonly hidden?: unknown;
	};
	return {
		text: typeof text === "string" ? text : "",
		kinds: new Set(Array.isArray(kinds) ? (kinds as ChangeKind[]) : []),
		hidden: new Set(hidings.filter((one) => Array.isArray(hidden) && hidden.includes(one))),
	};
}
