import { Document, visit } from "yaml";
import type { JsonValue } from "../base/json.ts";
import { escapeCharacter } from "./envEntries.ts";

/**
 * Texts that are the same plain text in every version of YAML, so that most values need no library: words, paths,
 * URLs, durations, addresses. The rest is left to it.
 */
const plain =
	/^([A-Za-z/]([\w/.@+=*%~!?,;&()'"<>-]| (?=[^ #])|:(?=[^ ]))*|\d[\d.]*[hms][\dhms.]*|\d+\.\d+\.\d+\.\d+([:/]\d+)?)$/;
const words = /^(true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

/** Characters that the server's parser takes for line breaks, or refuses. */
const special = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * The lines of a key and its value in block style, the first without indentation.
 *
 * @param value `undefined` stands for an empty node, which is null
 */
export function yamlEntry(key: string, value: JsonValue | undefined): string[] {
	if (value === undefined) return [`${yamlKey(key)}:`];
	const text = yamlScalar(value);
	if (text !== undefined) return [`${yamlKey(key)}: ${text}`];
	if (Array.isArray(value)) {
		const items = (value as readonly JsonValue[]).map(yamlScalar);
		if (items.every((item) => item !== undefined)) {
			return [`${yamlKey(key)}:`, ...items.map((item) => `  - ${item}`)];
		}
	}
	const document = new Document({ [key]: value }, { compat: "yaml-1.1" });
	visit(document, {
		Scalar: (_key, node) => {
			if (typeof node.value === "string" && needsEscapes(node.value)) node.type = "QUOTE_DOUBLE";
		},
	});
	// Texts of several lines are quoted: the server's parser refuses some blocks that YAML allows, such as with tabs.
	const lines = document
		.toString({ lineWidth: 0, blockQuote: false })
		.replace(special, escapeCharacter);
	return lines.replace(/\n$/, "").split("\n");
}

/** A text in double quotes that every YAML parser reads the same. */
export function yamlQuoted(text: string): string {
	return JSON.stringify(text).replace(special, escapeCharacter);
}

/** A key as it stands before its colon. */
export function yamlKey(key: string): string {
	return isPlain(key) ? key : yamlQuoted(key);
}

/** The text of a value that fits behind its key; nothing where the library has to write it. */
function yamlScalar(value: JsonValue): string | undefined {
	if (typeof value === "string") return isPlain(value) ? value : value === "" ? '""' : undefined;
	if (value === null) return "null";
	if (Array.isArray(value)) return value.length === 0 ? "[]" : undefined;
	if (typeof value === "object") return Object.keys(value).length === 0 ? "{}" : undefined;
	return value.toString();
}

function isPlain(text: string): boolean {
	return plain.test(text) && !words.test(text);
}

function needsEscapes(text: string): boolean {
	special.lastIndex = 0;
	return special.test(text);
}
