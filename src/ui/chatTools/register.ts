import * as vscode from "vscode";
import { toolNames } from "../../core/chatTools/toolNames.ts";
import type { Services } from "../app/services.ts";

/** Registers the chat tools with VS Code. Their code is loaded with the first call. */
export function registerTools(
	app: () => Promise<Pick<Services, "deployments">>,
): vscode.Disposable {
	// Editors based on VS Code may not have this API.
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
