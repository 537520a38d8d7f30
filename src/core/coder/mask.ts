import { isJsonObject, type JsonValue } from "../base/json.ts";
import { memoizeTexts } from "../base/memoize.ts";
import { describingKeys, dropSecrets } from "./dropSecrets.ts";
import { mapObject } from "./mapObject.ts";
import { maskedText } from "./maskedText.ts";
import { maskText } from "./secretText.ts";
import { TextSearch } from "./textSearch.ts";

export { maskedText } from "./maskedText.ts";

/**
 * Removes all secrets from a response of `GET /deployment/config`, or from a user's file: the values of secret options,
 * and everything under a key that names a secret, in any shape and at any depth. Servers since v2.17 leak such values
 * in `use_instead`, so no value there is kept. Secrets that were found are then searched for in all other texts, and
 * credentials inside texts are masked.
 *
 * @param answer the parsed body, of any shape
 * @returns a copy without secrets
 */
export function maskSecrets(answer: JsonValue): JsonValue {
	const secrets = new Set<string>();
	const without = dropSecrets(answer, secrets);
	return replaceTexts(without, new TextSearch(secrets), memoizeTexts(maskText));
}

/** @param mask {@link maskText}, once for each of the many texts and keys that repeat */
function replaceTexts(
	value: JsonValue,
	secrets: TextSearch,
	mask: (text: string) => string,
	describing = false,
): JsonValue {
	if (typeof value === "string") {
		const text = mask(value);
		// A password such as "password" must not replace words in descriptions.
		return describing ? text : secrets.replace(text, maskedText);
	}
	if (Array.isArray(value)) {
		return (value as readonly JsonValue[]).map((item) =>
			replaceTexts(item, secrets, mask, describing),
		);
	}
	if (!isJsonObject(value)) return value;
	return mapObject(
		value,
		(key, child) =>
			replaceTexts(child, secrets, mask, describingKeys.has(key) && key !== "use_instead"),
		mask,
	);
}
