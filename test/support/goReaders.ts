import assert from "node:assert/strict";
import { isMap, isScalar, isSeq, parse, parseDocument, type Node } from "yaml";
import type { JsonValue } from "../../src/core/base/json.ts";

/** How Go's own functions parse text, implemented separately so that the code under test isn't compared with itself. */

const units: readonly (readonly [string, bigint])[] = [
	["ns", 1n],
	["us", 1000n],
	["µs", 1000n],
	["ms", 1_000_000n],
	["s", 1_000_000_000n],
	["m", 60_000_000_000n],
	["h", 3_600_000_000_000n],
];

/** Implements `time.ParseDuration`, which servers before v2.29 use; exports don't need days. */
export function goDuration(text: string): bigint {
	let rest = text.replace(/^-/, "");
	if (rest === "0") return 0n;
	assert.notEqual(rest, "", "no duration");
	let total = 0n;
	while (rest !== "") {
		const [whole, digits = "", fraction = "", unit = ""] =
			/^(\d+)(?:\.(\d+))?([a-zµ]+)/.exec(rest) ?? assert.fail(`no duration: ${text}`);
		const [, ns] = units.find(([name]) => name === unit) ?? assert.fail(`no unit: ${unit}`);
		total += BigInt(digits) * ns + (BigInt(fraction || "0") * ns) / 10n ** BigInt(fraction.length);
		rest = rest.slice(whole.length);
	}
	return text.startsWith("-") ? -total : total;
}

/** Implements `strconv.ParseBool`. */
export function goBool(text: string): boolean {
	if (["1", "t", "T", "TRUE", "true", "True"].includes(text)) return true;
	assert.ok(["0", "f", "F", "FALSE", "false", "False"].includes(text), `no bool: ${text}`);
	return false;
}

/** Implements `strconv.ParseInt` with 64 bits. */
export function goInt(text: string): bigint {
	assert.match(text, /^[-+]?\d+$/);
	const value = BigInt(text);
	assert.equal(value, BigInt.asIntN(64, value));
	return value;
}

/** Reads a record like `encoding/csv`, character by character. */
export function goCsv(text: string): string[] {
	const fields: string[] = [];
	let field = "";
	let quoted = false;
	for (let index = 0; index < text.length; index++) {
		const character = text[index] ?? "";
		if (quoted) {
			if (character !== '"') field += character;
			else if (text[index + 1] === '"') {
				field += '"';
				index++;
			} else {
				quoted = false;
				assert.match(text.slice(index + 1), /^(,|$)/, "text behind a quoted field");
			}
		} else if (character === '"') {
			assert.ok(index === 0 || text[index - 1] === ",", "a quote inside a field");
			quoted = true;
		} else if (character === ",") {
			fields.push(field);
			field = "";
		} else {
			assert.notEqual(character, "\n", "a second record");
			field += character;
		}
	}
	assert.ok(!quoted, "a quote that does not end");
	return [...fields, field];
}

/**
 * Parses the text of a flag or variable as an option's `Set` does.
 *
 * @param type the type in the list of options, such as `StringArray`
 * @throws AssertionError if the server wouldn't start with the text
 */
export function goSet(type: string, text: string): JsonValue {
	switch (type) {
		case "Bool":
			return text === "" ? false : goBool(text);
		case "Int64":
			return goInt(text);
		case "Duration":
			return goDuration(text);
		case "StringArray":
			return text === "" ? null : goCsv(text);
		case "HostPort":
			assert.match(text, /^(\[[^\]]*\]|[^:]*):[^:]*$/, "no host and port");
			return text;
		case "URL":
			assert.doesNotThrow(() => new URL(text, "https://base.example"), text);
			return text;
		default:
			return type.startsWith("Struct[") ? (parse(text, { intAsBigInt: true }) as JsonValue) : text;
	}
}

/** Returns the nodes of a file by their dotted path, as the server finds them. */
export function goYamlNodes(text: string): ReadonlyMap<string, Node> {
	const document = parseDocument(text, { intAsBigInt: true });
	assert.deepEqual(document.errors, []);
	const found = new Map<string, Node>();
	const add = (node: unknown, above: string): void => {
		if (!isMap(node)) return;
		for (const { key, value } of node.items) {
			assert.ok(isScalar(key));
			const path = above + (key.source ?? "");
			found.set(path, value as Node);
			add(value, `${path}.`);
		}
	};
	add(document.contents, "");
	return found;
}

/** Parses a node as an option does (`setFromYAMLNode`). */
export function goSetNode(type: string, node: Node): JsonValue {
	if (type.startsWith("Struct[")) return node.toJSON() as JsonValue;
	if (isScalar(node)) return goSet(type, node.source ?? "");
	assert.ok(isSeq(node), "a map");
	if (node.items.length === 0) return goSet(type, "");
	assert.equal(type, "StringArray");
	return node.items.map((item) => {
		assert.ok(isScalar(item));
		return item.source ?? "";
	});
}
