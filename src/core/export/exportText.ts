import type { DeploymentConfig } from "../coder/model.ts";
import type { ExportChoices, ExportFacts, ExportFormat } from "./choices.ts";
import { envFile } from "./envFile.ts";
import { helmValues } from "./helmValues.ts";
import { jsonText } from "./jsonText.ts";
import { markdownTable } from "./markdownTable.ts";
import { systemdUnit } from "./systemdUnit.ts";
import { yamlText } from "./yamlText.ts";

const writers: Readonly<
	Record<
		ExportFormat,
		(config: DeploymentConfig, facts: ExportFacts, choices: ExportChoices) => string
	>
> = {
	yaml: (config, facts, choices) => yamlText(config, facts, choices).text,
	env: envFile,
	systemd: systemdUnit,
	helm: helmValues,
	json: jsonText,
	markdown: markdownTable,
};

/**
 * Writes a configuration in a format. It contains no secrets, because `config` contains none.
 *
 * @returns text with `\n` as line break, and one at its end
 */
export function exportText(
	config: DeploymentConfig,
	format: ExportFormat,
	facts: ExportFacts,
	choices: ExportChoices,
): string {
	return writers[format](config, facts, choices);
}
