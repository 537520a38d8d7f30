import { parse as parseLossless, stringify } from "lossless-json";
import { ExcessError, textBounds } from "./bounds.ts";
import { checkJsonText } from "./checkJsonText.ts";

/** Any JSON value. Integers that a double would round are `bigint`. */
export type JsonValue = null | boolean | number | bigint | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
	readonly [key: string]: JsonValue;
}

/** True for a JSON object, false for arrays and everything else. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True when `digits`, read as a double, would not be written with the same digits again. */
function rounds(digits: string): boolean {
	return String(Number(digits)) !== digits;
}

function exactNumber(text: string): number | bigint {
	return /^-?\d{16,}$/.test(text) && rounds(text) ? BigInt(text) : Number(text);
}

/**
 * Parses JSON text without rounding integers: Go sends int64, JavaScript's numbers are exact up to 2^53 only.
 * The engine's own parser is used unless the text really has such a number. Of a repeated key the last one counts.
 *
 * @throws SyntaxError when the text is not JSON
 * @throws {ExcessError} when the text holds more than {@link textBounds}
 */
export function parseJson(text: string): JsonValue {
	const longNumbers = checkJsonText(text, textBounds);
	if (!longNumbers.some(rounds)) return JSON.parse(text) as JsonValue;
	try {
		return parseLossless(text, null, {
			parseNumber: exactNumber,
			onDuplicateKey: ({ newValue }) => newValue,
		}) as JsonValue;
	} catch (error) {
		// This parser calls itself for each level.
		if (error instanceof RangeError) throw new ExcessError("depth", textBounds);
		throw error;
	}
}

/** Writes JSON text with tabs; a `bigint` is written as the plain number it was. */
export function formatJson(value: JsonValue): string {
	try {
		return JSON.stringify(value, null, "\t");
	} catch {
		// The engine's own writer, many times faster, knows no bigint.
		return stringify(value, null, "\t") ?? "null";
	}
}
