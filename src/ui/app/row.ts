import type { OutlineNode } from "../../core/overview/node.ts";

/** A row as VS Code knows it. It stays the same object while its node is replaced, so that it can be redrawn. */
export interface Row {
	node: OutlineNode;
	/** The key of the deployment that it belongs to. Ids don't tell: one deployment's may begin with another's. */
	readonly owner: string | undefined;
}

/** True for what the tree hands to a command of its context menu. */
export function isRow(value: unknown): value is Row {
	return typeof value === "object" && value !== null && "node" in value;
}
