import type * as vscode from "vscode";
import type { Deployment } from "../../core/deployment.ts";
import type { Deployments } from "../../core/deployments.ts";
import type { Disposable } from "../../core/event.ts";
import { scrubbingLogger } from "../../core/scrubbingLogger.ts";
import type { Clients } from "../clients.ts";
import { commandIds } from "../commandIds.ts";
import { reportFromEditor } from "../cspReportCommand.ts";
import { openJsonDocument } from "../jsonDocument.ts";
import type { SignIn } from "../signIn.ts";
import { registerCopyCommands } from "./copyCommands.ts";
import { registerDeploymentCommands } from "./deploymentCommands.ts";
import { CommandRegistry } from "./registry.ts";
import { registerSessionCommands } from "./sessionCommands.ts";
import { checkForUpdates } from "./updateCommands.ts";

/** What the commands work with. */
export interface CommandParts {
	readonly deployments: Deployments;
	readonly clients: Clients;
	readonly signIn: SignIn;
	readonly log: vscode.LogOutputChannel;
	/** Opens the panel; `query` goes into its search box. */
	readonly openConfiguration: (deployment: Deployment, query?: string) => unknown;
}

/** Registers every command of `commandIds`. */
export function registerCommands(parts: CommandParts): Disposable {
	const { deployments, clients, signIn, log, openConfiguration } = parts;
	const registry = new CommandRegistry(deployments, scrubbingLogger(log));
	registerSessionCommands(registry, deployments, signIn);
	registerDeploymentCommands(registry, deployments);
	registerCopyCommands(registry);
	registry.onDeployment(commandIds.openConfiguration, (deployment, _target, query) =>
		openConfiguration(deployment, typeof query === "string" ? query : undefined),
	);
	registry.onDeployment(commandIds.openConfigurationJson, openJsonDocument);
	registry.onDeployment(commandIds.checkForUpdates, checkForUpdates);
	registry.onDeployment(commandIds.reportCspViolation, (deployment) =>
		reportFromEditor(deployment, clients),
	);
	registry.on(commandIds.showLog, () => {
		log.show();
	});
	return registry;
}
