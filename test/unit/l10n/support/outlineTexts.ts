import type { OutlineNode } from "../../../../src/core/overview/node.ts";

/** Returns everything that rows show, announce, and copy. */
export function outlineTexts(nodes: readonly OutlineNode[]): string[] {
	return nodes.flatMap(({ label, description, tooltip, spoken, copy, command, children }) => [
		label,
		...[description, spoken, copy, command?.title].filter((text) => text !== undefined),
		...(tooltip ?? []),
		...outlineTexts(children ?? []),
	]);
}
