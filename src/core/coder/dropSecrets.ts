import { parseGoDuration } from "../base/goDuration.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { mapObject } from "./mapObject.ts";
import { maskedText } from "./maskedText.ts";
import { isEmptyValue } from "./optionValue.ts";
import { isMappingName, isPeriodName, isSecretName } from "./secretName.ts";
import { holdsSecret, isOption } from "./secretOption.ts";

/** The keys of a secret option that are kept: those that describe it, but not its value. */
export const describingKeys = new Set(
	"name description required flag flag_shorthand env yaml annotations group use_instead hidden value_source".split(
		" ",
	),
);

/** Shorter secrets aren't searched for in other texts, because they would match everywhere. */
const shortestSearched = 6;

/** The position of a value in a response. */
interface ValueContext {
	/** Inside `use_instead`. */
	readonly successor: boolean;
	/** The value's key; list elements have the key of their list. */
	readonly key: string;
	readonly inList: boolean;
}

/**
 * Returns a copy without the values of secret options, of what is under a key that names a secret, and of values in
 * `use_instead`.
 *
 * @param secrets receives the removed texts that are long enough to be searched for elsewhere
 */
export function dropSecrets(
	value: JsonValue,
	secrets: Set<string>,
	context: ValueContext = { successor: false, key: "", inList: false },
): JsonValue {
	if (Array.isArray(value)) {
		const items = value as readonly JsonValue[];
		// Headers may also be pairs, `[["Authorization", "Bearer …"]]`, and commands lists, `["--token", "…"]`.
		return items.map((item, index) => {
			const before = items[index - 1];
			const isNamed = isFlag(before) || (context.inList && items.length === 2);
			return isNamed && namesSecret(before)
				? hide(item, secrets)
				: dropSecrets(item, secrets, { ...context, inList: true });
		});
	}
	return isJsonObject(value) ? dropFromObject(value, secrets, context) : value;
}

function dropFromObject(
	object: JsonObject,
	secrets: Set<string>,
	context: ValueContext,
): JsonObject {
	const secret = holdsSecret(object);
	// Headers and variables may be listed as `{"name":"DB_PASSWORD","value":"…"}`.
	const named = !isOption(object) && isNamedSecret(object);
	return mapObject(object, (key, child) => {
		if (secret ? !describingKeys.has(key) : context.successor && key === "value") {
			if (secret) collectTexts(child, secrets);
			return undefined;
		}
		// The name itself isn't secret, even under `key`.
		if (named && nameKey.test(key) && namesSecret(child)) return child;
		if ((named && valueKey.test(key)) || isSecretAt(key, child, context.key)) {
			return hide(child, secrets);
		}
		const successor = key === "use_instead" || (key !== "group" && context.successor);
		return dropSecrets(child, secrets, { successor, key, inList: false });
	});
}

/** The keys of a name and its value in lists of headers and variables. */
const nameKey = /^(?:name|key|header|id|variable|var|field|k)$/i;
const valueKey = /^(?:values?|val|content|data|default|v)$/i;

function isNamedSecret(object: JsonObject): boolean {
	const entries = Object.entries(object);
	return (
		entries.some(([key, child]) => nameKey.test(key) && namesSecret(child)) &&
		entries.some(([key]) => valueKey.test(key))
	);
}

function isFlag(item: JsonValue | undefined): boolean {
	return typeof item === "string" && item.startsWith("--");
}

function namesSecret(name: JsonValue | undefined): boolean {
	return typeof name === "string" && isSecretName(name);
}

/** Returns true if a key names a secret. Doesn't apply to user-defined names and to durations. */
function isSecretAt(key: string, child: JsonValue, above: string): boolean {
	if (!isSecretName(key) || isMappingName(above)) return false;
	return !(isPeriodName(above) && isPeriod(child));
}

function isPeriod(value: JsonValue): boolean {
	if (typeof value === "string") return parseGoDuration(value) !== undefined;
	return typeof value === "number" || typeof value === "bigint";
}

/** Returns the mask for a secret of any shape. Empty values and booleans reveal nothing and are kept. */
function hide(value: JsonValue, secrets: Set<string>): JsonValue {
	if (isEmptyValue(value) || typeof value === "boolean") return value;
	if (value === "true" || value === "false") return value;
	collectTexts(value, secrets);
	return maskedText;
}

function collectTexts(value: JsonValue, into: Set<string>): void {
	if (typeof value === "object" && value !== null) {
		for (const item of Object.values<JsonValue>(value)) collectTexts(item, into);
	} else if (value !== null && typeof value !== "boolean" && value !== maskedText) {
		const text = value.toString();
		if (text.length >= shortestSearched) into.add(text);
	}
}
