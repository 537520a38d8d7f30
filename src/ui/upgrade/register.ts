import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { readTarget } from "../../core/upgrade/target.ts";
import { registerPanels } from "../panels/registerPanels.ts";

/** Registers previews of upgrades. The command takes a deployment and a target. */
export function registerUpgrade(services: Services): void {
	const { commands, deployments, documents, subscriptions } = services;
	const panels = registerPanels(services, "coderDeployment.upgrade", async (pages) =>
		(await import("./upgradePanel.ts")).upgradePanels({ ...pages, deployments }),
	);
	commands.onDeployment(commandIds.previewUpgrade, async ({ saved }, _row, wanted) => {
		const target = readTarget(wanted);
		const panel = (await panels()).show({ deployment: saved.key, ...(target && { target }) });
		if (target) panel.show(target);
	});
	subscriptions.add(
		documents.add("upgraded.env", async (uri) => {
			const { drawUpgraded } = await import("./upgradedDocument.ts");
			return drawUpgraded(uri, deployments);
		}),
	);
}
