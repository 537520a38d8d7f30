import { t } from "../base/l10n.ts";
import { escapeMarkdown } from "../base/markdown.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { markWord, marksOf } from "./optionMarks.ts";
import { isSet } from "./optionFacts.ts";
import { showValue } from "./optionText.ts";
import { defaultValue, settingText } from "../coder/optionValue.ts";
import { markdownCode } from "../base/markdownCell.ts";
import { sourceLabel } from "./sourceLabel.ts";
import { plainLines } from "../base/plainText.ts";
import { historyNotes } from "../releases/historyNotes.ts";
import { secretState } from "./optionWords.ts";

/** Describes an option in Markdown paragraphs: what it is, its value, the value's source, and how to set it. */
export function optionHover(option: DeploymentOption): string[] {
	const { name, description, useInstead } = option;
	const marks = marksOf(option).map(markWord);
	const title = `**${escapeMarkdown(name)}**`;
	return [
		marks.length === 0 ? title : `${title} — ${marks.map(escapeMarkdown).join(", ")}`,
		...(description === "" ? [] : description.split(/\n{2,}/).map(escapeMarkdown)),
		...(useInstead.length === 0
			? []
			: [escapeMarkdown(t("Use {0} instead.", useInstead.map((one) => one.name).join(", ")))]),
		facts(option),
		...pastOf(option),
	];
}

/** Returns what is known of the option's past releases, or `undefined` for an option of a custom server. */
function pastOf({ id }: DeploymentOption): string[] {
	const notes = historyNotes(id);
	return notes.length === 0 ? [] : [escapeMarkdown(notes.join(" "))];
}

const code = (text: string) => markdownCode(plainLines(text));

function facts(option: DeploymentOption): string {
	const { secret, env, flag, flagShorthand, yamlPath, value } = option;
	const flags = [flagShorthand && `-${flagShorthand}`, flag && `--${flag}`].filter(Boolean);
	const rows: readonly (readonly [string, string])[] = [
		[t("Value"), secret ? escapeMarkdown(secretState(option)) : valueCode(option, value)],
		[t("Default"), secret ? "" : valueCode(option, defaultValue(option))],
		[t("Source"), escapeMarkdown(sourceWords(option))],
		[t("Flag"), code(flags.join(", "))],
		[t("Environment variable"), code(env ?? "")],
		[t("YAML"), code(yamlPath?.join(".") ?? "")],
	];
	const filled = rows.filter(([, text]) => text !== "");
	return [
		"| | |",
		"| --- | --- |",
		...filled.map(([label, text]) => `| ${label} | ${text} |`),
	].join("\n");
}

/** Formats a value as entered, followed by words if they add information. */
function valueCode(option: DeploymentOption, value: DeploymentOption["value"]): string {
	const shown = showValue(option, value);
	if (shown.form === "absent") return escapeMarkdown(shown.lines.join(" "));
	const written = code(settingText(option, value));
	return shown.exact === undefined
		? written
		: `${written} (${escapeMarkdown(shown.lines.join(" "))})`;
}

/**
 * Describes the source of a value. Since v2.18, a deprecated name and its replacement share a source, so it's unknown
 * which one was set.
 */
function sourceWords(option: DeploymentOption): string {
	const { valueSource, useInstead } = option;
	if (!valueSource) return "";
	const name = sourceLabel(valueSource);
	return isSet(option) && useInstead.length > 0
		? t("{0}, under this name or its replacement's", name)
		: name;
}
