import * as vscode from "vscode";
import { readCspReport } from "../../core/coder/cspReport.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import type { Clients } from "../../core/deployments/makeClients.ts";
import { showError } from "../messages/messages.ts";
import { sendCspReport } from "../panels/sendCspReport.ts";

/** Sends the CSP report in the active editor, or in its selection, to the deployment. */
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
