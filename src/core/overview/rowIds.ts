import type { OutlineNode } from "./node.ts";

/**
 * The id of a deployment's row, or of one of its sections. A key may be a URL, or whatever a server calls itself: with
 * its slashes encoded, no deployment has the ids of another's rows, which VS Code would not draw.
 */
export function rowId(key: string, section?: string): string {
	const own = encodeKey(key);
	return section === undefined ? own : `${own}/${section}`;
}

/** The same rows with ids that no other deployment has; they began with the key as it is. */
export function withOwnIds(node: OutlineNode, key: string): OutlineNode {
	const own = encodeKey(key);
	return own === key ? node : renamed(node, key.length, own);
}

function encodeKey(key: string): string {
	return key.replace(/[%/]/g, (character) => (character === "/" ? "%2F" : "%25"));
}

function renamed(node: OutlineNode, length: number, own: string): OutlineNode {
	const { id, children } = node;
	return {
		...node,
		id: own + id.slice(length),
		...(children && { children: children.map((child) => renamed(child, length, own)) }),
	};
}
