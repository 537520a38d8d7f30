/** Any JSON value; bigint stands for integers that a double can't represent exactly. */
export type JsonValue = null | boolean | number | bigint | string | JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
	[key: string]: JsonValue;
}

/** Returns whether a value is an object, not null or an array. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

const bigintMark = "\u0000bigint:";
const markedBigint = /"\\u0000bigint:(-?\d+)"/g;

/**
 * Returns the text of a JSON value in the format of Go's encoder: `<`, `>`, and `&` are escaped, and it ends with a
 * line feed. A bigint keeps every digit.
 */
export function goJson(value: JsonValue): string {
	const text = JSON.stringify(value, (_key, part: JsonValue) =>
		typeof part === "bigint" ? `${bigintMark}${String(part)}` : part,
	);
	const escaped = text.replace(
		/[<>&\u2028\u2029]/g,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
	return escaped.replace(markedBigint, "$1") + "\n";
}

/** Returns a copy of `base` in which objects are merged key by key and everything else is replaced. */
export function mergeJson(base: JsonObject, change: JsonObject): JsonObject {
	const merged: JsonObject = { ...base };
	for (const [key, value] of Object.entries(change)) {
		const old = merged[key];
		merged[key] = isJsonObject(old) && isJsonObject(value) ? mergeJson(old, value) : value;
	}
	return merged;
}
