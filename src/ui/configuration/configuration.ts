import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Disposable } from "../../core/base/event.ts";
import type { JsonObject } from "../../core/base/json.ts";
import { t } from "../../core/base/l10n.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";
import type { Audits } from "../findings/audits.ts";
import type { Clients } from "../app/clients.ts";
import type { ConfigPanels } from "./configPanel.ts";
import type { Wish } from "./configPanelWindow.ts";
import { showWarning } from "../messages/messages.ts";
import { linkToOption } from "./optionLinks.ts";
import { sendCspReport } from "./cspReportCommand.ts";

/** What the configuration panels work with. */
export interface ConfigurationParts {
	readonly extensionUri: vscode.Uri;
	readonly deployments: Deployments;
	readonly audits: Audits;
	readonly clients: Clients;
	readonly watchers: Watchers;
	readonly log: Logger;
}

/** Opens configuration panels. Their code is loaded when the first one opens, or is restored after a reload. */
export function registerConfiguration(
	parts: ConfigurationParts,
): Disposable & { readonly open: (deployment: Deployment, query?: string) => Promise<void> } {
	let panels: Promise<ConfigPanels> | undefined;
	const load = (): Promise<ConfigPanels> => (panels ??= loadPanels(parts));
	const serializer = vscode.window.registerWebviewPanelSerializer("coderDeployment.configuration", {
		deserializeWebviewPanel: async (panel, state) => {
			(await load()).restore(panel, state);
		},
	});
	return {
		open: async (deployment, query) => {
			(await load()).show(deployment.known.key, query === undefined ? undefined : wishFor(query));
		},
		dispose: () => {
			serializer.dispose();
			void panels?.then((loaded) => {
				loaded.dispose();
			});
		},
	};
}

/** `@id:CODER_ACCESS_URL` is an option to go to; everything else is searched for. */
function wishFor(query: string): Wish {
	return query.startsWith("@id:") ? { optionId: query.slice("@id:".length) } : { query };
}

async function loadPanels({
	extensionUri,
	deployments,
	audits,
	clients,
	watchers,
	log,
}: ConfigurationParts): Promise<ConfigPanels> {
	const [{ ConfigPanels }] = await Promise.all([import("../app/onDemand.ts"), audits.ready()]);
	return new ConfigPanels({
		extensionUri,
		log,
		watchers,
		deployments,
		findings: {
			of: (deployment) => audits.now(deployment).shown,
			onDidChange: audits.onDidChange,
		},
		linkTo: (key, optionId) => {
			const deployment = deployments.find(key);
			return deployment && linkToOption(deployment, optionId);
		},
		run: (command, ...args) => vscode.commands.executeCommand(command, ...args),
		reportCsp: (key, report) => void offerToReport(deployments.find(key), report, clients),
	});
}

/** The report names addresses of this editor, so sending it is the user's choice. */
async function offerToReport(
	deployment: Deployment | undefined,
	report: Record<string, unknown>,
	clients: Clients,
): Promise<void> {
	if (!deployment) return;
	const send = t("Send Report");
	const answer = await showWarning(
		t(
			"The configuration page tried to load content that its security policy forbids. Report it to {0}?",
			deployment.known.name,
		),
		send,
		t("Not Now"),
	);
	if (answer === send)
		await sendCspReport(deployment, { "csp-report": report as JsonObject }, clients);
}
