import { isMap, isScalar, type Node, type Scalar, type YAMLMap } from "yaml";

/** No option has a longer path, in characters. */
export const longestPath = 1_000;

/** Deeper maps hold no option, but could exhaust the stack. */
const deepest = 64;

/** A key of a map, or of a map in it. */
export interface YamlEntry {
	/** Its keys with dots between. */
	readonly path: string;
	readonly key: Scalar;
	/** Missing where nothing follows the key, not even a colon. */
	readonly value: Node | null;
	/** The map that it is a key of. */
	readonly map: YAMLMap;
}

/**
 * The keys of a map and of those in it, as `mapYAMLNodes` of coder/serpent finds them: a key with dots is a path, a map
 * with other keys than texts has none, what an alias stands for is not looked into.
 */
export function yamlEntries(contents: YAMLMap): YamlEntry[] {
	const entries: YamlEntry[] = [];
	const add = (map: YAMLMap, above: string, depth: number): void => {
		for (const { key, value } of map.items) {
			if (!isScalar(key)) continue;
			const path = above + scalarText(key);
			entries.push({ path, key, value: value as Node | null, map });
			const mayHold = depth < deepest && path.length <= longestPath;
			if (isMap(value) && mayHold && hasScalarKeys(value)) add(value, `${path}.`, depth + 1);
		}
	};
	add(contents, "", 0);
	return entries;
}

/** The nodes by their path; of a key that is there twice the last. */
export function nodesByPath(entries: readonly YamlEntry[]): ReadonlyMap<string, Node> {
	return new Map(entries.map(({ path, value }) => [path, value as Node]));
}

export function hasScalarKeys(map: YAMLMap): boolean {
	return map.items.every(({ key }) => isScalar(key));
}

/** The text of a scalar, without its quotes: what the server reads, whatever it looks like to YAML. */
export function scalarText(node: { readonly source?: string; readonly value?: unknown }): string {
	return node.source ?? (typeof node.value === "string" ? node.value : "");
}
