import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { exportAuthority } from "./exportAuthority.ts";

/** Registers exports of configurations in the formats of other programs. */
export function registerExport({
	commands,
	deployments,
	documents,
	subscriptions,
}: Services): void {
	subscriptions.add(
		documents.add(exportAuthority, async (uri) => {
			const { drawExport } = await import("./exportDocuments.ts");
			return drawExport(uri, (key) => deployments.find(key));
		}),
	);
	commands.onDeployment(commandIds.exportConfiguration, async (deployment) => {
		const { exportConfiguration } = await import("./exportConfiguration.ts");
		await exportConfiguration(deployment);
	});
}
