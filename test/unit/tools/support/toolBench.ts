import type { Deployment } from "../../../../src/core/deployment.ts";
import type { JsonObject } from "../../../../src/core/json.ts";
import { runTool } from "../../../../src/core/tools/runTool.ts";
import type { ToolContext } from "../../../../src/core/tools/tool.ts";
import type { ToolName } from "../../../../src/core/tools/toolNames.ts";

/** A context with these deployments, the first of them active. */
export function contextOf(
	list: readonly Deployment[],
	more: Partial<ToolContext> = {},
): ToolContext {
	return {
		deployments: { list, active: list[0] },
		mutedFindings: {},
		now: Date.now,
		signal: new AbortController().signal,
		...more,
	};
}

/** Runs the tool `coderDeployment_<name>` and reads its result. */
export async function run(
	name: ToolName extends `coderDeployment_${infer Short}` ? Short : never,
	input: unknown,
	context: ToolContext,
): Promise<JsonObject> {
	return JSON.parse(await runTool(`coderDeployment_${name}`, input, context)) as JsonObject;
}
