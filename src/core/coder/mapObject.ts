import type { JsonObject, JsonValue } from "../base/json.ts";

/** Returns an object with the values, and optionally the keys, that the functions return. Drops undefined values. */
export function mapObject(
	object: JsonObject,
	map: (key: string, value: JsonValue) => JsonValue | undefined,
	mapKey: (key: string) => string = (key) => key,
): JsonObject {
	const result: Record<string, JsonValue> = {};
	for (const [key, value] of Object.entries(object)) {
		// No Coder response has this key, and assigning it would change the object's prototype.
		if (key === "__proto__") continue;
		const mapped = map(key, value);
		if (mapped !== undefined) result[mapKey(key)] = mapped;
	}
	return result;
}
