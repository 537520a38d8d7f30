import { memoize } from "../base/memoize.ts";
import { stringify } from "lossless-json";
import { answerBounds } from "../base/bounds.ts";
import { checkValue } from "../base/checkValue.ts";
import { goDuration } from "../base/format.ts";
import { parseGoDuration } from "../base/goDuration.ts";
import {
	isJsonObject,
	parseJson,
	type JsonArray,
	type JsonObject,
	type JsonValue,
} from "../base/json.ts";
import type { Int } from "../base/int.ts";
import type { DeploymentOption } from "./model.ts";

/** Returns true for an empty value: unset, or an empty string, list, or map. Zero and false aren't empty. */
export function isEmptyValue(value: JsonValue | undefined): boolean {
	if (value === undefined || value === null || value === "") return true;
	if (Array.isArray(value)) return value.length === 0;
	return isJsonObject(value) && Object.keys(value).length === 0;
}

/** Returns true if `value`, the option's or its default, is a number of nanoseconds. */
export function isNanoseconds(option: DeploymentOption, value: JsonValue | undefined): boolean {
	return option.duration && (typeof value === "bigint" || Number.isInteger(value));
}

/** Formats a value as the option's flag and variable accept it: durations in Go's format, lists separated by commas. */
export function settingText(option: DeploymentOption, value: JsonValue | undefined): string {
	if (isEmptyValue(value)) return "";
	if (isNanoseconds(option, value)) return goDuration(value as Int);
	return typeof value === "object" && value !== null ? structuredText(value) : String(value);
}

/** Cached, because one option may be compared with many. */
const structuredText = memoize((value: JsonArray | JsonObject): string =>
	isScalarList(value) ? value.map(csvField).join(",") : (stringify(value) ?? ""),
);

/** A value with a single text: neither unset nor a list or map. */
export type Scalar = string | number | bigint | boolean;

/** Returns true for a list of scalars. */
export function isScalarList(value: JsonValue | undefined): value is readonly Scalar[] {
	return (
		Array.isArray(value) &&
		(value as readonly JsonValue[]).every((item) => typeof item !== "object")
	);
}

/** Formats an item of a list. The server parses lists as one CSV record. */
function csvField(item: Scalar): string {
	const text = String(item);
	return /[",\r\n]|^\s|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Returns the option's default in the type of its value; the server sends every default as text.
 *
 * @returns `undefined` for an option without a default
 */
export const defaultValue = memoize((option: DeploymentOption): JsonValue | undefined => {
	const { default: text, value } = option;
	if (text === undefined) return undefined;
	if (option.duration) return parseGoDuration(text) ?? text;
	if (typeof value === "boolean") return text === "true" ? true : text === "false" ? false : text;
	if (typeof value === "number" || typeof value === "bigint") {
		return /^-?\d{1,40}$/.test(text) ? BigInt(text) : text;
	}
	if (typeof value !== "object") return text;
	const json = /^[[{]/.test(text) ? tryParse(text) : undefined;
	if (value !== null && !Array.isArray(value)) return json ?? text;
	return Array.isArray(json) ? json : csvRecord(text);
});

function tryParse(text: string): JsonValue | undefined {
	try {
		const value = parseJson(text);
		checkValue(value, answerBounds);
		return value;
	} catch {
		return undefined;
	}
}

function csvRecord(text: string): readonly string[] {
	if (text === "") return [];
	const fields = text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
	return [...fields].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}
