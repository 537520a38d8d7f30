import { t } from "../base/l10n.ts";
import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { defaultValue, settingText } from "../coder/optionValue.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";
import { chosenOptions } from "./chosenOptions.ts";
import { headerSentences } from "./header.ts";
import { markdownCell, markdownCode } from "../base/markdownCell.ts";
import { sourceLabel } from "../options/sourceLabel.ts";
import { secretState } from "../options/optionWords.ts";

/** Writes a table for a wiki page or an issue, one row per option. */
export function markdownTable(
	config: DeploymentConfig,
	facts: ExportFacts,
	choices: ExportChoices,
): string {
	const head = [
		t("Option"),
		t("Value"),
		t("Default"),
		t("Source"),
		t("Environment variable"),
		t("Flag"),
		t("YAML"),
	];
	const rows = chosenOptions(config, choices).map(({ option }) => cells(option));
	return [
		headerSentences(facts, choices).map(markdownCell).join(" "),
		"",
		row(head.map(markdownCell)),
		row(head.map(() => "---")),
		...rows.map(row),
		"",
	].join("\n");
}

function cells(option: DeploymentOption): string[] {
	const { secret, value, name, valueSource, env, flag, yamlPath } = option;
	return [
		markdownCell(name),
		secret ? markdownCell(secretState(option)) : markdownCode(settingText(option, value)),
		secret ? "" : markdownCode(settingText(option, defaultValue(option))),
		markdownCell(valueSource ? sourceLabel(valueSource) : ""),
		markdownCode(env ?? ""),
		markdownCode(flag ? `--${flag}` : ""),
		markdownCode(yamlPath?.join(".") ?? ""),
	];
}

function row(texts: readonly string[]): string {
	return `| ${texts.join(" | ")} |`;
}
