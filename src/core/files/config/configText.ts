import { isMap, type Alias, type Node, type YAMLMap } from "yaml";
import { ExcessError } from "../../base/bounds.ts";
import { composeYaml } from "../../comparison/yamlDocument.ts";
import {
	hasScalarKeys,
	scalarText,
	yamlEntries,
	type YamlEntry,
} from "../../comparison/yamlEntries.ts";
import { aliasTargets } from "../../comparison/yamlNodes.ts";
import type { Span } from "../../variables/forms/text.ts";

/** The maximum length of a text, in UTF-16 units, and the maximum number of keys in it. Longer texts are skipped. */
const longestText = 1_000_000;
const mostKeys = 5_000;

/** A key in a configuration file, and its position. Offsets are in UTF-16 units from the start of the text. */
export interface ConfigKey {
	/** Dot-separated. */
	readonly path: string;
	/** The last key of the path. */
	readonly key: string;
	/** The key as written, including its quotes. */
	readonly nameSpan: Span;
	/** The value; empty and after the colon if there is none. */
	readonly value: Span;
	readonly node: Node | null;
	/** The map that contains the key. */
	readonly map: YAMLMap;
}

/** A configuration file of `coder server`, as far as it can be parsed. */
export interface ConfigText {
	readonly text: string;
	/** In the order of the text. If a key occurs twice, the last one applies. */
	readonly keys: readonly ConfigKey[];
	/** The node that each alias refers to. */
	readonly targets: ReadonlyMap<Alias, Node>;
	/** The offset of the first syntax error. */
	readonly errorAt?: number;
}

/** Parses YAML, of which JSON is a subset. The result is empty if the text is too long or nested too deeply. */
export function readConfigText(text: string): ConfigText {
	const none = { text, keys: [], targets: new Map<Alias, Node>() };
	if (text.length > longestText) return none;
	try {
		const { document, errorAt } = composeYaml(text);
		const contents = document?.contents;
		const isRead = isMap(contents) && hasScalarKeys(contents);
		return {
			...none,
			...(isRead && {
				keys: yamlEntries(contents)
					.slice(0, mostKeys)
					.map((entry) => keyOf(text, entry)),
				targets: aliasTargets(contents),
			}),
			...(errorAt !== undefined && { errorAt }),
		};
	} catch (error) {
		if (error instanceof ExcessError) return none;
		throw error;
	}
}

function keyOf(text: string, { path, key, value, map }: YamlEntry): ConfigKey {
	const [from = 0, to = from] = key.range ?? [];
	const [start = to, end = start] = value?.range ?? [];
	return {
		path,
		key: scalarText(key),
		nameSpan: { from, to },
		// A block extends to its last line break. Exclude that.
		value: { from: start, to: Math.max(start, start + text.slice(start, end).trimEnd().length) },
		node: value,
		map,
	};
}

/** Returns the innermost key whose name or value contains an offset. */
export function keyAt({ keys }: ConfigText, offset: number): ConfigKey | undefined {
	const isIn = ({ from, to }: Span): boolean => from <= offset && offset <= to;
	return keys.findLast(({ nameSpan, value }) => isIn(nameSpan) || isIn(value));
}

/** Returns the source text of the value at each path, except maps. */
export function writtenAt({
	keys,
	text,
}: ConfigText): (readonly [path: string, written: string])[] {
	return keys
		.filter(({ node }) => !isMap(node))
		.map(({ path, value }) => [path, text.slice(value.from, value.to)]);
}
