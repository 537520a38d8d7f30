import { formatAge } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { tokenEndsSoon as endsSoon } from "../deployments/tokenEnd.ts";
import type { NotificationKind } from "./notification.ts";
import { switchSetting } from "./notificationSetting.ts";

/** Notifies of a token that ends soon, once for each end date. */
export const tokenEndsSoon: NotificationKind = {
	id: "tokenEndsSoon",
	setting: switchSetting("notifications.tokenEndsSoon", false),
	reads: ["apiKey"],
	find: ({ deployment: { snapshot }, now }) => {
		if (!snapshot.apiKey.value) return undefined;
		const expiresAt = endsSoon(snapshot, now);
		if (expiresAt === undefined) return [];
		return [{ subject: String(expiresAt), words: formatAge(expiresAt, now) }];
	},
	sentence: (name, [{ words }]) => t("Your token for {0} expires {1}.", name, words),
	place: { section: "session" },
};
