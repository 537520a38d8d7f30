import * as vscode from "vscode";
import { scrubbingLogger } from "../../core/coder/scrubbingLogger.ts";
import { DisposableStore, type Event } from "../../core/base/event.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { AttentionSource } from "../../core/deployments/attention.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { Deployments } from "../../core/deployments/deployments.ts";
import { Sessions } from "../../core/deployments/sessions.ts";
import { DeploymentStore } from "../../core/deployments/store.ts";
import { Watchers } from "../../core/deployments/watchers.ts";
import { FindingsCache } from "../../core/findings/findingsCache.ts";
import type { Findings } from "../../core/findings/finding.ts";
import { History } from "../../core/history/history.ts";
import { HistoryRecorder } from "../../core/history/recorder.ts";
import type { Memory } from "../../core/base/memory.ts";
import { OrderedMemory } from "../../core/base/orderedMemory.ts";
import { makeClients, type Clients } from "../../core/deployments/makeClients.ts";
import { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import type { MoreSection } from "../../core/overview/outline.ts";
import { Samples } from "../../core/statistics/samples.ts";
import { CommandRegistry } from "./commandRegistry.ts";
import { Contributions } from "./contributions.ts";
import { Documents } from "./documents.ts";
import type { Front } from "./front.ts";
import { InFront } from "./inFront.ts";
import { Links } from "./links.ts";
import { NetworkConfiguration } from "./networkConfiguration.ts";
import { changesOfSetting, settings } from "./settings.ts";
import { registerSharedFolder, sharedFolder } from "./sharedFolder.ts";
import { showDiskProblem } from "./diskProblem.ts";
import { userAgent } from "./userAgent.ts";

/** The services that features use and contribute to. */
export interface Services {
	readonly front: Front;
	/** Disposed of with the extension. */
	readonly subscriptions: DisposableStore;
	/** The log; {@link output} is its channel. */
	readonly log: Logger;
	readonly output: vscode.LogOutputChannel;
	readonly network: NetworkConfiguration;
	readonly clients: Clients;
	readonly deployments: Deployments;
	/** The data that must be kept fresh, because it's visible or needed for notifications. */
	readonly watchers: Watchers;
	/** The history of deployments; {@link recorder} writes it. */
	readonly history: History;
	readonly recorder: HistoryRecorder;
	/** Statistics over time. */
	readonly samples: Samples;
	readonly findings: {
		/** Returns the current findings. */
		readonly of: (deployment: Deployment) => Findings;
		/** Fires when other findings are muted. */
		readonly onDidChange: Event<void>;
	};
	/** The values in `globalState`. All writes must go through this. */
	readonly memory: Memory;
	/** Updates without notifications. */
	readonly muting: UpdateMuting;
	/** Determines the deployment of commands that are called without one. */
	readonly inFront: InFront;
	readonly commands: CommandRegistry;
	/** Sections of each deployment in the overview, after those of the server's responses. */
	readonly sections: Contributions<MoreSection>;
	/** The sources of the badge's count and of the status bar's hover. */
	readonly attention: Contributions<AttentionSource>;
	readonly documents: Documents;
	readonly links: Links;
}

/** Creates what all features share. Sends no requests before it returns. */
export function createServices(front: Front): Services {
	const { globalState, globalStorageUri, secrets, extension } = front.context;
	const memory = new OrderedMemory(globalState);
	const subscriptions = new DisposableStore();
	const output = subscriptions.add(
		vscode.window.createOutputChannel("Coder Deployment", { log: true }),
	);
	const log = scrubbingLogger(output);
	const network = subscriptions.add(new NetworkConfiguration(extension));
	const clients = makeClients({
		sessions: new Sessions(secrets),
		// In a browser, VS Code reads secrets once per tab.
		reloadHelps: vscode.env.uiKind === vscode.UIKind.Web,
		userAgent: userAgent(extension),
		log,
		settings: () => network.settings,
		isConfirmed: (url) => deployments.isConfirmed(url),
	});
	const shared = sharedFolder(front.context);
	const deployments: Deployments = subscriptions.add(
		new Deployments(memory, secrets, (saved) => {
			const client = clients.of(saved);
			return new DeploymentStore(saved, (id, signal, force) => client.get(id, signal, force), {
				shared: shared.of(saved),
				prepare: (id, signal) => {
					client.prepare(id, signal);
				},
			});
		}),
	);
	subscriptions.add(registerSharedFolder(shared, deployments));
	const folder = (name: string): string => vscode.Uri.joinPath(globalStorageUri, name).fsPath;
	const history = subscriptions.add(
		new History(folder("history"), (problem) => {
			log.warn(problem);
			void showDiskProblem(problem);
		}),
	);
	const inFront = subscriptions.add(new InFront(deployments, front.view));
	const findingsCache = new FindingsCache();
	return {
		front,
		subscriptions,
		log,
		output,
		network,
		clients,
		deployments,
		watchers: subscriptions.add(new Watchers()),
		history,
		recorder: subscriptions.add(new HistoryRecorder(history)),
		samples: subscriptions.add(
			new Samples(folder("samples"), (problem) => {
				log.warn(problem);
			}),
		),
		findings: {
			of: (deployment) => findingsCache.findings(deployment, settings.mutedFindings()),
			onDidChange: changesOfSetting("mutedFindings"),
		},
		memory,
		muting: subscriptions.add(new UpdateMuting(memory)),
		inFront,
		commands: new CommandRegistry(deployments, inFront, log),
		sections: subscriptions.add(new Contributions<MoreSection>()),
		attention: subscriptions.add(new Contributions<AttentionSource>()),
		documents: subscriptions.add(new Documents()),
		links: new Links(log),
	};
}
