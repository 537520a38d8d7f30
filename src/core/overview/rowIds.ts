import type { OutlineNode } from "./node.ts";

/**
 * Returns the ID of a deployment's row, or of one of its sections. A key can be a URL or any name that a server
 * reports. Its slashes are encoded so that the IDs of deployments can't collide: VS Code doesn't draw rows with
 * duplicate IDs.
 */
export function rowId(key: string, section?: string): string {
	const own = encodeKey(key);
	return section === undefined ? own : `${own}/${section}`;
}

/** Returns the same rows with unique IDs, instead of IDs that start with the unencoded key. */
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
