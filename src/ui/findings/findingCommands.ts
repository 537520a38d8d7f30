import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Audits } from "./audits.ts";
import { commandIds } from "../commands/commandIds.ts";
import { isRow, type CommandRegistry } from "../commands/registry.ts";

/** What can be done with findings. The code behind the commands is loaded when one is run. */
export function registerAuditCommands(registry: CommandRegistry, audits: Audits): void {
	const muting =
		(here: boolean) => async (deployment: Deployment, target: unknown, rule: unknown) => {
			const name = isRow(target) ? target.node.finding : rule;
			if (typeof name !== "string") return;
			const { muteFinding } = await import("../app/onDemand.ts");
			await muteFinding(name, here ? deployment : undefined);
		};
	registry.onDeployment(commandIds.muteFinding, muting(true));
	registry.onDeployment(commandIds.muteFindingEverywhere, muting(false));
	registry.onDeployment(commandIds.copyAudit, async (deployment) => {
		const { copyAudit } = await import("../app/onDemand.ts");
		await copyAudit(deployment, audits);
	});
}
