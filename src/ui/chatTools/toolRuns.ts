import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import { runTool } from "../../core/chatTools/runTool.ts";
import type { ToolName } from "../../core/chatTools/toolNames.ts";
import { settings } from "../app/settings.ts";

/** Returns what the chat shows while a tool runs. */
export function prepareTool(name: ToolName): vscode.PreparedToolInvocation {
	return { invocationMessage: messageOf(name) };
}

/** Runs a tool for a chat or another caller. */
export async function invokeTool(
	name: ToolName,
	input: unknown,
	deployments: Deployments,
	token: vscode.CancellationToken,
): Promise<vscode.LanguageModelToolResult> {
	const controller = new AbortController();
	const cancel = (): void => {
		controller.abort(new vscode.CancellationError());
	};
	if (token.isCancellationRequested) cancel();
	const listening = token.onCancellationRequested(cancel);
	try {
		const text = await runTool(name, input, {
			deployments,
			readFile: async (path) => {
				const { workspaceFile } = await import("../files/workspaceFile.ts");
				return workspaceFile(path, deployments);
			},
			mutedFindings: settings.mutedFindings(),
			now: Date.now,
			signal: controller.signal,
		});
		return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
	} finally {
		listening.dispose();
	}
}

function messageOf(name: ToolName): string {
	switch (name) {
		case "coderDeployment_getBuild":
			return t("Reading the version of a Coder deployment");
		case "coderDeployment_searchOptions":
			return t("Searching the options of a Coder deployment");
		case "coderDeployment_getExperiments":
			return t("Reading the experiments of a Coder deployment");
		case "coderDeployment_getStatistics":
			return t("Reading the statistics of a Coder deployment");
		case "coderDeployment_getFindings":
			return t("Looking for findings about a Coder deployment");
		case "coderDeployment_getHealth":
			return t("Reading the health of a Coder deployment");
		case "coderDeployment_getLicense":
			return t("Reading the license of a Coder deployment");
		case "coderDeployment_compareDeployments":
			return t("Comparing the configuration of Coder deployments");
		case "coderDeployment_compareFile":
			return t("Comparing a file with a Coder deployment");
		case "coderDeployment_previewUpgrade":
			return t("Previewing an upgrade of a Coder deployment");
	}
}
