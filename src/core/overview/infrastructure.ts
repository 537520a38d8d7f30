import { t } from "../base/l10n.ts";
import { failsAsAWhole } from "../deployments/condition.ts";
import { stateOf, type Slot, type Snapshot } from "../deployments/slot.ts";
import type { InfrastructureGroup } from "./infrastructureGroup.ts";
import type { OutlineNode } from "./node.ts";
import { provisionersGroup } from "./provisioners.ts";
import { proxiesGroup } from "./proxies.ts";
import { replicasGroup } from "./replicas.ts";
import { section } from "./section.ts";

/**
 * Returns the section with the deployment's workspace proxies, servers, and provisioner daemons. Leaves out what the
 * account can't read.
 */
export function infrastructureSection(
	parent: string,
	snapshot: Snapshot,
	now: number,
): OutlineNode {
	const id = `${parent}/infrastructure`;
	const { replicas, provisionerDaemons } = snapshot;
	const groups = [
		proxiesGroup(id, snapshot),
		replicasGroup(id, snapshot) ?? problemGroup(id, "replicas", t("Servers"), replicas, snapshot),
		provisionersGroup(id, snapshot, now) ??
			problemGroup(id, "provisioners", t("Provisioner Daemons"), provisionerDaemons, snapshot),
	].filter((group) => group !== undefined);
	const troubles = groups.flatMap(({ trouble }) => trouble ?? []);
	return section({
		parent,
		name: "infrastructure",
		label: t("Infrastructure"),
		icon: "server-process",
		snapshot,
		from: ["regions", "replicas", "provisionerDaemons", "provisionerQueue"],
		description: troubles.length === 0 ? t("No problems") : troubles.join(", "),
		more: troubles.length === 0 ? {} : { tone: "warning" },
		tooltip: [t("Workspace proxies, servers, and provisioner daemons of this deployment.")],
		rows: () => groups.map(({ row }) => row),
	});
}

/**
 * Returns a group with the reason why a part has nothing to show; nothing if another row shows it, or while a response
 * is pending.
 */
function problemGroup(
	parent: string,
	name: string,
	label: string,
	slot: Slot<unknown>,
	snapshot: Snapshot,
): InfrastructureGroup | undefined {
	const { failure } = slot;
	const state = stateOf(slot);
	if (!failure || state === "forbidden" || state === "unsupported" || state === "signedOut")
		return undefined;
	if (failsAsAWhole(slot, snapshot)) return undefined;
	return {
		row: {
			id: `${parent}/${name}`,
			label,
			description: failure.message,
			icon: "warning",
			tone: "warning",
			tooltip: [failure.message, failure.advice],
			spoken: `${label}. ${failure.message} ${failure.advice}`,
			copy: failure.message,
		},
		trouble: t("{0}: no data", label),
	};
}
