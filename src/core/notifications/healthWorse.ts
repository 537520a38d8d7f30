import { t } from "../base/l10n.ts";
import { nameSome } from "../base/nameSome.ts";
import { stateOf } from "../deployments/slot.ts";
import { healthTroubles } from "../health/health.ts";
import { lineWords, partName } from "../health/words.ts";
import type { NotificationKind } from "./notification.ts";
import { switchSetting } from "./notificationSetting.ts";

/**
 * If a part recovers for less than this, in ms, and fails again, it is the same problem: reports are kept for minutes.
 */
const overAfterMs = 30 * 60_000;

/**
 * Notifies of parts of the server's health that failed or got worse. Excludes those that an administrator dismissed.
 */
export const healthWorse: NotificationKind = {
	id: "healthWorse",
	setting: switchSetting("notifications.healthWorse", false),
	reads: ["health", "healthSettings"],
	overAfterMs,
	find: ({ deployment: { snapshot } }) => {
		if (stateOf(snapshot.health) !== "ready" || snapshot.healthSettings.loading) return undefined;
		return healthTroubles(snapshot).map((line) => ({
			subject: `${line.id} ${line.severity}`,
			words: t("{0}: {1}", partName(line.id), lineWords(line)),
			// An error ends the warning that may have preceded it, so that a later warning is reported again.
			...(line.severity === "error" ? { undoes: `${line.id} warning` } : {}),
		}));
	},
	sentence: (name, found) =>
		found.length === 1
			? t("The health of {0} got worse. {1}.", name, found[0].words)
			: t("The health of {0} got worse: {1}.", name, nameSome(found.map(({ words }) => words))),
	place: { section: "health" },
};
