import * as vscode from "vscode";
import { Deployments } from "./core/deployments.ts";
import { setLocale, setTranslator } from "./core/l10n.ts";
import { scrubbingLogger } from "./core/scrubbingLogger.ts";
import { DeploymentStore } from "./core/store.ts";
import { UpdateNotices } from "./core/updateNotices.ts";
import { Clients } from "./ui/clients.ts";
import { registerCommands } from "./ui/commands.ts";
import { registerConfiguration } from "./ui/configuration.ts";
import { registerSignedInContext } from "./ui/contextKeys.ts";
import { registerJsonDocument } from "./ui/jsonDocument.ts";
import { registerOverview } from "./ui/overview.ts";
import { registerRefresher } from "./ui/refreshing.ts";
import { registerStatusBar } from "./ui/statusBar.ts";
import { registerUpdateNotice } from "./ui/updateNotice.ts";
import { userAgent } from "./ui/userAgent.ts";
import { registerWindows } from "./ui/windows.ts";

/** Builds the objects and hands them to the surfaces. Nothing is asked for before this returns. */
export function activate({
	globalState,
	secrets,
	extension,
	extensionUri,
	subscriptions,
}: vscode.ExtensionContext): void {
	setTranslator(vscode.l10n.t);
	setLocale(vscode.env.language);
	const log = vscode.window.createOutputChannel("Coder Deployment", {
		log: true,
	});
	const safeLog = scrubbingLogger(log);
	const clients = new Clients(secrets, userAgent(extension), safeLog);
	const deployments = new Deployments(
		globalState,
		secrets,
		(known) => new DeploymentStore(known, clients.ask(known)),
	);
	const overview = registerOverview(deployments);
	const configuration = registerConfiguration({ extensionUri, deployments, clients, log: safeLog });
	subscriptions.push(
		log,
		deployments,
		overview,
		configuration,
		registerSignedInContext(deployments),
		registerStatusBar(deployments),
		registerUpdateNotice(deployments, new UpdateNotices(globalState)),
		registerJsonDocument(deployments),
		registerCommands({ deployments, clients, log, openConfiguration: configuration.open }),
		registerRefresher(deployments, overview.view),
		registerWindows(deployments, secrets),
	);
}
