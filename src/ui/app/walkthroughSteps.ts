import { commandIds } from "../../core/commands/commandIds.ts";

/** Steps of the walkthrough. */
export type WalkthroughStep =
	"signIn" | "overview" | "configuration" | "files" | "findings" | "informed";

const steps: Readonly<Record<string, WalkthroughStep>> = {
	[commandIds.openConfiguration]: "configuration",
	[commandIds.openConfigurationYaml]: "configuration",
	[commandIds.goToOption]: "configuration",
	[commandIds.exportConfiguration]: "configuration",
	[commandIds.compareConfiguration]: "configuration",
	[commandIds.copyAudit]: "findings",
	[commandIds.muteFinding]: "findings",
	[commandIds.compareFile]: "files",
	[commandIds.openStatistics]: "informed",
	[commandIds.checkForUpdates]: "informed",
};

/**
 * Returns the step that a command completes if the user is signed in. VS Code's own event also includes commands that
 * did nothing.
 */
export function stepOf(command: string, args: readonly unknown[]): WalkthroughStep | undefined {
	if (command === commandIds.revealSection && args.includes("findings")) return "findings";
	return steps[command];
}
