import { memoize } from "../base/memoize.ts";
import { parseGoDuration } from "../base/goDuration.ts";
import { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from "../base/json.ts";
import { isEmptyValue } from "../coder/optionValue.ts";

/**
 * Returns true if two values of an option are the same to the server: an unset list is empty, `1n` is `1`, `1h` is 3600
 * seconds, and the order of an object's keys doesn't matter.
 *
 * @param duration whether the values are durations: nanoseconds, or texts such as `24h0m0s`
 */
export function sameValue(
	a: JsonValue | undefined,
	b: JsonValue | undefined,
	duration: boolean,
): boolean {
	return duration ? same(nanoseconds(a), nanoseconds(b)) : same(a, b);
}

function nanoseconds(value: JsonValue | undefined): JsonValue | undefined {
	return typeof value === "string" ? (parseGoDuration(value) ?? value) : value;
}

function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
	if (a === b) return true;
	if (isEmptyValue(a) || isEmptyValue(b)) return isEmptyValue(a) && isEmptyValue(b);
	if (isNumber(a) && isNumber(b)) return a <= b && a >= b;
	if (isList(a) && isList(b)) {
		return a.length === b.length && a.every((item, index) => same(item, b[index]));
	}
	if (!isJsonObject(a) || !isJsonObject(b)) return false;
	const [left, right] = [nonZero(a), nonZero(b)];
	return left.size === right.size && [...left].every(([key, value]) => same(value, right.get(key)));
}

/** The content of an object. Cached, because many objects may be compared with one. */
const nonZero = memoize(
	(object: JsonObject): ReadonlyMap<string, JsonValue> =>
		new Map(Object.entries(object).filter(([, value]) => !isZero(value))),
);

function isNumber(value: JsonValue | undefined): value is number | bigint {
	return typeof value === "number" || typeof value === "bigint";
}

function isList(value: JsonValue | undefined): value is JsonArray {
	return Array.isArray(value);
}

/**
 * Whether a value is one of Go's zero values. Go's encoders omit them inside an object in one format and write them in
 * another.
 */
function isZero(value: JsonValue | undefined): boolean {
	return value === false || value === 0 || isEmptyValue(value);
}
