import { isJsonObject, type JsonValue } from "../base/json.ts";
import { escapeCharacter } from "./envEntries.ts";
import { doubleQuoted, scalarStyle, singleQuoted } from "./yamlScalar.ts";

/** Characters that the server's parser takes for line breaks, or refuses. */
const special = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * The lines of a key and its value as Coder's `--write-config` writes them, the first without indentation.
 *
 * @param value `undefined` stands for an empty node, which is null
 * @param parsed the value is a text that the server parses itself: quotes are not needed where it looks like a number
 */
export function yamlEntry(key: string, value: JsonValue | undefined, parsed = false): string[] {
	const name = `${yamlKey(key)}:`;
	if (value === undefined) return [name];
	const lines = valueLines(value, parsed);
	if (isNested(value)) return [name, ...indented(lines)];
	const [first = "", ...rest] = lines;
	return [`${name} ${first}`, ...indented(rest)];
}

/** A text in double quotes that every YAML parser reads the same. */
export function yamlQuoted(text: string): string {
	return JSON.stringify(text).replace(special, escapeCharacter);
}

/** A key as it stands before its colon. */
export function yamlKey(key: string): string {
	const style = scalarStyle(key, false);
	if (style === "plain") return key;
	return style === "single" ? singleQuoted(key) : doubleQuoted(key);
}

/** Lists and maps that are not empty begin on a line of their own below their key. */
function isNested(value: JsonValue): boolean {
	if (Array.isArray(value)) return value.length > 0;
	return isJsonObject(value) && Object.keys(value).length > 0;
}

function valueLines(value: JsonValue, parsed: boolean): string[] {
	if (typeof value === "string") return textLines(value, parsed);
	if (Array.isArray(value)) {
		const items = value as readonly JsonValue[];
		return items.length === 0 ? ["[]"] : items.flatMap(itemLines);
	}
	if (isJsonObject(value)) {
		const entries = Object.entries(value);
		return entries.length === 0 ? ["{}"] : entries.flatMap(([key, child]) => yamlEntry(key, child));
	}
	return [typeof value === "object" ? "null" : value.toString()];
}

function itemLines(item: JsonValue): string[] {
	const [first = "", ...rest] = valueLines(item, false);
	return [`- ${first}`, ...indented(rest)];
}

function textLines(text: string, parsed: boolean): string[] {
	switch (scalarStyle(text, parsed)) {
		case "plain":
			return [text];
		case "single":
			return [singleQuoted(text)];
		case "double":
			return [doubleQuoted(text)];
		case "literal": {
			const lines = text.split("\n");
			return lines.at(-1) === "" ? ["|", ...lines.slice(0, -1)] : ["|-", ...lines];
		}
	}
}

/** Lines with nothing in them stay empty. */
function indented(lines: readonly string[]): string[] {
	return lines.map((line) => (line === "" ? "" : `  ${line}`));
}
