import { t } from "../base/l10n.ts";
import type { EndpointId } from "../coder/model.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import type { OutlineNode } from "./node.ts";

/** Parts that people without a permission have no section for, and what they are called. */
function partNames(): readonly (readonly [EndpointId, string])[] {
	return [
		["health", t("health")],
		["licenses", t("license term")],
		["replicas", t("servers")],
		["provisionerDaemons", t("provisioner daemons")],
	];
}

/** One row for all that this account or token may not read; nothing where it may read everything. */
export function notPermittedRow(parent: string, snapshot: Snapshot): OutlineNode[] {
	const hidden = partNames().filter(([id]) => stateOf(snapshot[id]) === "forbidden");
	const [first] = hidden;
	if (!first) return [];
	const failure = snapshot[first[0]].failure;
	const words = hidden.map(([, name]) => name).join(", ");
	return [
		{
			id: `${parent}/not-permitted`,
			label: t("Not visible to you"),
			description: words,
			icon: "lock",
			tone: "muted",
			tooltip: [failure?.message, failure?.advice].filter((text) => text !== undefined),
			refreshes: ["permissions", ...hidden.map(([id]) => id)],
		},
	];
}
