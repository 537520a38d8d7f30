import { isJsonObject, type JsonObject, type JsonValue } from "./json.ts";
import { isSecretOption } from "./secretOptions.ts";

/** What stands where a secret stood inside a longer text. */
export const maskedText = "********";

/** Keys whose text is a secret wherever it stands: in `config`, and inside structured option values. */
const secretKey =
	/(^|_|-)(secret|password|psk|token|api_?key|access_?key|key|encryption_keys|auth_header|connection_url)$/i;

/** What is left of an option that holds a secret: everything that describes it, nothing that is its value. */
const describingKeys = new Set(
	"name description required flag flag_shorthand env yaml annotations group use_instead hidden value_source".split(
		" ",
	),
);

/** Secrets shorter than this are not searched for in other texts: they would match everywhere. */
const shortestSearched = 6;

/**
 * Takes every secret out of an answer of `GET /deployment/config`: the values of options annotated `secret`, at
 * every depth. Servers since v2.17 leak such values in `use_instead`; no value inside `use_instead` is kept at all.
 * What was found is then searched for in all other texts, and passwords inside URLs are masked.
 *
 * @param answer the parsed body, of any shape
 * @returns a copy without secrets
 */
export function maskSecrets(answer: JsonValue): JsonValue {
	const secrets = new Set<string>();
	const withoutOptions = dropSecrets(answer, secrets, false);
	return replaceTexts(
		withoutOptions,
		[...secrets].sort((a, b) => b.length - a.length),
	);
}

function dropSecrets(value: JsonValue, secrets: Set<string>, successor: boolean): JsonValue {
	if (Array.isArray(value)) {
		return (value as readonly JsonValue[]).map((item) => dropSecrets(item, secrets, successor));
	}
	if (!isJsonObject(value)) return value;
	const secret = holdsSecret(value);
	return mapObject(value, (key, child) => {
		if (key === "annotations") return child;
		if (key === "use_instead") return dropSecrets(child, secrets, true);
		if (secret ? !describingKeys.has(key) : successor && key === "value") {
			if (secret) collectTexts(child, secrets);
			return undefined;
		}
		if (typeof child === "string" && child !== "" && secretKey.test(key)) {
			collectTexts(child, secrets);
			return maskedText;
		}
		return dropSecrets(child, secrets, key === "group" ? false : successor);
	});
}

/** An option is secret by its annotation, by its name, or because the option that replaces it is. */
function holdsSecret(option: JsonObject): boolean {
	const { annotations, use_instead: successors } = option;
	if (isJsonObject(annotations) && Boolean(annotations.secret)) return true;
	if (Array.isArray(annotations) && annotations.includes("secret")) return true;
	if (isSecretOption(option.env, option.flag, option.name)) return true;
	return (Array.isArray(successors) ? (successors as readonly JsonValue[]) : [successors]).some(
		(successor) => isJsonObject(successor) && holdsSecret(successor),
	);
}

function collectTexts(value: JsonValue, into: Set<string>): void {
	if (typeof value === "string") {
		if (value.length >= shortestSearched && value !== maskedText) into.add(value);
	} else if (Array.isArray(value)) {
		for (const item of value as readonly JsonValue[]) collectTexts(item, into);
	} else if (isJsonObject(value)) {
		for (const item of Object.values(value)) collectTexts(item, into);
	}
}

function replaceTexts(value: JsonValue, secrets: readonly string[]): JsonValue {
	if (typeof value === "string") return maskText(value, secrets);
	if (Array.isArray(value)) {
		return (value as readonly JsonValue[]).map((item) => replaceTexts(item, secrets));
	}
	if (!isJsonObject(value)) return value;
	return mapObject(value, (key, child) =>
		// A password such as "password" must not eat the words that describe options.
		replaceTexts(child, describingKeys.has(key) && key !== "use_instead" ? [] : secrets),
	);
}

function maskText(text: string, secrets: readonly string[]): string {
	let result = maskUrlPasswords(text);
	for (const secret of secrets) result = result.replaceAll(secret, maskedText);
	return result;
}

/**
 * Masks the password in each `scheme://user:password@host` of a text; the server does not do it. Coder's descriptions
 * explain the form itself as `http://[user:pass@]host:port`: that is left as it is.
 */
export function maskUrlPasswords(text: string): string {
	return text.replace(
		/((?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/(?!\[user:pass@\])[^\s/:@]*):[^\s/]+@/gi,
		(_match, start: string) => `${start}:${maskedText}@`,
	);
}

function mapObject(
	object: JsonObject,
	map: (key: string, value: JsonValue) => JsonValue | undefined,
): JsonObject {
	const result: Record<string, JsonValue> = {};
	for (const [key, value] of Object.entries(object)) {
		// No answer of Coder has this key, and assigning it would change the object's prototype.
		if (key === "__proto__") continue;
		const mapped = map(key, value);
		if (mapped !== undefined) result[key] = mapped;
	}
	return result;
}
