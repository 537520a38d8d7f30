import { isMap, isSeq, type Node } from "yaml";
import type { JsonValue } from "../base/json.ts";
import type { YamlDecoder } from "./yamlDecoder.ts";

/** What else than texts there is in an external authentication provider. */
const providerLists: ReadonlySet<string> = new Set([
	"scopes",
	"extra_token_keys",
	"code_challenge_methods_supported",
]);
const providerBools: ReadonlySet<string> = new Set(["no_refresh", "device_flow"]);

/**
 * Reads the node of a structured option, in the shape that the API sends its value in.
 *
 * @param type the option's type word, such as `struct[map[string]string]`
 * @throws Refused for another shape
 */
export function readStructure(type: string, node: Node, decoder: YamlDecoder): JsonValue {
	if (type.startsWith("struct[map[")) {
		const lists = type.includes("[][") || type.includes("][]");
		return decoder.map(node, (_key, child) => (lists ? decoder.texts(child) : decoder.text(child)));
	}
	// Whatever has nothing in it unsets a list: a text, an alias, an empty map.
	const empty = !(isSeq(node) || isMap(node)) || node.items.length === 0;
	return empty ? null : decoder.list(node, (item) => decoder.map(item, field));

	function field(key: string, child: Node): JsonValue {
		if (providerLists.has(key)) return decoder.texts(child);
		return providerBools.has(key) ? decoder.bool(child) : decoder.text(child);
	}
}
