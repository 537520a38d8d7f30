import type { OutlineNode } from "./node.ts";

/**
 * Finds the minimum of rows to redraw, so that a refresh without changes redraws nothing. Redrawing a row includes the
 * rows below it. The age of the data (`at`) is ignored, because only the hover shows it.
 *
 * @returns IDs of rows; `"root"` if top-level rows were added, removed, or moved
 */
export function changedRows(
	before: readonly OutlineNode[],
	after: readonly OutlineNode[],
): "root" | readonly string[] {
	return sameIds(before, after) ? changedAmong(before, after) : "root";
}

function changedAmong(before: readonly OutlineNode[], after: readonly OutlineNode[]): string[] {
	return after.flatMap((node, index) => {
		const old = before[index];
		if (old === undefined || old === node) return [];
		const children = node.children ?? [];
		const oldChildren = old.children ?? [];
		if (!sameIds(oldChildren, children) || face(old) !== face(node)) return [node.id];
		return changedAmong(oldChildren, children);
	});
}

/** Serializes everything that is drawn of a row, except its children. */
function face({ children, at, ...rest }: OutlineNode): string {
	return JSON.stringify([rest, children === undefined]);
}

function sameIds(before: readonly OutlineNode[], after: readonly OutlineNode[]): boolean {
	return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}
