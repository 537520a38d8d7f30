import { isMap, isScalar, type Node, type Scalar, type YAMLMap } from "yaml";

/** The maximum length of a path, in characters. No option has a longer one. */
export const longestPath = 1_000;

/** A key of a map or of a nested map. */
export interface YamlEntry {
	/** Its keys, joined by dots. */
	readonly path: string;
	readonly key: Scalar;
	/** Missing if nothing follows the key, not even a colon. */
	readonly value: Node | null;
	/** The map that contains the key. */
	readonly map: YAMLMap;
}

/**
 * Returns the keys of a map and its nested maps, as `mapYAMLNodes` of coder/serpent does: a key with dots is a path, a
 * map with keys that aren't strings has none, and aliases aren't resolved.
 */
export function yamlEntries(contents: YAMLMap): YamlEntry[] {
	const entries: YamlEntry[] = [];
	const add = (map: YAMLMap, above: string): void => {
		for (const { key, value } of map.items) {
			if (!isScalar(key)) continue;
			const path = above + scalarText(key);
			entries.push({ path, key, value: value as Node | null, map });
			const mayHold = path.length <= longestPath;
			if (isMap(value) && mayHold && hasScalarKeys(value)) add(value, `${path}.`);
		}
	};
	// The parser limits the depth.
	add(contents, "");
	return entries;
}

/** Returns the nodes by path. The last of duplicate keys wins. */
export function nodesByPath(entries: readonly YamlEntry[]): ReadonlyMap<string, Node> {
	return new Map(entries.map(({ path, value }) => [path, value as Node]));
}

export function hasScalarKeys(map: YAMLMap): boolean {
	return map.items.every(({ key }) => isScalar(key));
}

/** Returns the text of a scalar without quotes, which is what the server parses, however YAML would interpret it. */
export function scalarText(node: { readonly source?: string }): string {
	return node.source ?? "";
}
