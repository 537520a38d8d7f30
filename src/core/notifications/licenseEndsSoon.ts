import { formatAge } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { readLicense } from "../license/license.ts";
import type { NotificationKind } from "./notification.ts";
import { switchSetting } from "./notificationSetting.ts";

/** Notifies of a license that ends within two weeks, once for each end date. */
export const licenseEndsSoon: NotificationKind = {
	id: "licenseEndsSoon",
	setting: switchSetting("notifications.licenseEndsSoon", false),
	reads: ["entitlements", "licenses"],
	find: ({ deployment: { snapshot }, now }) => {
		const license = readLicense(snapshot, now);
		if (!license || !snapshot.licenses.value) return undefined;
		const { kind, termEndsAt } = license;
		if (kind !== "endsSoon" || termEndsAt === undefined) return [];
		return [{ subject: String(termEndsAt), words: formatAge(termEndsAt, now) }];
	},
	sentence: (name, [{ words }]) => t("The license of {0} ends {1}.", name, words),
	place: { section: "license" },
};
