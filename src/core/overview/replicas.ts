import { formatCount, formatLatency, formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Replica } from "../coder/infrastructureModel.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { groupRows, type InfrastructureGroup } from "./infrastructureGroup.ts";
import type { OutlineNode } from "./node.ts";

/** Returns the servers of the deployment. */
export function replicasGroup(parent: string, snapshot: Snapshot): InfrastructureGroup | undefined {
	const replicas = shownValue(snapshot.replicas);
	if (!replicas) return undefined;
	const id = `${parent}/replicas`;
	const bad = replicas.filter(({ error }) => error !== undefined).length;
	const trouble =
		bad === 0
			? undefined
			: t("{0} of {1} can't reach the others", formatCount(bad), formatCount(replicas.length));
	return {
		row: {
			id,
			label: t("Servers"),
			description: trouble ?? formatCount(replicas.length),
			icon: trouble === undefined ? "server" : "warning",
			...(trouble === undefined ? {} : { tone: "warning" as const, expanded: true }),
			tooltip: [
				t(
					"Servers of this deployment that know about each other. Servers without a relay address might be missing.",
				),
			],
			children: groupRows(
				id,
				replicas.map((replica) => replicaRow(id, replica)),
			),
		},
		...(trouble === undefined
			? {}
			: {
					trouble: t(
						"{0} of {1} servers can't reach the others",
						formatCount(bad),
						formatCount(replicas.length),
					),
				}),
	};
}

function replicaRow(parent: string, replica: Replica): OutlineNode {
	const { id, hostname, startedAt, error, databaseLatencyMs } = replica;
	const words = [
		...(error === undefined ? [] : [t("Can't reach the others")]),
		...(databaseLatencyMs === undefined
			? []
			: [t("database {0}", formatLatency(databaseLatencyMs))]),
	].join(" · ");
	return {
		id: `${parent}/${id}`,
		label: hostname,
		description: words,
		icon: error === undefined ? "pass" : "warning",
		tone: error === undefined ? "good" : "warning",
		tooltip: [
			...(error === undefined ? [] : [error]),
			...(startedAt === undefined ? [] : [t("Running since {0}.", formatMoment(startedAt))]),
		],
		spoken: [[hostname, words].filter(Boolean).join(": "), error].filter(Boolean).join(". "),
		copy: [hostname, words, error].filter(Boolean).join("\n"),
	};
}
