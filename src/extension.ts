import * as vscode from "vscode";
import { Deployments } from "./core/deployments.ts";
import { setLocale, setTranslator } from "./core/l10n.ts";
import { scrubbingLogger } from "./core/scrubbingLogger.ts";
import { SessionNotices } from "./core/sessionNotices.ts";
import { DeploymentStore } from "./core/store.ts";
import { UpdateNotices } from "./core/updateNotices.ts";
import { registerAuditDocuments } from "./ui/auditDocuments.ts";
import { Audits } from "./ui/audits.ts";
import { Clients } from "./ui/clients.ts";
import { registerCommands } from "./ui/commands/commands.ts";
import { registerCompare } from "./ui/compare.ts";
import { registerConfiguration } from "./ui/configuration.ts";
import { registerConfigurationDocuments } from "./ui/configurationDocuments.ts";
import { registerContextKeys } from "./ui/contextKeys.ts";
import { Documents } from "./ui/documents.ts";
import { signInFromEnvironment } from "./ui/environmentSignIn.ts";
import { registerHistory } from "./ui/history.ts";
import { NetworkConfiguration } from "./ui/networkConfiguration.ts";
import { registerOverview } from "./ui/overview.ts";
import { registerRefresher } from "./ui/refreshing.ts";
import { registerSessionNotice } from "./ui/sessionNotice.ts";
import { SignIn } from "./ui/signIn.ts";
import { registerStatusBar } from "./ui/statusBar.ts";
import { registerUpdateNotice } from "./ui/updateNotice.ts";
import { registerUriHandler } from "./ui/uriHandler.ts";
import { userAgent } from "./ui/userAgent.ts";
import { registerWindows } from "./ui/windows.ts";

/** Builds the objects and hands them to the surfaces. Nothing is asked for before this returns. */
export function activate({
	globalState,
	globalStorageUri,
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
	const network = new NetworkConfiguration(extension);
	const clients = new Clients(secrets, userAgent(extension), safeLog, () => network.settings);
	const deployments = new Deployments(
		globalState,
		secrets,
		(known) => new DeploymentStore(known, clients.ask(known)),
	);
	const signIn = new SignIn(deployments, clients);
	const audits = new Audits();
	const history = registerHistory(deployments, globalStorageUri, safeLog);
	const overview = registerOverview(deployments, network, [audits, history]);
	const documents = new Documents();
	const comparing = registerCompare({
		extensionUri,
		deployments,
		documents,
		history,
		log: safeLog,
	});
	const configuration = registerConfiguration({
		extensionUri,
		deployments,
		audits,
		clients,
		log: safeLog,
	});
	subscriptions.push(
		log,
		network,
		deployments,
		audits,
		history,
		overview,
		comparing,
		configuration,
		registerContextKeys(deployments),
		registerStatusBar(deployments, network),
		registerUpdateNotice(deployments, new UpdateNotices(globalState)),
		registerSessionNotice(deployments, new SessionNotices(globalState)),
		documents,
		registerConfigurationDocuments(deployments, documents),
		registerAuditDocuments({ deployments, documents, audits }),
		registerCommands({
			deployments,
			clients,
			signIn,
			audits,
			log,
			documents,
			comparing,
			history,
			openConfiguration: configuration.open,
		}),
		registerUriHandler(deployments, signIn, safeLog),
		registerRefresher(deployments, overview.view, network),
		registerWindows(deployments, secrets),
	);
	void signInFromEnvironment(deployments, signIn, safeLog);
}
