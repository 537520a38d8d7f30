import { parse as parseLossless, stringify } from "lossless-json";
import { ExcessError, textBounds } from "./bounds.ts";
import { checkJsonText } from "./checkJsonText.ts";

/** Any JSON value. Integers that a double would round are `bigint`. */
export type JsonValue = null | boolean | number | bigint | string | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
	readonly [key: string]: JsonValue;
}

/** Returns true for a JSON object, false for arrays and everything else. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns true if `digits`, parsed as a double, wouldn't be written with the same digits. */
function rounds(digits: string): boolean {
	return String(Number(digits)) !== digits;
}

function exactNumber(text: string): number | bigint {
	return /^-?\d{16,}$/.test(text) && rounds(text) ? BigInt(text) : Number(text);
}

/**
 * Parses JSON without rounding integers: Go sends int64, while JavaScript numbers are exact only up to 2^53. Uses the
 * engine's own parser unless the text contains such a number. The last of repeated keys wins.
 *
 * @throws SyntaxError if the text isn't JSON
 * @throws {ExcessError} if the text exceeds {@link textBounds}
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
		// This parser recurses for each level.
		if (error instanceof RangeError) throw new ExcessError("depth", textBounds);
		throw error;
	}
}

/** Writes JSON indented with tabs. A `bigint` is written as a plain number. */
export function formatJson(value: JsonValue): string {
	try {
		return JSON.stringify(value, null, "\t");
	} catch {
		// The engine's own serializer is many times faster, but doesn't support bigint.
		return stringify(value, null, "\t") ?? "null";
	}
}
