import { t } from "../base/l10n.ts";
import { remindAfterMs, type UpdateMuting } from "./updateMuting.ts";
import { newestRelease, releaseOf } from "../coder/release.ts";
import { readUpdate, shortVersion } from "../coder/updateState.ts";
import { commandIds } from "../commands/commandIds.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import type { NotificationButton, NotificationKind } from "./notification.ts";
import { switchSetting } from "./notificationSetting.ts";

/** Controls notifications of updates and of server upgrades. */
export const updateSetting = switchSetting("updateNotification", true);

/** Notifies of an update: once per version, and again after it was postponed. */
export function updateAvailable(muting: UpdateMuting): NotificationKind {
	return {
		id: "updateAvailable",
		setting: updateSetting,
		reads: [],
		atOnce: true,
		find: ({ deployment: { saved, snapshot }, now }) => {
			const update = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
			if (update.kind === "unknown") return undefined;
			if (update.kind !== "available" || muting.isMuted(saved.key, update.latest)) return [];
			const until = muting.putOffUntil(saved.key, update.latest);
			// A notification is never postponed for longer, so the clock was ahead when it was.
			if (until !== undefined && now < until && until - now <= remindAfterMs) return [];
			const subject = until === undefined ? update.latest : `${update.latest} ${until}`;
			return [{ subject, words: update.latest }];
		},
		sentence: (name, [{ words }], { deployment: { snapshot } }) =>
			t(
				"Coder {0} is available for {1}, which runs {2}.",
				words,
				name,
				shortVersion(snapshot.buildInfo.value?.version ?? "?"),
			),
		buttons: ({ words: version }, { deployment: { snapshot } }) => {
			const update = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
			return [
				...(update.kind === "available" ? [whatChanges(snapshot, update.url)] : []),
				{ title: t("Remind Me Later"), action: { putOffUpdate: version } },
				{ title: t("Don't Show Again…"), action: { muteUpdate: version } },
			];
		},
	};
}

/** Returns a button for the preview, which links to the release notes; for these if there is nothing to preview. */
function whatChanges(
	{ buildInfo, deploymentConfig }: Snapshot,
	releaseNotes: string,
): NotificationButton {
	const running = releaseOf(buildInfo.value?.version ?? "");
	const isReadable = stateOf(deploymentConfig) !== "forbidden";
	return isReadable && running !== undefined && running < newestRelease
		? { title: t("Preview Upgrade"), action: { command: commandIds.previewUpgrade } }
		: { title: t("Release Notes"), action: { url: releaseNotes } };
}
