import assert from "node:assert/strict";
import { parse } from "yaml";
import { parseGoDuration } from "../../../../src/core/base/goDuration.ts";
import { formatJson, type JsonValue } from "../../../../src/core/base/json.ts";
import type { DeploymentOption } from "../../../../src/core/coder/model.ts";
import { isEmptyValue } from "../../../../src/core/coder/optionValue.ts";

/** Parses the text of a flag or variable as the server does, by the shape of the option's value. */
export function readSetting(option: DeploymentOption, text: string): JsonValue {
	const { value } = option;
	if (text === "") return "";
	if (option.duration) return parseGoDuration(text) ?? assert.fail(`no duration: ${text}`);
	if (typeof value === "boolean") {
		assert.match(text, /^(true|false)$/);
		return text === "true";
	}
	if (typeof value === "number" || typeof value === "bigint") return BigInt(text);
	if (typeof value === "string") return text;
	const list = Array.isArray(value) && value.every((item) => typeof item === "string");
	return list ? readCsvRecord(text) : (parse(text) as JsonValue);
}

/** Parses a record as Go's `encoding/csv` does, which rejects a quote inside an unquoted field. */
export function readCsvRecord(text: string): string[] {
	const fields: string[] = [];
	let rest = text;
	for (;;) {
		const [whole, quoted, plain = ""] =
			/^(?:"((?:[^"]|"")*)"|([^",\n]*))(?=,|$)/.exec(rest) ?? assert.fail(`no CSV: ${rest}`);
		fields.push(quoted?.replaceAll('""', '"') ?? plain);
		rest = rest.slice(whole.length);
		if (rest === "") return fields;
		rest = rest.slice(1);
	}
}

/** Returns a value as text for comparisons: all empty values are equal, and numbers are their digits. */
export function comparable(value: JsonValue | undefined): string {
	return isEmptyValue(value) ? "(empty)" : formatJson(sortedKeys(value ?? null));
}

function sortedKeys(value: JsonValue): JsonValue {
	if (Array.isArray(value)) {
		// Inside a structure, an unset list is an empty one.
		return value.length === 0 ? null : (value as readonly JsonValue[]).map(sortedKeys);
	}
	if (typeof value !== "object" || value === null) {
		return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
	}
	const entries = Object.entries(value as Record<string, JsonValue>);
	return Object.fromEntries(
		entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sortedKeys(item)]),
	);
}
