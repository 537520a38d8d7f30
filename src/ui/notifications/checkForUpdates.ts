import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { updateMessage } from "../../core/overview/update.ts";
import { readUpdate } from "../../core/coder/updateState.ts";
import { showInformation, showWarning } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";
import { openWeb } from "../app/openWeb.ts";

/** Requests the result of the server's update check, and shows it. */
export async function checkForUpdates(deployment: Deployment): Promise<void> {
	const ids = ["updateCheck", "buildInfo"] as const;
	const cancelled = await withCancellableProgress(
		t("Checking {0} for updates…", deployment.saved.name),
		async (signal) => {
			signal.addEventListener("abort", () => {
				deployment.cancel(ids);
			});
			await deployment.refresh(ids);
			return signal.aborted;
		},
	);
	if (cancelled) return;
	const { updateCheck, buildInfo } = deployment.snapshot;
	if (updateCheck.failure) {
		void showWarning(`${updateCheck.failure.message} ${updateCheck.failure.advice}`);
		return;
	}
	const update = readUpdate(updateCheck.value, buildInfo.value);
	const notes = t("Release Notes");
	const answer = await showInformation(
		t("{0}: {1}", deployment.saved.name, updateMessage(deployment.snapshot)),
		...(update.kind === "available" ? [notes] : []),
	);
	if (answer === notes && update.kind === "available") await openWeb(update.url);
}
