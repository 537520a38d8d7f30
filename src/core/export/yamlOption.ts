import { isJsonObject, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isEmptyValue, isNanoseconds, settingText } from "../coder/optionValue.ts";
import { holdsMask } from "./envEntries.ts";

/**
 * An option's value as the server's YAML has it: durations as Go writes them, empty lists and maps as such.
 *
 * @param type the option's type word
 * @returns `undefined` for an empty node, which is how URLs and their like are unset
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

/** The value of an option of a type, where it has none. */
function emptyOf(type: string | undefined): JsonValue | undefined {
	if (type?.startsWith("struct[map")) return {};
	if (type === "string" || type === "yaml-config-path") return "";
	return isParsedText(type) ? undefined : [];
}

/** Inside the server's structures only lists can be null, and are written empty. */
function withoutNull(value: JsonValue): JsonValue {
	if (value === null) return [];
	if (Array.isArray(value)) return (value as readonly JsonValue[]).map(withoutNull);
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutNull(child)]));
}

/** True for types whose values the server reads from the text itself, whatever it looks like to YAML. */
export function isReadAsText(type: string | undefined): boolean {
	return type === "duration" || isParsedText(type);
}

/** Types whose values are texts that the server parses. */
function isParsedText(type: string | undefined): boolean {
	return type === "url" || type === "regexp" || cannotBeEmpty(type);
}

/** Types that the server cannot read from an empty node, though it writes one. */
function cannotBeEmpty(type: string | undefined): boolean {
	return type === "host:port" || type?.startsWith("enum[") === true;
}

/** A sentence for people where the server would not, or should not, read what is written. */
export function whyCommentedOut(
	option: DeploymentOption,
	type: string | undefined,
): string | undefined {
	if (isEmptyValue(option.value)) {
		return cannotBeEmpty(type) ? t("Empty, which the server doesn't accept in a file.") : undefined;
	}
	return holdsMask(settingText(option, option.value))
		? t("Contains a secret that the deployment doesn't reveal. Add it yourself.")
		: undefined;
}

/** Sentences for people that stand above an option, beside Coder's own words. */
export function yamlNotes({ id, value }: DeploymentOption): string[] {
	return id === "external-auth-providers" && !isEmptyValue(value)
		? [t("The deployment doesn't reveal the client secrets. Add client_secret to each provider.")]
		: [];
}
