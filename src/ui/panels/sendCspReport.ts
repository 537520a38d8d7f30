import type { Deployment } from "../../core/deployments/deployment.ts";
import type { JsonObject } from "../../core/base/json.ts";
import { t } from "../../core/base/l10n.ts";
import type { Clients } from "../../core/deployments/makeClients.ts";
import { showError, showInformation } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";

/** Posts a report and shows the result. */
export async function sendCspReport(
	deployment: Deployment,
	report: JsonObject,
	clients: Clients,
): Promise<void> {
	const { name } = deployment.saved;
	const outcome = await withCancellableProgress(
		t("Sending the CSP report to {0}…", name),
		(signal) => clients.of(deployment.saved).reportCsp(report, signal),
	);
	if (outcome.ok) {
		void showInformation(
			t(
				"{0} accepted the CSP report. The server only writes it to its log, at the debug level.",
				name,
			),
		);
	} else if (outcome.failure.kind !== "cancelled") {
		void showError(`${outcome.failure.message} ${outcome.failure.advice}`);
	}
}
