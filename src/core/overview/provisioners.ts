import { daemonRow, type Daemon } from "./daemonRow.ts";
import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { shownReport } from "../health/health.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { groupRows, isOutdated, type InfrastructureGroup } from "./infrastructureGroup.ts";

/**
 * Returns the provisioner daemons, and the jobs that wait for them. The health report has the daemons of all
 * organizations.
 */
export function provisionersGroup(
	parent: string,
	snapshot: Snapshot,
	now: number,
): InfrastructureGroup | undefined {
	const daemons = join(shownValue(snapshot.provisionerDaemons), shownReport(snapshot)?.daemons);
	if (!daemons) return undefined;
	const waiting = shownValue(snapshot.provisionerQueue)?.waiting;
	const own = snapshot.buildInfo.value?.version;
	const alive = daemons.filter(({ status }) => status !== "offline");
	const outdated = alive.filter(({ version }) => isOutdated(version, own)).length;
	const busy = alive.filter(({ status }) => status === "busy").length;
	const trouble =
		alive.length === 0
			? t("none running")
			: outdated > 0
				? t("{0} outdated", formatCount(outdated))
				: undefined;
	const id = `${parent}/provisioners`;
	return {
		row: {
			id,
			label: t("Provisioner Daemons"),
			description: [
				trouble ?? t("{0} running", formatCount(alive.length)),
				...(busy > 0 ? [t("{0} busy", formatCount(busy))] : []),
				...(waiting === undefined || waiting === 0
					? []
					: [waiting === 1 ? t("1 job waiting") : t("{0} jobs waiting", formatCount(waiting))]),
			].join(" · "),
			icon: trouble === undefined ? "tools" : "warning",
			...(trouble === undefined ? {} : { tone: "warning" as const, expanded: true }),
			tooltip: [t("Daemons that build workspaces, and jobs that wait for a daemon.")],
			children: groupRows(
				id,
				daemons.map((daemon) => daemonRow(id, daemon, own, now)),
			),
		},
		...(trouble === undefined ? {} : { trouble: troubleWords(outdated) }),
	};
}

function troubleWords(outdated: number): string {
	if (outdated === 0) return t("No provisioner daemon is running");
	return outdated === 1
		? t("1 outdated provisioner daemon")
		: t("{0} outdated provisioner daemons", formatCount(outdated));
}

/**
 * Merges daemons from both responses. One has the daemons' jobs, but only for readable organizations; the other has all
 * live daemons.
 */
function join(
	own: readonly Daemon[] | undefined,
	all: readonly Daemon[] | undefined,
): readonly Daemon[] | undefined {
	if (!own || !all) return own ?? all;
	const seen = new Set(own.map(({ id }) => id));
	return [...own, ...all.filter(({ id }) => !seen.has(id))];
}
