import type { Findings } from "../findings/finding.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { stateOf } from "../deployments/slot.ts";
import { nameSome } from "../base/nameSome.ts";
import type { Occurrence, NotificationKind } from "./notification.ts";
import { switchSetting } from "./notificationSetting.ts";

/** The endpoints that the rules need. */
const reads = ["deploymentConfig", "buildInfo", "experiments", "experimentsAvailable"] as const;

/** For this long, in ms, a restarting server, or one of several servers, may report another configuration. */
const overAfterMs = 15 * 60_000;

/** Notifies of new findings with high severity. */
export function highFindings(of: (deployment: Deployment) => Promise<Findings>): NotificationKind {
	return {
		id: "highFindings",
		setting: switchSetting("notifications.highFindings", false),
		reads,
		overAfterMs,
		find: async ({ deployment }) => {
			if (!isKnown(deployment)) return undefined;
			const { shown, muted } = await of(deployment);
			const high = (findings: typeof shown, quiet: boolean): Occurrence[] =>
				findings
					.filter(({ severity }) => severity === "high")
					.map(({ rule, options, title }) => ({
						subject: `${rule} ${options.join()}`,
						words: title,
						quiet,
					}));
			return [...high(shown, false), ...high(muted, true)];
		},
		sentence: (name, found) =>
			found.length === 1
				? t("New high-severity finding for {0}: {1}.", name, found[0].words)
				: t(
						"{0} new high-severity findings for {1}: {2}.",
						formatCount(found.length),
						name,
						nameSome(found.map(({ words }) => words)),
					),
		place: { section: "findings" },
	};
}

/** Whether everything that the rules need is known. */
function isKnown({ snapshot }: Deployment): boolean {
	return (
		reads.every((id) => !snapshot[id].loading) && stateOf(snapshot.deploymentConfig) === "ready"
	);
}
