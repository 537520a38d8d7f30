import * as vscode from "vscode";
import { reportListenerErrors } from "../../core/base/event.ts";
import { Deployments } from "../../core/deployments/deployments.ts";
import { scrubbingLogger } from "../../core/base/scrubbingLogger.ts";
import { Sessions } from "../../core/deployments/sessions.ts";
import { offerEnvironmentSignIn } from "../../core/signIn/environmentOffer.ts";
import { SignInFlow } from "../../core/signIn/flow.ts";
import type { Surroundings } from "../../core/signIn/surroundings.ts";
import { DeploymentStore } from "../../core/deployments/store.ts";
import { Watchers } from "../../core/deployments/watchers.ts";
import { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import { UpgradeNotices } from "../../core/notifications/upgradeNotices.ts";
import { registerAuditDocuments } from "../findings/findingDocuments.ts";
import { Audits } from "../findings/audits.ts";
import { Clients } from "./clients.ts";
import { commandRegistry } from "../commands/commands.ts";
import type { CommandRegistry } from "../commands/registry.ts";
import { showSignedIn } from "../commands/sessionCommands.ts";
import { registerCompare } from "../comparison/compare.ts";
import { registerConfiguration } from "../configuration/configuration.ts";
import { registerConfigurationDocuments } from "../configuration/configurationDocuments.ts";
import { registerContextKeys } from "./contextKeys.ts";
import { Documents } from "./documents.ts";
import { offerWhenTrusted } from "../signIn/environmentSignIn.ts";
import type { TreeFront } from "../overview/treeFront.ts";
import { registerHistory } from "../history/history.ts";
import { NetworkConfiguration } from "./networkConfiguration.ts";
import { registerBadge } from "../overview/badge.ts";
import { registerNotices } from "../notifications/notices.ts";
import { revealIn } from "../notifications/reveal.ts";
import { registerOverview } from "../overview/overview.ts";
import { registerRefresher } from "./refreshing.ts";
import { signInQuestions } from "../signIn/signIn.ts";
import { registerSharedFolder, sharedFolder } from "./sharedFolder.ts";
import { registerStats } from "../statistics/stats.ts";
import { registerStatusBar } from "../overview/statusBar.ts";
import type { OverviewTree, Row } from "../overview/tree.ts";
import { registerUpgradeNotice } from "../notifications/upgradeNotice.ts";
import { openLink } from "./uriHandler.ts";
import { userAgent } from "./userAgent.ts";
import { userSetting } from "./userSettings.ts";
import type { Variables } from "../variables/variables.ts";
import { registerWindows } from "./windowSync.ts";

/** What the front hands over. */
export interface AppParts {
	readonly context: vscode.ExtensionContext;
	readonly view: vscode.TreeView<Row>;
	readonly treeFront: TreeFront;
	readonly variables: Variables;
}

/** The extension behind its front. */
export interface App {
	readonly deployments: Deployments;
	readonly commands: CommandRegistry;
	readonly tree: OverviewTree;
	readonly openLink: (uri: vscode.Uri) => Promise<void>;
}

/** Builds the objects and hands them to the surfaces. Nothing is asked for before this returns. */
export function startApp({ context, view, treeFront, variables }: AppParts): App {
	const { globalState, globalStorageUri, secrets, extension, extensionUri } = context;
	const log = vscode.window.createOutputChannel("Coder Deployment", { log: true });
	const safeLog = scrubbingLogger(log);
	const network = new NetworkConfiguration(extension);
	const clients = new Clients({
		sessions: new Sessions(secrets),
		// VS Code's secrets of a browser are read once a tab.
		reloadHelps: vscode.env.uiKind === vscode.UIKind.Web,
		userAgent: userAgent(extension),
		log: safeLog,
		settings: () => network.settings,
		isConfirmed: (url) => deployments.isConfirmed(url),
	});
	const shared = sharedFolder(context);
	const deployments: Deployments = new Deployments(
		globalState,
		secrets,
		(known) =>
			new DeploymentStore(known, clients.ask(known), Date.now, Math.random, shared.of(known)),
	);
	const watchers = new Watchers();
	const surroundings: Surroundings = {
		env: process.env,
		isTrusted: () => vscode.workspace.isTrusted,
		defaultUrl: () => userSetting("coder.defaultUrl"),
	};
	const signIn = new SignInFlow({
		deployments,
		load: () => clients.load(),
		ask: signInQuestions,
		surroundings,
	});
	const audits = new Audits();
	const muting = new UpdateMuting(globalState);
	const history = registerHistory(deployments, globalStorageUri, safeLog);
	const statistics = registerStats({
		extensionUri,
		storage: globalStorageUri,
		deployments,
		watchers,
		log: safeLog,
	});
	const overview = registerOverview(
		deployments,
		view,
		network,
		muting,
		[audits, history],
		statistics.trend,
	);
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
		watchers,
		log: safeLog,
	});
	context.subscriptions.push(
		log,
		reportListenerErrors((error) => {
			safeLog.error(String(error));
		}),
		network,
		deployments,
		audits,
		history,
		overview,
		comparing,
		configuration,
		statistics,
		registerContextKeys(deployments),
		registerStatusBar(deployments, network),
		muting,
		registerBadge({ view, deployments, audits, muting, watchers }),
		registerNotices({
			deployments,
			muting,
			memory: globalState,
			storage: globalStorageUri,
			audits,
			history,
			watchers,
			log: safeLog,
			reveal: revealIn(view, overview.tree),
		}),
		documents,
		registerConfigurationDocuments(deployments, documents),
		registerAuditDocuments({ deployments, documents, audits }),
		watchers,
		registerUpgradeNotice(deployments, new UpgradeNotices(globalState), history),
		registerRefresher({ deployments, view, tree: overview.tree, network, watchers }),
		registerSharedFolder(shared, deployments),
		registerWindows(deployments, secrets),
		offerWhenTrusted(async () => {
			const offer = { deployments, flow: signIn, ask: signInQuestions, surroundings };
			await showSignedIn(
				await offerEnvironmentSignIn({ ...offer, memory: globalState, log: safeLog }),
			);
		}),
		deployments.onDidChange(variables.refresh),
		deployments.onDidChangeInside(variables.refresh),
	);
	treeFront.attach(overview.tree);
	return {
		deployments,
		commands: commandRegistry({
			extension,
			deployments,
			clients,
			signIn,
			audits,
			log,
			documents,
			comparing,
			history,
			muting,
			showRows: overview.showRows,
			statistics,
			openConfiguration: configuration.open,
		}),
		tree: overview.tree,
		openLink: (uri) => openLink(uri, deployments, signIn, safeLog),
	};
}
