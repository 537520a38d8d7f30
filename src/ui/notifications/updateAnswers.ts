import type { Deployment } from "../../core/deployments/deployment.ts";
import { formatDuration, formatMoment } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import { updateSetting } from "../../core/notifications/updateAvailable.ts";
import { remindAfterMs, type UpdateMuting } from "../../core/notifications/updateMuting.ts";
import { showBriefly, showInformation } from "../messages/messages.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import { turnOff } from "./turnOff.ts";

/** How long, in ms, the status bar shows the answer to "Remind Me Later". */
const answerMs = 10_000;

/** Postpones the notification of a version, and shows until when. */
export async function putOff(
	{ saved }: Deployment,
	version: string,
	muting: UpdateMuting,
): Promise<void> {
	const now = Date.now();
	await muting.putOff(saved.key, version, now);
	showBriefly(
		t(
			"You'll be reminded about Coder {0} in {1} ({2}).",
			version,
			formatDuration(remindAfterMs),
			formatMoment(now + remindAfterMs),
		),
		answerMs,
	);
}

/** Asks which update notifications to mute, and mutes them. */
export async function askWhatToMute(
	{ saved }: Deployment,
	version: string,
	muting: UpdateMuting,
): Promise<void> {
	const picked = await askQuickPick(
		[
			{
				label: t("For {0}", version),
				detail: t("You'll be notified about the next version of {0}.", saved.name),
				what: version,
			},
			{
				label: t("For {0}", saved.name),
				detail: t("You won't be notified about updates of this deployment."),
				what: "*",
			},
			{
				label: t("For All Deployments"),
				detail: t("Turns off the setting “{0}”.", "coderDeployment.updateNotification"),
				what: undefined,
			},
		],
		{
			title: t("Don't Show Update Notifications"),
			placeholder: t("You can undo this at any time"),
		},
	);
	if (!picked) return;
	if (picked.what === undefined) {
		await turnOff(updateSetting);
		return;
	}
	await muting.mute(saved.key, picked.what);
	const undo = t("Undo");
	const answer = await showInformation(
		picked.what === "*"
			? t(
					"Update notifications for {0} are muted. Use “Unmute Update Notifications” to turn them back on.",
					saved.name,
				)
			: t(
					"Notifications about {0} are muted. Use “Unmute Update Notifications” to turn them back on.",
					version,
				),
		undo,
	);
	if (answer === undo) await muting.unmute(saved.key);
}
