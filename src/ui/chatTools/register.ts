import * as vscode from "vscode";
import { toolNames } from "../../core/chatTools/toolNames.ts";
import type { Services } from "../app/services.ts";

/** Tells VS Code of the chat tools; what they do is loaded when one is called. */
export function registerTools(
	app: () => Promise<Pick<Services, "deployments">>,
): vscode.Disposable {
	// Editors that are made from VS Code may leave it out.
	const { registerTool } = (vscode.lm as Partial<typeof vscode.lm> | undefined) ?? {};
	const running = () => import("./toolRuns.ts");
	return vscode.Disposable.from(
		...(registerTool
			? toolNames.map((name) =>
					registerTool(name, {
						prepareInvocation: async () => (await running()).prepareTool(name),
						invoke: async ({ input }, token) =>
							(await running()).invokeTool(name, input, (await app()).deployments, token),
					}),
				)
			: []),
	);
}
