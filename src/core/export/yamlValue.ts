import { isJsonObject, type JsonValue } from "../base/json.ts";
import { escapeCharacter } from "./envEntries.ts";
import { doubleQuoted, scalarStyle, singleQuoted } from "./yamlScalar.ts";

/** Characters that the server's parser treats as line breaks or rejects. */
const special = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * Returns the lines of a key and its value as Coder's `--write-config` writes them. The first line isn't indented.
 *
 * @param value `undefined` for an empty node, which is null
 * @param parsed whether the server parses the text itself: then no quotes are needed if it looks like a number
 */
export function yamlEntry(key: string, value: JsonValue | undefined, parsed = false): string[] {
	const name = `${yamlKey(key)}:`;
	if (value === undefined) return [name];
	const lines = valueLines(value, parsed);
	if (isNested(value)) return [name, ...indented(lines)];
	const [first = "", ...rest] = lines;
	return [`${name} ${first}`, ...indented(rest)];
}

/** Returns a text in double quotes that every YAML parser reads the same way. */
export function yamlQuoted(text: string): string {
	return JSON.stringify(text).replace(special, escapeCharacter);
}

/** Returns a key as written before its colon. */
export function yamlKey(key: string): string {
	const style = scalarStyle(key, false);
	if (style === "plain") return key;
	return style === "single" ? singleQuoted(key) : doubleQuoted(key);
}

/** Whether a value begins on a new line below its key, as nonempty lists and maps do. */
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

/** Indents lines, except empty ones. */
function indented(lines: readonly string[]): string[] {
	return lines.map((line) => (line === "" ? "" : `  ${line}`));
}
