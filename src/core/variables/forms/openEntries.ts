import type { YamlLine } from "./yamlLines.ts";

/** A list or map that a line is in. */
export interface OpenEntries {
	readonly column: number;
	readonly isList: boolean;
	/** Whether all entries are kept. */
	readonly isKept: boolean;
}

/** Records the lists and maps that a line is in. @returns whether it's the first entry of its own */
export function enter(
	{ indent, isItem, column, key }: YamlLine,
	open: OpenEntries[],
	isKept: boolean,
): boolean {
	for (let top = open.at(-1); top; top = open.at(-1)) {
		// A list may have the same column as the key that it's the value of.
		const isLeft = top.column > indent || (top.column === indent && top.isList && !isItem);
		if (!isLeft) break;
		open.pop();
	}
	const top = open.at(-1);
	const isFirst = !top || top.column !== indent || top.isList !== isItem;
	if (isFirst && indent >= 0) open.push({ column: indent, isList: isItem, isKept });
	if (isItem && key !== undefined) open.push({ column, isList: false, isKept });
	return isFirst;
}
