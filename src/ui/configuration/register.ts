import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { lazyPart } from "../messages/lazyPart.ts";
import { optionLinkPath } from "../../core/configuration/optionLink.ts";
import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import type { PageServices } from "../panels/pageHost.ts";
import { isFields, isText } from "../panels/readMessage.ts";
import { registerPanels } from "../panels/registerPanels.ts";
import type { RevealTarget } from "./configPanel.ts";
import type { ConfigPanelHost } from "./configPanelHost.ts";
import {
	openConfigurationDocument,
	registerConfigurationDocuments,
} from "./configurationDocuments.ts";
import { linkToOption, openOptionLink } from "./optionLinks.ts";

/** Registers the panels and documents that show configurations. The code of each is loaded when the first one opens. */
export function registerConfiguration(services: Services): void {
	const { commands, deployments, documents, links, subscriptions } = services;
	const panels = registerPanels(services, "coderDeployment.configuration", async (pages) =>
		(await import("./configPanels.ts")).configPanels(panelHost(services, pages)),
	);
	const open = async ({ saved }: Deployment, query?: string): Promise<void> => {
		const panel = (await panels()).show({ deployment: saved.key });
		if (query !== undefined) panel.reveal(targetOf(query));
	};
	commands.onDeployment(commandIds.openConfiguration, (deployment, _target, query) =>
		open(deployment, textIn(query)),
	);
	for (const [command, target] of [
		[commandIds.copyOptionValue, "copyValue"],
		[commandIds.copyOptionEnvLine, "copyEnv"],
		[commandIds.copyOptionLink, "link"],
	] as const) {
		// The context menu of the active page passes what the page attached to the option's row.
		commands.on(command, async (context) => {
			if (isFields(context) && isText(context.option)) {
				(await panels()).inFront?.copyFrom(context.option, target);
			}
		});
	}
	commands.onDeployment(commandIds.goToOption, async (deployment) => {
		const { askForOption } = await import("./goToOption.ts");
		const id = await askForOption(deployment);
		if (id !== undefined) await open(deployment, `@id:${id}`);
	});
	links.add(optionLinkPath, (uri) => openOptionLink(uri, deployments));
	commands.onDeployment(commandIds.openConfigurationJson, (deployment) =>
		openConfigurationDocument(deployment, "deployment-config.json", documents),
	);
	commands.onDeployment(commandIds.openConfigurationYaml, (deployment, _target, optionId) =>
		openConfigurationDocument(deployment, "server-config.yaml", documents, textIn(optionId)),
	);
	commands.onDeployment(commandIds.reportCspViolation, async (deployment) => {
		const { reportFromEditor } = await import("./cspReportCommand.ts");
		await reportFromEditor(deployment, services.clients);
	});
	subscriptions.add(registerConfigurationDocuments(services));
	const yamlFeatures = subscriptions.add(
		lazyPart(async () => (await import("./yamlFeatures.ts")).registerYamlFeatures(documents)),
	);
	documents.beforeYaml(yamlFeatures.get);
}

/** Returns what a query reveals. `@id:CODER_ACCESS_URL` reveals an option; anything else is a search. */
function targetOf(query: string): RevealTarget {
	return query.startsWith("@id:") ? { optionId: query.slice("@id:".length) } : { query };
}

function textIn(argument: unknown): string | undefined {
	return typeof argument === "string" ? argument : undefined;
}

function panelHost(services: Services, pages: PageServices): ConfigPanelHost {
	const { deployments, findings, watchers } = services;
	return {
		...pages,
		watchers,
		deployments,
		findings: {
			of: (deployment) => findings.of(deployment).shown,
			onDidChange: findings.onDidChange,
		},
		linkTo: (key, optionId) => {
			const deployment = deployments.find(key);
			return deployment && linkToOption(deployment, optionId);
		},
		run: (command, ...args) => vscode.commands.executeCommand(command, ...args),
	};
}
