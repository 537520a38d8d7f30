import { isJsonObject, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isEmptyValue, isNanoseconds, settingText } from "../coder/optionValue.ts";
import { holdsMask } from "./envEntries.ts";

/**
 * Returns an option's value as in the server's YAML: durations in Go's format, and explicit empty lists and maps.
 *
 * @param type the option's type
 * @returns `undefined` for an empty node, which unsets URLs and similar options
 */
export function yamlValue(
	option: DeploymentOption,
	type: string | undefined,
): JsonValue | undefined {
	const { value } = option;
	if (isNanoseconds(option, value)) return settingText(option, value);
	if (value === null || value === undefined) return emptyOf(type);
	if (value === "" && isParsedText(type)) return undefined;
	return type?.startsWith("struct[") ? withoutNull(value) : value;
}

/** Returns the empty value of an option's type. */
function emptyOf(type: string | undefined): JsonValue | undefined {
	if (type?.startsWith("struct[map")) return {};
	if (type === "string" || type === "yaml-config-path") return "";
	return isParsedText(type) ? undefined : [];
}

/** Replaces null values. In the server's structures, only lists can be null; they are written as empty. */
function withoutNull(value: JsonValue): JsonValue {
	if (value === null) return [];
	if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withoutNull);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutNull(child)]));
}

/** Returns true for types that the server parses from the text itself, however YAML would interpret it. */
export function isReadAsText(type: string | undefined): boolean {
	return type === "duration" || isParsedText(type);
}

/** Returns true for types with text values that the server parses. */
function isParsedText(type: string | undefined): boolean {
	return type === "url" || type === "regexp" || cannotBeEmpty(type);
}

/** Returns true for types that the server can't parse from an empty node, although it writes one. */
function cannotBeEmpty(type: string | undefined): boolean {
	return type === "host:port" || type?.startsWith("enum[") === true;
}

/** Returns a sentence for users if the server wouldn't, or shouldn't, read what is written. */
export function whyCommentedOut(
	option: DeploymentOption,
	type: string | undefined,
): string | undefined {
	if (isEmptyValue(option.value)) {
		return cannotBeEmpty(type)
			? t("Empty. The server doesn't accept an empty value in a file.")
			: undefined;
	}
	return holdsMask(settingText(option, option.value))
		? t("Contains a secret that the deployment doesn't reveal. Add it yourself.")
		: undefined;
}

/** Returns sentences for users to write above an option, in addition to Coder's description. */
export function yamlNotes({ id, value }: DeploymentOption): string[] {
	return id === "external-auth-providers" && !isEmptyValue(value)
		? [t("The deployment doesn't reveal the client secrets. Add client_secret to each provider.")]
		: [];
}
