import { t } from "../base/l10n.ts";
import type { DeploymentConfig } from "../coder/model.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";
import { commentLines } from "./commentLines.ts";
import { envEntries } from "./envEntries.ts";
import { writeEntries } from "./envWriter.ts";
import { headerSentences } from "./header.ts";

/** Writes a drop-in for the systemd unit of `coder server`. */
export function systemdUnit(
	config: DeploymentConfig,
	facts: ExportFacts,
	choices: ExportChoices,
): string {
	const lines = [
		...commentLines(headerSentences(facts, choices).join("\n")),
		...commentLines(
			t("A systemd drop-in: `systemctl edit coder` opens the file to paste it into."),
		),
		"[Service]",
		...writeEntries(envEntries(config, choices, facts.version), ({ name, text }) => [
			`Environment="${escapeForSystemd(`${name}=${text}`)}"`,
		]),
	];
	return `${lines.join("\n")}\n`;
}

/** Escapes what systemd would interpret inside double quotes: specifiers, quotes, and escapes. */
export function escapeForSystemd(text: string): string {
	// eslint-disable-next-line no-control-regex
	return text.replace(/[%"\\]|[\0-\x1f\x7f]/g, (character) => {
		if (character === "%") return "%%";
		if (character === "\n") return "\\n";
		if (character === "\t") return "\\t";
		if (character === '"' || character === "\\") return `\\${character}`;
		return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
	});
}
