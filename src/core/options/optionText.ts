import { formatNanoseconds } from "../base/format.ts";
import { formatJson, isJsonObject, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import type { Int } from "../base/int.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isEmptyValue, isNanoseconds, isScalarList, settingText } from "../coder/optionValue.ts";
import { isObjectList, objectLine } from "./objectLine.ts";
import { zeroMeansOff } from "./zeroDuration.ts";

/** An option's value as shown to users. */
export interface ShownValue {
	/**
	 * How it's shown: `words` are the extension's and translated, `text` is literal, `list` has one item per line,
	 * `code` is JSON, and `absent` means that there is no value.
	 */
	readonly form: "words" | "text" | "list" | "code" | "absent";
	readonly lines: readonly string[];
	/** The exact duration, if the words are rounded or differ from the input format: `24h0m0s`. */
	readonly exact?: string;
}

/** Formats an option's current value or default. Never call it for a secret, which has no value. */
export function showValue(option: DeploymentOption, value: JsonValue | undefined): ShownValue {
	if (value === undefined || isEmptyValue(value)) return absent(t("Not set"));
	if (typeof value === "boolean") return words(value ? t("Enabled") : t("Disabled"));
	if (isNanoseconds(option, value)) {
		const exact = settingText(option, value);
		if (exact === "0s" && zeroMeansOff(option)) return { ...words(t("Off")), exact };
		// There are no words for less than a millisecond.
		if (/[nµ]s$/.test(exact)) return { form: "text", lines: [exact] };
		return { ...words(formatNanoseconds(value as Int)), exact };
	}
	if (isScalarList(value)) return { form: "list", lines: value.map(String) };
	const values = isJsonObject(value) ? Object.values(value) : undefined;
	if (isJsonObject(value) && isScalarList(values)) {
		const lines = Object.keys(value).map((key, index) => `${key} → ${String(values[index])}`);
		return { form: "list", lines };
	}
	if (isObjectList(value)) return { form: "list", lines: value.map(objectLine) };
	if (typeof value === "object") {
		return { form: "code", lines: formatJson(value).replaceAll("\t", "  ").split("\n") };
	}
	return { form: "text", lines: [String(value)] };
}

/**
 * Describes whether a secret is set.
 *
 * @param sourcesReported false if the server is too old to report sources
 */
export function showSecret(option: DeploymentOption, sourcesReported: boolean): ShownValue {
	if (!sourcesReported) return absent(t("This server doesn't report whether it's set"));
	if (option.valueSource === "default") return absent(t("Default"));
	return option.valueSource ? words(t("Set")) : absent(t("Not set"));
}

function words(line: string): ShownValue {
	return { form: "words", lines: [line] };
}

function absent(line: string): ShownValue {
	return { form: "absent", lines: [line] };
}
