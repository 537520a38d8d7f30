import { t } from "../base/l10n.ts";
import { nameSome } from "../base/nameSome.ts";
import { stateOf } from "../deployments/slot.ts";
import { healthTroubles } from "../health/health.ts";
import { lineWords, partName } from "../health/words.ts";
import type { NotificationKind } from "./notification.ts";
import { switchSetting } from "./notificationSetting.ts";

/** A part that was well for less than this, in ms, and fails again is the same trouble: reports are kept for minutes. */
const overAfterMs = 30 * 60_000;

/** Parts of the health that broke, or became worse. What an administrator dismissed is none. */
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
			// What is an error was a warning before, or is one again.
			...(line.severity === "error" ? { undoes: `${line.id} warning` } : {}),
		}));
	},
	sentence: (name, found) =>
		found.length === 1
			? t("The health of {0} got worse. {1}.", name, found[0].words)
			: t("The health of {0} got worse: {1}.", name, nameSome(found.map(({ words }) => words))),
	place: { section: "health" },
};
