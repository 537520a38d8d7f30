import { shorten } from "../base/shorten.ts";
import type { JsonObject, JsonValue } from "../base/json.ts";
import { scrub } from "../coder/scrub.ts";

export { shorten } from "../base/shorten.ts";

/** The longest text in a result, in characters. */
const longestText = 600;

/**
 * Makes a result fit for a model. Its texts come from servers and are only data: whatever may be a credential is
 * taken out, so is what no reader would see (controls, invisible characters), and long ones are cut. Integers that a
 * double would round become texts.
 */
export function plainData(value: JsonValue): JsonValue {
	switch (typeof value) {
		case "string":
			return plainText(value);
		case "bigint":
			return value.toString();
		case "object":
			if (value === null) return null;
			if (Array.isArray(value)) return (value as readonly JsonValue[]).map(plainData);
			return Object.fromEntries(
				Object.entries(value as JsonObject).map(([key, part]) => [plainText(key), plainData(part)]),
			);
		default:
			return value;
	}
}

function plainText(text: string): string {
	// Cut before, so that nothing is searched for in megabytes, and after, because masks may be longer.
	const visible = text.slice(0, 2 * longestText).replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, " ");
	return shorten(scrub(visible), longestText);
}
