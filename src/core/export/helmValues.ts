import { t } from "../l10n.ts";
import type { DeploymentConfig } from "../model.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";
import { commentLines } from "./commentLines.ts";
import { envEntries, type EnvEntry } from "./envEntries.ts";
import { writeEntries } from "./envWriter.ts";
import { headerSentences } from "./header.ts";
import { yamlKey, yamlQuoted } from "./yamlValue.ts";

/** Variables that Coder's Helm chart sets itself: a second value for them is an error, or has no effect. */
const setByChart: ReadonlySet<string> = new Set([
	"CODER_ADDRESS",
	"CODER_HTTP_ADDRESS",
	"CODER_TLS_ADDRESS",
	"CODER_TLS_ENABLE",
	"CODER_TLS_CERT_FILE",
	"CODER_TLS_KEY_FILE",
	"CODER_PROMETHEUS_ADDRESS",
	"CODER_DERP_SERVER_RELAY_URL",
]);

/** Writes values for Coder's Helm chart: the variables as `coder.env`, secrets as references to fill in. */
export function helmValues(
	config: DeploymentConfig,
	facts: ExportFacts,
	choices: ExportChoices,
): string {
	const entries = envEntries(config, choices).map(leaveToChart);
	const empty = entries.every(({ active }) => !active);
	// Without the blank line before the first heading.
	const lines = writeEntries(entries, envItem).slice(1);
	return `${[
		...commentLines(headerSentences(facts, choices).join("\n")),
		...commentLines(t("For Coder's Helm chart: `helm upgrade --values`.")),
		"coder:",
		`  env:${empty ? " []" : ""}`,
		...lines.map((line) => (line === "" ? "" : `    ${line}`)),
	].join("\n")}\n`;
}

function leaveToChart(entry: EnvEntry): EnvEntry {
	if (!entry.active || !setByChart.has(entry.name)) return entry;
	return { ...entry, active: false, notes: [...entry.notes, t("The chart sets it itself.")] };
}

function envItem({ option, name, text }: EnvEntry): string[] {
	const item = `- name: ${yamlKey(name)}`;
	return option.secret
		? [
				item,
				"  valueFrom:",
				"    secretKeyRef:",
				`      name: ${t("<name of a Kubernetes secret>")}`,
				`      key: ${t("<key in the secret>")}`,
			]
		: [item, `  value: ${yamlQuoted(kubernetesText(text))}`];
}

/** Kubernetes puts other variables in the place of `$(NAME)` and takes `$$` for a dollar sign. */
function kubernetesText(text: string): string {
	return /\$[$(]/.test(text) ? text.replaceAll("$", "$$$$") : text;
}
