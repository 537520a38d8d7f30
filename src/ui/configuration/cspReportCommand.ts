import * as vscode from "vscode";
import { readCspReport } from "../../core/coder/cspReport.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { JsonObject } from "../../core/base/json.ts";
import { t } from "../../core/base/l10n.ts";
import type { Clients } from "../../core/http/makeClients.ts";
import { showError, showInformation, showWarning } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";

/** Sends the CSP report in the active editor, or its selection, to the deployment. */
export async function reportFromEditor(deployment: Deployment, clients: Clients): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	if (!editor) {
		void showError(
			t(
				"Open a file that contains the JSON of a CSP report, or select the JSON in an editor, and then run this command again.",
			),
		);
		return;
	}
	const { document, selection } = editor;
	const reading = readCspReport(document.getText(selection.isEmpty ? undefined : selection));
	if (reading.ok) await sendCspReport(deployment, reading.report, clients);
	else void showError(reading.message);
}

/** Posts a report and says what becomes of it. */
export async function sendCspReport(
	deployment: Deployment,
	report: JsonObject,
	clients: Clients,
): Promise<void> {
	const { name } = deployment.known;
	const outcome = await withCancellableProgress(
		t("Sending the CSP report to {0}…", name),
		(signal) => clients.of(deployment.known).reportCsp(report, signal),
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

/** The report names addresses of this editor, so sending it is the user's choice. */
export async function offerToReport(
	deployment: Deployment | undefined,
	report: Record<string, unknown>,
	clients: Clients,
): Promise<void> {
	if (!deployment) return;
	const send = t("Send Report");
	const answer = await showWarning(
		t(
			"The configuration page tried to load content that its security policy forbids. Report it to {0}?",
			deployment.known.name,
		),
		send,
		t("Not Now"),
	);
	if (answer === send)
		await sendCspReport(deployment, { "csp-report": report as JsonObject }, clients);
}
