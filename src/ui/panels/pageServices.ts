import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import type { ViolationReport } from "../../protocol/page.ts";
import type { Clients } from "../../core/deployments/makeClients.ts";
import type { Services } from "../app/services.ts";
import { showWarning } from "../messages/messages.ts";
import type { PageServices } from "./pageHost.ts";
import { sendCspReport } from "./sendCspReport.ts";

/** Creates what every page uses of the rest of the extension. */
export function pageServices({ front, log, deployments, clients }: Services): PageServices {
	return {
		extensionUri: front.context.extensionUri,
		log,
		reportViolation: (page, key, report) => {
			const deployment = deployments.find(key);
			if (deployment) void offerToReport(page, deployment, report, clients);
		},
	};
}

/** Asks whether to send a report, which contains addresses of this editor. */
async function offerToReport(
	page: string,
	deployment: Deployment,
	report: ViolationReport,
	clients: Clients,
): Promise<void> {
	const send = t("Send Report");
	const answer = await showWarning(
		t(
			"“{0}” tried to load content that its security policy forbids. Report it to {1}?",
			page,
			deployment.saved.name,
		),
		send,
		t("Not Now"),
	);
	if (answer === send) await sendCspReport(deployment, { "csp-report": { ...report } }, clients);
}
