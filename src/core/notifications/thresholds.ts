import { commandIds } from "../commands/commandIds.ts";
import { formatCount, formatLatency } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentStats } from "../coder/model.ts";
import { stateOf } from "../deployments/slot.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { NotificationKind } from "./notification.ts";
import { thresholdSetting } from "./notificationSetting.ts";

/**
 * A number must stay below its threshold for this long, in ms, before it is reported again. This is the time window of
 * the statistics: with a shorter period, the same few minutes would be reported twice.
 */
const overAfterMs = 15 * 60_000;

/**
 * The number of consecutive statistics with a latency above the threshold before it is reported. A single one may be a
 * coincidence.
 */
export const latencyWindows = 3;

/** Notifies if more workspaces have failed than the setting allows. */
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

/** The latest statistics that were counted. */
interface Row {
	/** The threshold, in ms. */
	readonly wanted: number;
	/** When the server collected them, in ms since the epoch. */
	readonly at: number;
	/** The latency, in ms. */
	readonly value: number;
	/** How many in a row were above the threshold. */
	readonly count: number;
}

/** Notifies if the latency (P95) is above the setting's number of ms in several consecutive statistics. */
export function latency(): NotificationKind {
	/** The latest statistics of each deployment. */
	const rows = new WeakMap<Deployment, Row>();
	return {
		id: "latency",
		setting: thresholdSetting("notifications.latency"),
		reads: ["deploymentStats"],
		overAfterMs,
		find: ({ deployment, wanted }) => {
			const stats = freshStats(deployment);
			const at = stats?.collectedAt;
			if (!stats || at === undefined || wanted === true) return undefined;
			const before = rows.get(deployment);
			// Servers behind a load balancer collect statistics independently, so that older ones may arrive after
			// newer ones. Much older ones come from a server whose clock was set back; the count then restarts.
			const goesOn = before?.wanted === wanted && at > before.at - overAfterMs;
			const value = stats.latencyP95Ms ?? 0;
			const count = value > wanted ? (goesOn ? before.count : 0) + 1 : 0;
			const latest = goesOn && at <= before.at ? before : { wanted, at, value, count };
			rows.set(deployment, latest);
			if (latest.count === 0) return [];
			return latest.count < latencyWindows
				? undefined
				: [{ subject: "above", words: formatLatency(latest.value) }];
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
