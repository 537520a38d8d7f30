import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import type { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import { showInformation } from "../messages/messages.ts";
import { settings } from "../app/settings.ts";
import { writeUserSetting } from "../app/userSettings.ts";

/**
 * Unmutes the update notifications of a deployment. If they are turned off for all deployments, offers to turn them on.
 */
export async function unmuteUpdates({ saved }: Deployment, muting: UpdateMuting): Promise<void> {
	await muting.unmute(saved.key);
	if (settings.updateNotification()) {
		void showInformation(t("Update notifications are on for {0}.", saved.name));
		return;
	}
	const on = t("Turn On");
	const answer = await showInformation(
		t("Update notifications are turned off for all deployments."),
		on,
	);
	if (answer !== on) return;
	await writeUserSetting("coderDeployment.updateNotification", undefined);
}
