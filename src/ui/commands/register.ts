import { t } from "../../core/base/l10n.ts";
import { isWebUrl } from "../../core/base/url.ts";
import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { registerCopyCommands } from "./copyCommands.ts";
import { registerDeploymentCommands } from "./deploymentCommands.ts";
import { focusedRow } from "./focusedRow.ts";
import { registerHelpCommands } from "./helpCommands.ts";

/** Registers the commands about deployments as a whole, and the help commands. Features register their own. */
export function registerCommands(services: Services): void {
	registerDeploymentCommands(services);
	registerCopyCommands(services.commands, () => focusedRow(services.front.view));
	registerHelpCommands(services);
	const { clients, commands, deployments } = services;
	commands.on(commandIds.pickCaFile, async (argument) => {
		const deployment = commands.find(argument) ?? deployments.active;
		const typed = typeof argument === "string" && isWebUrl(argument) ? argument : undefined;
		const url = typed ?? deployment?.saved.url;
		if (url === undefined)
			throw new Error(t("Sign in to a deployment first, and then choose a CA file for it."));
		const { pickCaFile } = await import("./pickCaFile.ts");
		if (await pickCaFile(url, clients)) await deployment?.refresh();
	});
}
