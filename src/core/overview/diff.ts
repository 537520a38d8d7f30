import type { OutlineNode } from "./node.ts";

/**
 * Finds the fewest rows that have to be drawn again, so that a refresh that changed nothing redraws nothing. Drawing
 * a row again draws what is below it. The age of what is known (`at`) does not count: it is shown on hover only.
 *
 * @returns ids of rows; `"root"` when the top rows themselves came, went or moved
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

/** Everything of a row that is drawn, but for its children. */
function face({ children, at, ...rest }: OutlineNode): string {
	return JSON.stringify([rest, children === undefined]);
}

function sameIds(before: readonly OutlineNode[], after: readonly OutlineNode[]): boolean {
	return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}
