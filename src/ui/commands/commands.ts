import type * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import { scrubbingLogger } from "../../core/base/scrubbingLogger.ts";
import type { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import { isWebUrl } from "../../core/base/url.ts";
import { registerAuditCommands } from "../findings/findingCommands.ts";
import type { Audits } from "../findings/audits.ts";
import type { Clients } from "../app/clients.ts";
import { commandIds } from "./commandIds.ts";
import type { CompareFeature } from "../comparison/compare.ts";
import { reportFromEditor } from "../configuration/cspReportCommand.ts";
import { openConfigurationDocument } from "../configuration/configurationDocuments.ts";
import type { Documents } from "../app/documents.ts";
import type { HistoryFeature } from "../history/history.ts";
import type { SignInFlow } from "../../core/signIn/flow.ts";
import type { StatsFeature } from "../statistics/stats.ts";
import { registerCopyCommands } from "./copyCommands.ts";
import { registerDeploymentCommands } from "./deploymentCommands.ts";
import { registerHelpCommands } from "./helpCommands.ts";
import { CommandRegistry } from "./registry.ts";
import { registerSessionCommands } from "./sessionCommands.ts";
import { checkForUpdates } from "./updateCommands.ts";

/** What the commands work with. */
export interface CommandParts {
	readonly extension: vscode.Extension<unknown>;
	readonly deployments: Deployments;
	readonly clients: Clients;
	readonly signIn: SignInFlow;
	readonly audits: Audits;
	readonly log: vscode.LogOutputChannel;
	readonly documents: Documents;
	readonly comparing: CompareFeature;
	readonly history: HistoryFeature;
	readonly statistics: StatsFeature;
	readonly muting: UpdateMuting;
	/** Shows rows where the view has a welcome text. */
	readonly showRows: () => void;
	/** Opens the panel; `query` goes into its search box. */
	readonly openConfiguration: (deployment: Deployment, query?: string) => unknown;
}

/** Says what every command of `commandIds` does. */
export function commandRegistry(parts: CommandParts): CommandRegistry {
	const { deployments, clients, signIn, log, documents, openConfiguration } = parts;
	const registry = new CommandRegistry(deployments, scrubbingLogger(log));
	registerSessionCommands(registry, deployments, signIn);
	registerDeploymentCommands(registry, parts);
	registerCopyCommands(registry);
	registerAuditCommands(registry, parts.audits);
	registerHelpCommands(registry, deployments, parts.extension, log);
	registry.on(commandIds.showRows, parts.showRows);
	registry.onDeployment(commandIds.openConfiguration, (deployment, _target, query) =>
		openConfiguration(deployment, typeof query === "string" ? query : undefined),
	);
	registry.onDeployment(commandIds.goToOption, async (deployment) => {
		const { askForOption } = await import("../app/onDemand.ts");
		const id = await askForOption(deployment);
		if (id !== undefined) await openConfiguration(deployment, `@id:${id}`);
	});
	registry.onDeployment(commandIds.openConfigurationJson, (deployment) =>
		openConfigurationDocument(deployment, "deployment-config.json", documents),
	);
	registry.onDeployment(commandIds.openConfigurationYaml, (deployment, _target, optionId) =>
		openConfigurationDocument(
			deployment,
			"server-config.yaml",
			documents,
			typeof optionId === "string" ? optionId : undefined,
		),
	);
	registry.onDeployment(commandIds.exportConfiguration, async (deployment) => {
		const { exportConfiguration } = await import("../app/yaml.ts");
		await exportConfiguration(deployment);
	});
	registry.onDeployment(commandIds.compareConfiguration, (deployment, _target, event) =>
		parts.comparing.compare(deployment, typeof event === "string" ? event : undefined),
	);
	registry.onDeployment(commandIds.clearHistory, async (deployment) => {
		const { clearHistory } = await import("../app/onDemand.ts");
		await clearHistory(deployment, parts.history);
	});
	registry.onDeployment(commandIds.openStatistics, (deployment) =>
		parts.statistics.open(deployment),
	);
	registry.onDeployment(commandIds.clearStatistics, async (deployment) => {
		const { clearStatistics } = await import("../app/onDemand.ts");
		await clearStatistics(deployment, await parts.statistics.samples());
	});
	registry.onDeployment(commandIds.checkForUpdates, checkForUpdates);
	registry.onDeployment(commandIds.unmuteUpdates, async (deployment) => {
		const { unmuteUpdates } = await import("../app/onDemand.ts");
		await unmuteUpdates(deployment, parts.muting);
	});
	registry.onDeployment(commandIds.reportCspViolation, (deployment) =>
		reportFromEditor(deployment, clients),
	);
	registry.on(commandIds.pickCaFile, async (argument) => {
		const deployment = registry.find(argument) ?? deployments.active;
		const typed = typeof argument === "string" && isWebUrl(argument) ? argument : undefined;
		const url = typed ?? deployment?.known.url;
		if (url === undefined)
			throw new Error(t("Sign in to a deployment first, and then choose a CA file for it."));
		const { pickCaFile } = await import("../app/onDemand.ts");
		if (await pickCaFile(url, clients)) await deployment?.refresh();
	});
	registry.on(commandIds.ignoreVariable, async (name) => {
		if (typeof name !== "string") return;
		const { ignoreVariable } = await import("../app/onDemand.ts");
		await ignoreVariable(name);
	});
	return registry;
}
