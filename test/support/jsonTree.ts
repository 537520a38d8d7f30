import { isJsonObject, type JsonValue } from "../../src/core/base/json.ts";

/**
 * JSON as written, without interpretation: keys can be repeated, `__proto__` is a key, and nesting can exceed any
 * stack.
 */
export type JsonTree =
	| { readonly kind: "scalar"; text: string }
	| { readonly kind: "list"; items: JsonTree[] }
	| { readonly kind: "object"; members: Member[] }
	| {
			readonly kind: "deep";
			readonly depth: number;
			readonly brackets: "list" | "object";
			inner: JsonTree;
	  };

export interface Member {
	key: string;
	value: JsonTree;
}

export function toTree(value: JsonValue): JsonTree {
	if (Array.isArray(value)) {
		return { kind: "list", items: (value as readonly JsonValue[]).map(toTree) };
	}
	if (isJsonObject(value)) {
		const members = Object.entries(value).map(([key, child]) => ({ key, value: toTree(child) }));
		return { kind: "object", members };
	}
	return {
		kind: "scalar",
		text: typeof value === "bigint" ? value.toString() : JSON.stringify(value),
	};
}

export function writeTree(tree: JsonTree): string {
	switch (tree.kind) {
		case "scalar":
			return tree.text;
		case "list":
			return `[${tree.items.map(writeTree).join(",")}]`;
		case "object": {
			const write = ({ key, value }: Member) => `${JSON.stringify(key)}:${writeTree(value)}`;
			return `{${tree.members.map(write).join(",")}}`;
		}
		case "deep": {
			const [open, close] = tree.brackets === "list" ? ["[", "]"] : ['{"a":', "}"];
			return open.repeat(tree.depth) + writeTree(tree.inner) + close.repeat(tree.depth);
		}
	}
}

/** Returns a copy that shares nothing with the original. */
export function copyTree(tree: JsonTree): JsonTree {
	switch (tree.kind) {
		case "scalar":
			return { ...tree };
		case "list":
			return { kind: "list", items: tree.items.map(copyTree) };
		case "object": {
			const members = tree.members.map(({ key, value }) => ({ key, value: copyTree(value) }));
			return { kind: "object", members };
		}
		case "deep":
			return { ...tree, inner: copyTree(tree.inner) };
	}
}
