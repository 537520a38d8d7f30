import type { OutlineNode } from "./node.ts";

/**
 * Returns a row so that closed rows, at all levels, can be opened only if there is something in them. Open rows keep
 * their empty list, so that they are still open once they have children.
 */
export function openable(node: OutlineNode): OutlineNode {
	const { children, ...rest } = node;
	if (!children) return node;
	if (children.length === 0) return node.expanded ? node : rest;
	return { ...rest, children: children.map(openable) };
}
