import { t } from "../base/l10n.ts";
import type { DeploymentConfig } from "../coder/model.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";
import { commentLines } from "./commentLines.ts";
import { envEntries } from "./envEntries.ts";
import { writeEntries } from "./envWriter.ts";
import { headerSentences } from "./header.ts";

/** Writes an env file that Docker Compose and systemd's `EnvironmentFile=` parse the same way. */
export function envFile(
	config: DeploymentConfig,
	facts: ExportFacts,
	choices: ExportChoices,
): string {
	const lines = [
		...commentLines(headerSentences(facts, choices).join("\n")),
		...commentLines(
			t(
				"For Docker Compose's env_file and systemd's EnvironmentFile. `docker run --env-file` doesn't support quotes.",
			),
		),
		...writeEntries(envEntries(config, choices, facts.version), ({ name, text }) => [
			`${name}=${quoteEnvValue(text)}`,
		]),
	];
	return `${lines.join("\n")}\n`;
}

/**
 * Quotes a value of an env file. In double quotes, both readers remove the backslash before `\`, `"`, and `$`. In
 * single quotes, they use the text as it is, but disagree about backslashes, as do versions of systemd.
 */
export function quoteEnvValue(value: string): string {
	if (/^[\w@%+=:,./-]*$/.test(value)) return value;
	return /['\\]/.test(value) ? `"${value.replace(/[\\"$]/g, "\\$&")}"` : `'${value}'`;
}
