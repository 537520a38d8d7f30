import { commandIds } from "../commands/commandIds.ts";
import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { changedOptions, type ChangedOptions } from "../options/changedOptions.ts";
import type { Snapshot } from "../deployments/slot.ts";
import type { OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/** Returns the section that shows how many options are set, and by which sources. Each row opens the panel. */
export function configurationSection(parent: string, snapshot: Snapshot): OutlineNode {
	const options = snapshot.deploymentConfig.value?.options ?? [];
	const changes = changedOptions(options);
	const changed = formatCount(changes.ids.size);
	const all = formatCount(options.length);
	const label = t("Configuration");
	const changedSentence = t(
		"{0} of {1} options are set or differ from their default.",
		changed,
		all,
	);
	return section({
		parent,
		name: "configuration",
		label,
		icon: "settings-gear",
		snapshot,
		from: ["deploymentConfig"],
		// Only the number: in a narrow view, nothing else fits after this label.
		description: changed,
		more: { words: ["configuration"], spoken: `${label}. ${changedSentence}` },
		tooltip: [changedSentence, t("All server options with their values and value sources.")],
		rows: (id) => rows(id, parent, options, changes),
	});
}

function rows(
	id: string,
	deployment: string,
	options: readonly DeploymentOption[],
	changes: ChangedOptions,
): OutlineNode[] {
	const bySource = (source: string) =>
		options.filter(({ id, valueSource }) => valueSource === source && !changes.aliases.has(id))
			.length;
	const row = (
		name: string,
		label: string,
		count: number,
		query: string,
		icon: string,
	): OutlineNode => ({
		id: `${id}/${name}`,
		label,
		description: formatCount(count),
		icon,
		copy: count.toString(),
		command: {
			id: commandIds.openConfiguration,
			title: t("Open Configuration"),
			arguments: [deployment, query],
		},
	});
	return [
		{
			...row("changed", t("Changed"), changes.ids.size, "@changed", "diff-modified"),
			description: changedWords(options.filter(({ id }) => changes.ids.has(id))),
		},
		row("all", t("All options"), options.length, "", "list-unordered"),
		row("flag", t("Set by flag"), bySource("flag"), "@source:flag", "flag"),
		row("env", t("Set by environment"), bySource("env"), "@source:env", "symbol-variable"),
		row("yaml", t("Set by YAML"), bySource("yaml"), "@source:yaml", "file-code"),
	];
}

/** Returns a summary such as `77: 35 environment, 35 YAML, 6 flag, 1 other`, without sources that set nothing. */
function changedWords(changed: readonly DeploymentOption[]): string {
	const from = (source: string) =>
		changed.filter(({ valueSource }) => valueSource === source).length;
	const [env, yaml, flag] = [from("env"), from("yaml"), from("flag")];
	const other = changed.length - env - yaml - flag;
	const sources = [
		env > 0 && t("{0} environment", formatCount(env)),
		yaml > 0 && t("{0} YAML", formatCount(yaml)),
		flag > 0 && t("{0} flag", formatCount(flag)),
		other > 0 && t("{0} other", formatCount(other)),
	].filter((text) => text !== false);
	const count = formatCount(changed.length);
	return sources.length === 0 ? count : t("{0}: {1}", count, sources.join(", "));
}
