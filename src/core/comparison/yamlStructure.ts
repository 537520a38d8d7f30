import { isMap, isSeq, type Node } from "yaml";
import type { JsonValue } from "../base/json.ts";
import type { YamlDecoder } from "./yamlDecoder.ts";

/** Fields of an external authentication provider that aren't strings. */
const providerLists: ReadonlySet<string> = new Set([
	"scopes",
	"extra_token_keys",
	"code_challenge_methods_supported",
]);
const providerBools: ReadonlySet<string> = new Set(["no_refresh", "device_flow"]);

/**
 * Converts the node of a structured option to the API's format.
 *
 * @param type the option's type, such as `struct[map[string]string]`
 * @throws Refused for anything else
 */
export function readStructure(type: string, node: Node, decoder: YamlDecoder): JsonValue {
	if (type.startsWith("struct[map[")) {
		const lists = type.includes("[][") || type.includes("][]");
		return decoder.map(node, (_key, child) => (lists ? decoder.texts(child) : decoder.text(child)));
	}
	// Anything empty unsets a list: a text, an alias, an empty map.
	const empty = !(isSeq(node) || isMap(node)) || node.items.length === 0;
	return empty ? null : decoder.list(node, (item) => decoder.map(item, field));

	function field(key: string, child: Node): JsonValue {
		if (providerLists.has(key)) return decoder.texts(child);
		return providerBools.has(key) ? decoder.bool(child) : decoder.text(child);
	}
}
