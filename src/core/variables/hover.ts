import { commandIds } from "../commands/commandIds.ts";
import { referenceOf } from "../coder/docs.ts";
import { markdownCode } from "../base/markdownCell.ts";
import { t } from "../base/l10n.ts";
import { historyNotes } from "../releases/historyNotes.ts";
import { escapeMarkdown, markdownCommand, markdownLink } from "../base/markdown.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { markWord, marksOf } from "../options/optionMarks.ts";
import { isSet } from "../options/optionFacts.ts";
import { showSecret, showValue } from "../options/optionText.ts";
import { defaultValue, settingText } from "../coder/optionValue.ts";
import { sourceLabel } from "../options/sourceLabel.ts";
import { plainLines } from "../base/plainText.ts";
import type { Variable } from "./known.ts";
import { typeWords } from "../options/optionType.ts";

/** The maximum length of a value in the hover, in characters. Longer values are shortened. */
const longestValue = 300;

/** The active deployment, as far as the hover shows it. */
export interface ReportingDeployment {
	readonly key: string;
	readonly name: string;
	/** Whether the server reports value sources. Older servers don't. */
	readonly sourcesReported: boolean;
}

/**
 * Describes a variable in Markdown paragraphs: its meaning, its default, its value in the deployment, and the source of
 * that value. Of secrets, only says whether they are set.
 *
 * @param deployment the active deployment, if its configuration can be read
 */
export function variableHover(
	variable: Variable,
	deployment: ReportingDeployment | undefined,
): string[] {
	const { name, option, other, deprecated, useInstead } = variable;
	// The newest known release determines whether an option is deprecated. Hidden options are handled like any other.
	const own = option
		? marksOf(option).filter((mark) => mark !== "deprecated" && mark !== "hidden")
		: [];
	const marks = [...(deprecated ? (["deprecated"] as const) : []), ...own].map(markWord);
	const title = option ? `**${escapeMarkdown(option.name)}** ${code(name)}` : `**${code(name)}**`;
	return [
		[title, ...marks.map(escapeMarkdown)].join(" · "),
		...(useInstead.length === 0 ? [] : [t("Use {0} instead.", useInstead.map(code).join(", "))]),
		...(option ? optionParagraphs(variable, option, deployment) : []),
		...(other ? [escapeMarkdown(other.description)] : []),
		links(variable, deployment),
	];
}

const code = (text: string) => markdownCode(plainLines(text));

function optionParagraphs(
	variable: Variable,
	option: DeploymentOption,
	deployment: ReportingDeployment | undefined,
): string[] {
	const { description, groups } = option;
	const path = groups.map((group) => group.name).join(" › ");
	return [
		...(description === ""
			? [escapeMarkdown(path ? t("Coder server option, in {0}.", path) : t("Coder server option."))]
			: description.split(/\n{2,}/).map(escapeMarkdown)),
		facts(variable, option, deployment),
		...notes(variable, deployment),
	];
}

function facts(
	{ reported, type }: Variable,
	option: DeploymentOption,
	deployment: ReportingDeployment | undefined,
): string {
	const { secret, flag, flagShorthand, yamlPath } = option;
	const flags = [flagShorthand && `-${flagShorthand}`, flag && `--${flag}`].filter(Boolean);
	const rows: (readonly [string, string])[] = [];
	if (reported && deployment) {
		rows.push(
			[t("Value on {0}", deployment.name), valueNow(option, deployment)],
			[t("Source"), sourceWords(option)],
		);
	}
	rows.push(
		[t("Default"), secret ? "" : valueCode(option, defaultValue(option) ?? zero(type))],
		[t("Type"), type === undefined ? "" : escapeMarkdown(typeWords(type))],
		[t("Flag"), code(flags.join(", "))],
		[t("YAML"), code(yamlPath?.join(".") ?? "")],
	);
	return [
		"| | |",
		"| --- | --- |",
		...rows
			.filter(([, text]) => text !== "")
			.map(([label, text]) => `| ${escapeMarkdown(label)} | ${text} |`),
	].join("\n");
}

/** Returns the value to show if there is no default: switches are off. */
const zero = (type: Variable["type"]) => (type === "bool" ? false : undefined);

function valueNow(option: DeploymentOption, { sourcesReported }: ReportingDeployment): string {
	if (option.secret) return escapeMarkdown(showSecret(option, sourcesReported).lines.join(" "));
	return valueCode(option, option.value);
}

/** Formats a value as it is typed, followed by a readable form if that adds information. */
function valueCode(option: DeploymentOption, value: DeploymentOption["value"]): string {
	const shown = showValue(option, value);
	if (shown.form === "absent") return escapeMarkdown(shown.lines.join(" "));
	const text = settingText(option, value);
	const cut = text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
	const written = code(cut);
	return shown.exact === undefined
		? written
		: `${written} (${escapeMarkdown(shown.lines.join(" "))})`;
}

/**
 * Describes the source of a value. Since v2.18, a deprecated name and its replacement report the same source, so it is
 * unknown which one was set.
 */
function sourceWords(option: DeploymentOption): string {
	const { valueSource, useInstead } = option;
	if (!valueSource) return "";
	const name = sourceLabel(valueSource);
	return escapeMarkdown(
		isSet(option) && useInstead.length > 0
			? t("{0}, under this name or its replacement's", name)
			: name,
	);
}

function notes(
	{ reported, option }: Variable,
	deployment: ReportingDeployment | undefined,
): string[] {
	const missing =
		deployment && !reported
			? [t("This version of {0} doesn't have this option.", deployment.name)]
			: [];
	const past = option ? historyNotes(option.id).join(" ") : "";
	return [...missing, ...(past === "" ? [] : [past])].map(escapeMarkdown);
}

function links(
	{ option, other, reported }: Variable,
	deployment: ReportingDeployment | undefined,
): string {
	const page = option ? referenceOf(option) : (other?.page ?? "https://coder.com/docs");
	return [
		...(reported && deployment && option ? [goToOption(option.id, deployment.key)] : []),
		markdownLink(t("Documentation"), page),
	].join(" · ");
}

function goToOption(id: string, deploymentKey: string): string {
	return markdownCommand(
		t("Go to Option"),
		commandIds.openConfiguration,
		deploymentKey,
		`@id:${id}`,
	);
}
