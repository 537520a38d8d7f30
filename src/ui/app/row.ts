import type { OutlineNode } from "../../core/overview/node.ts";

/** A row as VS Code knows it. It remains the same object while its node is replaced, so that it can be refreshed. */
export interface Row {
	node: OutlineNode;
	/** The key of its deployment. IDs aren't sufficient, because one deployment's may begin with another's. */
	readonly owner: string | undefined;
}

/** Returns true for what the tree passes to a command of its context menu. */
export function isRow(value: unknown): value is Row {
	return typeof value === "object" && value !== null && "node" in value;
}
