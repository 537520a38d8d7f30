import type { OutlineNode } from "../../../../src/core/overview/node.ts";

/** All that is shown, spoken and copied of rows. */
export function outlineTexts(nodes: readonly OutlineNode[]): string[] {
	return nodes.flatMap(({ label, description, tooltip, spoken, copy, command, children }) => [
		label,
		...[description, spoken, copy, command?.title].filter((text) => text !== undefined),
		...(tooltip ?? []),
		...outlineTexts(children ?? []),
	]);
}
