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

/** Longer texts, in UTF-16 units, are not looked at, and no more than so many keys of one. */
const longestText = 1_000_000;
const mostKeys = 5_000;

/** A key of a configuration file, with its place. Offsets are UTF-16 units from the text's beginning. */
export interface ConfigKey {
	/** With dots between its keys. */
	readonly path: string;
	/** Its last key. */
	readonly key: string;
	/** Where the key is written, with its quotes. */
	readonly nameSpan: Span;
	/** Where its value is; empty, behind the colon, where there is none. */
	readonly value: Span;
	readonly node: Node | null;
	/** The map that it is a key of. */
	readonly map: YAMLMap;
}

/** A configuration file of `coder server`, as far as it can be read. */
export interface ConfigText {
	readonly text: string;
	/** In the text's order: of a key that is there twice the last applies. */
	readonly keys: readonly ConfigKey[];
	/** What each alias stands for. */
	readonly targets: ReadonlyMap<Alias, Node>;
	/** Where it stops being YAML. */
	readonly errorAt?: number;
}

/** Reads YAML, of which JSON is a part. Nothing of a text that is too long, or nested too deep. */
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
		// The end of a block is that of its last line break.
		value: { from: start, to: Math.max(start, start + text.slice(start, end).trimEnd().length) },
		node: value,
		map,
	};
}

/** The key whose name or value an offset is in: the innermost. */
export function keyAt({ keys }: ConfigText, offset: number): ConfigKey | undefined {
	const isIn = ({ from, to }: Span): boolean => from <= offset && offset <= to;
	return keys.findLast(({ nameSpan, value }) => isIn(nameSpan) || isIn(value));
}

/** What is written at each path that isn't a map. */
export function writtenAt({
	keys,
	text,
}: ConfigText): (readonly [path: string, written: string])[] {
	return keys
		.filter(({ node }) => !isMap(node))
		.map(({ path, value }) => [path, text.slice(value.from, value.to)]);
}
