import type { Deployment } from "../../../../src/core/deployments/deployment.ts";
import { runTool } from "../../../../src/core/chatTools/runTool.ts";
import type { ToolContext } from "../../../../src/core/chatTools/tool.ts";
import type { ToolName } from "../../../../src/core/chatTools/toolNames.ts";

/** Returns a context with these deployments; the first one is active. */
export function contextOf(
	list: readonly Deployment[],
	more: Partial<ToolContext> = {},
): ToolContext {
	return {
		deployments: { list, active: list[0] },
		mutedFindings: {},
		readFile: () => Promise.resolve(undefined),
		now: Date.now,
		signal: new AbortController().signal,
		...more,
	};
}

type Lists = "options" | "experiments" | "findings" | "changes" | "otherNumbers";
type Objects =
	| "deployment"
	| "build"
	| "update"
	| "left"
	| "right"
	| "changesByKind"
	| "workspacesByState"
	| "sessionsByApp";

/** The parts of a tool's result. */
export type Facts = Readonly<Record<string, unknown>> & {
	readonly [name in Lists]?: readonly Readonly<Record<string, unknown>>[];
} & { readonly [name in Objects]?: Readonly<Record<string, unknown>> } & {
	readonly asOf?: string;
	readonly windowFrom?: string;
	readonly windowTo?: string;
	readonly problems?: readonly string[];
};

type ShortName<T> = T extends `coderDeployment_${infer Short}` ? Short : never;

/** Runs the tool `coderDeployment_<name>` and parses its result. */
export async function run(
	name: ShortName<ToolName>,
	input: unknown,
	context: ToolContext,
): Promise<Facts> {
	return JSON.parse(await runTool(`coderDeployment_${name}`, input, context)) as Facts;
}
