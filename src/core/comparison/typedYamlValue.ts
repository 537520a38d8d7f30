import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import { typeWord } from "../options/optionTypes.ts";
import { readText } from "../options/readText.ts";
import type { JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { Refused, type YamlDecoder } from "./yamlDecoder.ts";
import { scalarText } from "./yamlEntries.ts";
import { readStructure } from "./yamlStructure.ts";

/** Options with their own validator, which gets YAML's interpretation of the value instead of its text. */
const validated: ReadonlySet<string> = new Set([
	"CODER_WILDCARD_ACCESS_URL",
	"CODER_PROMETHEUS_AGGREGATE_AGENT_STATS_BY",
	"CODER_PROVISIONER_TYPES",
	"CODER_PG_CONN_MAX_OPEN",
	"CODER_AIBRIDGE_CIRCUIT_BREAKER_FAILURE_THRESHOLD",
	"CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS",
	"CODER_AI_GATEWAY_CIRCUIT_BREAKER_FAILURE_THRESHOLD",
	"CODER_AI_GATEWAY_CIRCUIT_BREAKER_MAX_REQUESTS",
]);

/**
 * Converts an option's node as the server does (`setFromYAMLNode` of coder/serpent): parses its text by the option's
 * type, so that `0123456` can be a string, `a,b` a list, and `1` true.
 *
 * @param version the server's version
 * @throws Refused for what prevents the server from starting
 */
export function yamlValue(
	option: DeploymentOption,
	node: Node,
	decoder: YamlDecoder,
	version: string | undefined,
): JsonValue {
	const type = typeWord(option);
	if (type?.startsWith("struct[")) return readStructure(type, node, decoder);
	if (type === undefined && typeof option.value === "object") return decoder.any(node);
	if (validated.has(option.id)) return readValidated(type, node, decoder);
	if (readsItself(type)) return parseText(option, type, ownText(node), version);
	if (isScalar(node)) return parseText(option, type, scalarText(node), version);
	if (!isSeq(node)) throw new Refused();
	if (node.items.length === 0) return parseText(option, type, "", version);
	if (type !== "string-array") throw new Refused();
	return decoder.texts(node);
}

/**
 * Returns true for types that accept any node by its text: none for lists and maps, and the anchor's name for aliases.
 */
function readsItself(type = ""): boolean {
	return /^(duration|url|host:port|regexp|enum\[)/.test(type);
}

function ownText(node: Node): string {
	if (isAlias(node)) return node.source;
	return isScalar(node) ? scalarText(node) : "";
}

function readValidated(type: string | undefined, node: Node, decoder: YamlDecoder): JsonValue {
	if (type === "string-array") return decoder.texts(node);
	if (type !== "int") return decoder.text(node);
	const value = decoder.any(node);
	if (typeof value === "number" || typeof value === "bigint") return value;
	if (value === null) return 0;
	throw new Refused();
}

/** @throws Refused */
function parseText(
	option: DeploymentOption,
	type: string | undefined,
	text: string,
	version: string | undefined,
): JsonValue {
	const value = readText(option, type, text, version);
	if (value === undefined) throw new Refused();
	return value;
}

/** Returns a rejected node as it's written, so that it can be shown. */
export function shownNode(node: Node | null | undefined, decoder: YamlDecoder): JsonValue {
	if (isScalar(node)) return scalarText(node);
	try {
		return isMap(node) || isSeq(node) ? decoder.any(node) : null;
	} catch {
		return null;
	}
}
