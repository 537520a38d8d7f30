import { t } from "../base/l10n.ts";
import type { DeploymentConfig } from "../coder/model.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";
import { commentLines } from "./commentLines.ts";
import { envEntries, type EnvEntry } from "./envEntries.ts";
import { writeEntries } from "./envWriter.ts";
import { headerSentences } from "./header.ts";
import { chartRule, perPodLines } from "./helmChart.ts";
import { yamlKey, yamlQuoted } from "./yamlValue.ts";

/** Writes values for Coder's Helm chart: the variables as `coder.env`, with references to fill in for secrets. */
export function helmValues(
	config: DeploymentConfig,
	facts: ExportFacts,
	choices: ExportChoices,
): string {
	const entries = envEntries(config, choices, facts.version).map((entry) =>
		leaveToChart(entry, facts.version),
	);
	const empty = entries.every(({ active }) => !active);
	// Without a blank line before the first heading.
	const lines = writeEntries(entries, (entry) => envItem(entry, facts.version)).slice(1);
	return `${[
		...commentLines(headerSentences(facts, choices).join("\n")),
		...commentLines(t("For Coder's Helm chart: `helm upgrade --values`.")),
		"coder:",
		`  env:${empty ? " []" : ""}`,
		...lines.map((line) => (line === "" ? "" : `    ${line}`)),
	].join("\n")}\n`;
}

/** Comments out what the chart sets: a second value is rejected or overrides what the chart relies on. */
function leaveToChart(entry: EnvEntry, version: string | undefined): EnvEntry {
	const { name, active, option } = entry;
	const rule = chartRule(name, version);
	const note =
		rule === "always"
			? t("The chart sets it.")
			: typeof rule === "object" && (active || option.secret)
				? t("The chart sets it when {0} is set.", rule.value)
				: name === "CODER_ADDRESS" && active
					? t("This would override the address set by the chart.")
					: undefined;
	return note === undefined ? entry : { ...entry, active: false, notes: [...entry.notes, note] };
}

function envItem({ option, name, text }: EnvEntry, version: string | undefined): string[] {
	const item = `- name: ${yamlKey(name)}`;
	if (option.secret) {
		return [
			item,
			"  valueFrom:",
			"    secretKeyRef:",
			`      name: ${t("<name of a Kubernetes Secret>")}`,
			`      key: ${t("<key in the Secret>")}`,
		];
	}
	// Never a single pod's address, not even in a comment: every pod would use it once uncommented.
	const own = chartRule(name, version) === "always" ? perPodLines(name) : undefined;
	const lines = own ?? [`value: ${yamlQuoted(kubernetesText(text))}`];
	return [item, ...lines.map((line) => `  ${line}`)];
}

/**
 * Kubernetes expands `$(NAME)`, and other programs expand `${NAME}` and `$NAME` in manifests. `$$` is a dollar sign for
 * all of them.
 */
function kubernetesText(text: string): string {
	return /\$[$({A-Z]/.test(text) ? text.replaceAll("$", "$$$$") : text;
}
