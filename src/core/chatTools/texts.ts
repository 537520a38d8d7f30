import { shorten } from "../base/shorten.ts";
import type { JsonObject, JsonValue } from "../base/json.ts";
import { scrub } from "../coder/scrub.ts";

export { shorten } from "../base/shorten.ts";

/** The maximum length of a text in a result, in characters. */
const longestText = 600;

/**
 * Makes a result safe for a model. Its texts come from servers and are only data: possible credentials and invisible or
 * control characters are removed, and long texts are shortened. Integers that a double would round become strings.
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
	// Shortened before, to avoid searching megabytes, and after, because masks may be longer than what they replace.
	const visible = text.slice(0, 2 * longestText).replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, " ");
	return shorten(scrub(visible), longestText);
}
