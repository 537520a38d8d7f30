import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { shorten } from "../base/shorten.ts";
import { plainText } from "../base/plainText.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isEmptyValue, settingText } from "../coder/optionValue.ts";
import { sourceLabel } from "../options/sourceLabel.ts";
import type { DriftCounts } from "./drift.ts";

/** The maximum length of a value shown at the end of a line, in characters. */
const longestValue = 60;

/** Returns a deployment's name, and how many of a file's settings differ from it. */
export function driftSummary(name: string, counts: DriftCounts): string {
	const { settings, differ, secrets, notCompared } = counts;
	const total = formatCount(settings);
	return [
		differ === 0
			? settings === 1
				? t("{0}: 1 setting, no difference", name)
				: t("{0}: {1} settings, no differences", name, total)
			: settings === 1
				? t("{0}: the setting differs", name)
				: differ === 1
					? t("{0}: 1 of {1} settings differs", name, total)
					: t("{0}: {1} of {2} settings differ", name, formatCount(differ), total),
		secretsText(secrets),
		notCompared === 0
			? ""
			: notCompared === 1
				? t("1 value not in the file")
				: t("{0} values not in the file", formatCount(notCompared)),
	]
		.filter((part) => part !== "")
		.join(", ");
}

function secretsText(secrets: number): string {
	if (secrets === 0) return "";
	return secrets === 1
		? t("1 secret not compared")
		: t("{0} secrets not compared", formatCount(secrets));
}

/** Returns the text shown at the end of a line with a setting that differs: the deployment's value and its source. */
export function driftHint(name: string, option: DeploymentOption): string {
	const value = shownText(option);
	const source = option.valueSource;
	return source === undefined
		? t("{0}: {1}", name, value)
		: t("{0}: {1} ({2})", name, value, sourceLabel(source));
}

/** Formats an option's value as it is typed, on one line. Never call it for a secret. */
export function shownText(option: DeploymentOption): string {
	if (isEmptyValue(option.value)) return t("Not set");
	return shorten(plainText(settingText(option, option.value)), longestValue);
}
