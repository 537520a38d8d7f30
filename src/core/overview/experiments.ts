import { readExperiments, type Experiment } from "../coder/experimentList.ts";
import { t } from "../base/l10n.ts";
import type { Snapshot } from "../deployments/slot.ts";
import type { OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/** Returns the section with experiments that are enabled, available, or unknown to the server. */
export function experimentsSection(parent: string, snapshot: Snapshot): OutlineNode {
	const { list, wildcard } = readExperiments(
		snapshot.experiments.value,
		snapshot.experimentsAvailable.value,
		snapshot.buildInfo.value,
		snapshot.deploymentConfig.value,
	);
	const enabled = list.filter(({ state }) => state !== "available").length;
	return section({
		parent,
		name: "experiments",
		label: t("Experiments"),
		icon: "beaker",
		snapshot,
		from: ["experiments", "experimentsAvailable"],
		description: enabled === 0 ? t("None enabled") : t("{0} enabled", enabled),
		tooltip: [t("Changing experiments requires a server restart.")],
		rows: (id) => [
			...(wildcard ? [wildcardRow(id, snapshot.experimentsAvailable.value)] : []),
			...list.map((experiment) => experimentRow(id, experiment)),
			...(list.length === 0
				? [
						{
							id: `${id}/none`,
							label: t("No experiments are enabled"),
							icon: "circle-outline",
							tone: "muted",
						} as const,
					]
				: []),
		],
	});
}

function wildcardRow(parent: string, safe: readonly string[] | undefined): OutlineNode {
	const empty = safe?.length === 0;
	return {
		id: `${parent}/*`,
		label: "*",
		description: empty ? t("has no effect in this version") : t("enables all safe experiments"),
		icon: "asterisk",
		copy: "*",
		tooltip: [
			t(
				"The server enables all experiments that it considers safe. Most versions consider none safe.",
			),
		],
	};
}

function experimentRow(parent: string, { name, state }: Experiment): OutlineNode {
	const row = { id: `${parent}/name/${name}`, label: name, copy: name };
	switch (state) {
		case "enabled":
			return { ...row, description: t("Enabled"), icon: "pass", tone: "good" };
		case "available":
			return {
				...row,
				description: t("Safe, but not enabled"),
				icon: "circle-outline",
				tone: "muted",
				tooltip: [t("The server considers this experiment safe to use, but it isn't enabled.")],
			};
		case "unknown":
			return {
				...row,
				description: t("Enabled, but unknown to the server"),
				icon: "warning",
				tone: "warning",
				tooltip: [
					t(
						"This server version doesn't have this experiment: it was removed, renamed, or misspelled.",
					),
				],
			};
	}
}
