import type { Deployment } from "../deployments/deployment.ts";
import { readExperiments } from "../coder/experimentList.ts";
import { formatCount, formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { escapeMarkdown, markdownUrl } from "../base/markdown.ts";
import { updateSentence } from "./update.ts";
import { readUpdate } from "../coder/updateState.ts";

/** Returns a Markdown table about the deployment for a bug report. Contains no account, secret, or token. */
export function deploymentSummary({ saved, snapshot }: Deployment): string {
	const build = snapshot.buildInfo.value;
	const options = snapshot.deploymentConfig.value?.options;
	const experiments = readExperiments(
		snapshot.experiments.value,
		snapshot.experimentsAvailable.value,
		build,
		snapshot.deploymentConfig.value,
	).list.filter(({ state }) => state !== "available");
	const changed = (options ?? []).filter(
		({ valueSource }) => valueSource && valueSource !== "default",
	).length;
	const unknown = t("Unknown");
	const rows: readonly (readonly [string, string, typeof markdownUrl?])[] = [
		[t("URL"), saved.url, markdownUrl],
		[t("Version"), build?.version ?? unknown],
		[t("Source"), build?.externalUrl ?? unknown, markdownUrl],
		[t("Deployment ID"), build?.deploymentId ?? unknown],
		[t("Update"), updateSentence(readUpdate(snapshot.updateCheck.value, build))],
		[t("Agent API version"), build?.agentApiVersion ?? unknown],
		[t("Provisioner API version"), build?.provisionerApiVersion ?? unknown],
		[
			t("Experiments"),
			snapshot.experiments.value
				? experiments.map(({ name }) => name).join(", ") || t("None")
				: unknown,
		],
		[
			t("Options set"),
			options ? t("{0} of {1}", formatCount(changed), formatCount(options.length)) : unknown,
		],
		[
			t("Read"),
			snapshot.buildInfo.at === undefined ? unknown : formatMoment(snapshot.buildInfo.at),
		],
	];
	const lines = rows.map(
		([name, value, write = escapeMarkdown]) => `| ${escapeMarkdown(name)} | ${write(value)} |`,
	);
	return [`| ${escapeMarkdown(t("Coder deployment"))} | |`, "| --- | --- |", ...lines, ""].join(
		"\n",
	);
}
