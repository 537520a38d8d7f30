import type { Services } from "../app/services.ts";
import { commandIds } from "../commands/commandIds.ts";

/** Writes configurations in the formats that other programs read. */
export function registerExport({ commands }: Services): void {
	commands.onDeployment(commandIds.exportConfiguration, async (deployment) => {
		const { exportConfiguration } = await import("./exportConfiguration.ts");
		await exportConfiguration(deployment);
	});
}
