import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** Keeps the hints about variables up to date with the active deployment. */
export function registerVariableUpdates({
	commands,
	deployments,
	front,
	subscriptions,
}: Services): void {
	const refresh = (): void => {
		front.variables.refresh();
	};
	subscriptions.add(deployments.onDidChange(refresh));
	subscriptions.add(
		deployments.onDidChangeDeployment((deployment) => {
			if (deployment === deployments.active) refresh();
		}),
	);
	commands.on(commandIds.ignoreVariable, async (name) => {
		if (typeof name !== "string") return;
		const { ignoreVariable } = await import("./variableIgnoring.ts");
		await ignoreVariable(name);
	});
}
