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

/** True for a value that says nothing: unset, empty text, empty list, empty map. Zero and false do say something. */
export function isEmptyValue(value: JsonValue | undefined): boolean {
	if (value === undefined || value === null || value === "") return true;
	if (Array.isArray(value)) return value.length === 0;
	return isJsonObject(value) && Object.keys(value).length === 0;
}

/** True when `value`, the option's or its default, is a number of nanoseconds. */
export function isNanoseconds(option: DeploymentOption, value: JsonValue | undefined): boolean {
	return option.duration && (typeof value === "bigint" || Number.isInteger(value));
}

/** A value as the option's flag and variable accept it: durations as Go writes them, lists with commas. */
export function settingText(option: DeploymentOption, value: JsonValue | undefined): string {
	if (isEmptyValue(value)) return "";
	if (isNanoseconds(option, value)) return goDuration(value as Int);
	return typeof value === "object" && value !== null ? structuredText(value) : String(value);
}

/** Many options may be compared with one: its text is made once. */
const structuredText = memoize((value: JsonArray | JsonObject): string =>
	isScalarList(value) ? value.map(csvField).join(",") : (stringify(value) ?? ""),
);

/** A value that is one text: neither unset nor built of other values. */
export type Scalar = string | number | bigint | boolean;

/** True for a list of nothing but scalars. */
export function isScalarList(value: JsonValue | undefined): value is readonly Scalar[] {
	return (
		Array.isArray(value) &&
		(value as readonly JsonValue[]).every((item) => item !== null && typeof item !== "object")
	);
}

/** The server reads lists as one CSV record. */
function csvField(item: Scalar): string {
	const text = String(item);
	return /[",\r\n]|^\s|^$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The option's default in the shape of its value; the server writes every default as text.
 *
 * @returns nothing for an option without a default
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
