import * as os from "node:os";
import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { issueReport } from "../../core/overview/issueReport.ts";

const reporter = "vscode.openIssueReporter";

/**
 * Starts a problem report: in VS Code's own form if that exists and the extension has an address for it, otherwise as a
 * document.
 */
export async function reportIssue(
	extension: vscode.Extension<unknown>,
	deployment: Deployment | undefined,
): Promise<void> {
	const { version, bugs } = extension.packageJSON as { version: string; bugs?: { url?: string } };
	const text = issueReport({
		extension: version,
		editor: `${vscode.env.appName} ${vscode.version}`,
		system: `${os.platform()} ${os.release()} ${os.arch()}`,
		remote: vscode.env.remoteName,
		coder: deployment?.snapshot.buildInfo.value?.version,
	});
	if (bugs?.url && (await vscode.commands.getCommands()).includes(reporter)) {
		await vscode.commands.executeCommand(reporter, { extensionId: extension.id, issueBody: text });
		return;
	}
	const document = await vscode.workspace.openTextDocument({ language: "markdown", content: text });
	await vscode.window.showTextDocument(document);
}
