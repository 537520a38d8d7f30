import { commandIds } from "../commands/commandIds.ts";
import { formatCount, formatLatency } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentStats } from "../coder/model.ts";
import { stateOf } from "../deployments/slot.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { NotificationKind } from "./notification.ts";
import { thresholdSetting } from "./notificationSetting.ts";

/**
 * After this long below its threshold, in ms, a number is told again when it crosses it. It is what the statistics look
 * back: within it, the same few minutes would be told twice.
 */
const overAfterMs = 15 * 60_000;

/** The latency is told when it is above the threshold in this many statistics in a row: one may be an accident. */
export const latencyWindows = 3;

/** More failed workspaces than the setting's number. */
export const failedWorkspaces: NotificationKind = {
	id: "failedWorkspaces",
	setting: thresholdSetting("notifications.failedWorkspaces"),
	reads: ["deploymentStats"],
	overAfterMs,
	find: ({ deployment, wanted }) => {
		if (wanted === true) return undefined;
		const failed = freshStats(deployment)?.workspaces.find(({ name }) => name === "failed");
		if (!failed) return undefined;
		return Number(failed.count) > wanted
			? [{ subject: "above", words: formatCount(failed.count) }]
			: [];
	},
	sentence: (name, [{ words }], { wanted }) =>
		words === formatCount(1)
			? t("1 workspace of {0} has failed.", name)
			: t(
					"{0} workspaces of {1} have failed, more than {2}.",
					words,
					name,
					formatCount(Number(wanted)),
				),
	place: { command: commandIds.openStatistics },
};

/** A latency (P95) above the setting's number of ms, in several statistics in a row. */
export function latency(): NotificationKind {
	/** How many in a row were above which number, up to the statistics of a moment. */
	const rows = new WeakMap<Deployment, { wanted: number; at: number; count: number }>();
	return {
		id: "latency",
		setting: thresholdSetting("notifications.latency"),
		reads: ["deploymentStats"],
		overAfterMs,
		find: ({ deployment, wanted }) => {
			const stats = freshStats(deployment);
			const at = stats?.collectedAt;
			if (!stats || at === undefined || wanted === true) return undefined;
			const value = stats.latencyP95Ms ?? 0;
			const before = rows.get(deployment);
			// Servers behind a load balancer collect for themselves: older statistics may come after newer ones. Those
			// that are older by far come from a server whose clock was set back: with them counting begins anew.
			const goesOn = before?.wanted === wanted && at > before.at - overAfterMs;
			if (!goesOn || at > before.at) {
				rows.set(deployment, {
					wanted,
					at,
					count: value > wanted ? (goesOn ? before.count : 0) + 1 : 0,
				});
			}
			const count = rows.get(deployment)?.count ?? 0;
			if (count === 0) return [];
			return count < latencyWindows
				? undefined
				: [{ subject: "above", words: formatLatency(value) }];
		},
		sentence: (name, [{ words }], { wanted }) =>
			t(
				"The latency (P95) of {0} is {1}. It was above {2} in the last {3} samples.",
				name,
				words,
				formatLatency(Number(wanted)),
				latencyWindows,
			),
		place: { command: commandIds.openStatistics },
	};
}

function freshStats({ snapshot: { deploymentStats } }: Deployment): DeploymentStats | undefined {
	return stateOf(deploymentStats) === "ready" ? deploymentStats.value : undefined;
}
