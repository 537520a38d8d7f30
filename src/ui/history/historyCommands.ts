import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import type { History } from "../../core/history/history.ts";
import { askModal } from "../messages/messages.ts";

/** Asks for confirmation, and deletes the history of a deployment or of all deployments. */
export async function clearHistory(deployment: Deployment, history: History): Promise<void> {
	const { key, name } = deployment.saved;
	const [one, all] = [t("Clear"), t("Clear All Deployments")];
	const answer = await askModal(
		t("Clear the history of {0}?", name),
		[
			t(
				"Deletes the recorded changes to its configuration, experiments, version, and health from this machine.",
			),
			t("The deployment isn't affected. Recording continues unless you turn it off."),
		].join(" "),
		one,
		all,
	);
	if (answer === one) await history.clear(key);
	if (answer === all) await history.clearAll();
}
