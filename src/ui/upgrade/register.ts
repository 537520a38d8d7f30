import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** Lets an upgrade be previewed. */
export function registerUpgrade({
	commands,
	documents,
	deployments,
	subscriptions,
}: Services): void {
	commands.onDeployment(commandIds.previewUpgrade, async (deployment) => {
		const { askForTarget, openPreview } = await import("./upgradePreview.ts");
		const target = await askForTarget(deployment);
		if (target !== undefined) await openPreview(deployment, target);
	});
	subscriptions.add(
		documents.add("upgrade-preview.md", async (uri) => {
			const { drawPreview } = await import("./upgradePreview.ts");
			return drawPreview(uri, deployments);
		}),
	);
}
