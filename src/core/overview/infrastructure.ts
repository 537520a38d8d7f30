import { t } from "../base/l10n.ts";
import type { Snapshot } from "../deployments/slot.ts";
import type { OutlineNode } from "./node.ts";
import { provisionersGroup } from "./provisioners.ts";
import { proxiesGroup } from "./proxies.ts";
import { replicasGroup } from "./replicas.ts";
import { section } from "./section.ts";

/** The workspace proxies, servers, and provisioner daemons of the deployment. What may not be read is left out. */
export function infrastructureSection(
	parent: string,
	snapshot: Snapshot,
	now: number,
): OutlineNode {
	const id = `${parent}/infrastructure`;
	const groups = [
		proxiesGroup(id, snapshot),
		replicasGroup(id, snapshot),
		provisionersGroup(id, snapshot, now),
	].filter((group) => group !== undefined);
	const troubles = groups.flatMap(({ trouble }) => trouble ?? []);
	return section({
		parent,
		name: "infrastructure",
		label: t("Infrastructure"),
		icon: "server-process",
		snapshot,
		from: ["regions", "replicas", "provisionerDaemons", "provisionerQueue"],
		description: troubles.length === 0 ? t("All well") : troubles.join(", "),
		more: troubles.length === 0 ? {} : { tone: "warning" },
		tooltip: [t("Workspace proxies, servers, and provisioner daemons of this deployment.")],
		rows: () => groups.map(({ row }) => row),
	});
}
