import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import { csvOf } from "../../core/statistics/csv.ts";
import { startOf, type RangeId } from "../../core/statistics/ranges.ts";
import { inOrder, type Sample } from "../../core/statistics/sample.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import type { FromStatsPanel, ToStatsPanel } from "../../protocol/statsPanel.ts";
import { commandIds } from "../commands/commandIds.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";
import { problemCommand, samplesSince, samplesUpTo, statsContent } from "./statsContent.ts";
import { readFromStatsPanel } from "./statsMessages.ts";
import type { StatsPanelHost } from "./statsPanelHost.ts";
import { watchPanel } from "../panels/watchPanel.ts";
import { webviewHtml } from "../panels/webviewHtml.ts";

type Handlers = {
	readonly [K in FromStatsPanel["type"]]: (
		message: Extract<FromStatsPanel, { type: K }>,
	) => unknown;
};

/** One panel: it sends its page the plots of a range whenever they change, and does what the page asks for. */
export class StatsPanel implements Disposable {
	readonly key: string;
	readonly #panel: vscode.WebviewPanel;
	readonly #host: StatsPanelHost;
	readonly #store = new DisposableStore();
	readonly #inside = new DisposableStore();
	#deployment: Deployment | undefined;
	/** What was known of the deployment's statistics when the page was last told. */
	#slot: unknown;
	#samples: readonly Sample[] = [];
	/** Missing while there is no page that can hear; it says "ready" with the range that it remembers. */
	#range: RangeId | undefined;

	constructor(panel: vscode.WebviewPanel, host: StatsPanelHost, key: string, onClosed: () => void) {
		this.key = key;
		this.#panel = panel;
		this.#host = host;
		panel.onDidDispose(() => {
			this.#range = undefined;
			this.#store.dispose();
			onClosed();
		});
		for (const subscription of [
			this.#inside,
			panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
			panel.onDidChangeViewState(() => {
				// A hidden page is gone; when it is shown again it says "ready" again.
				if (panel.visible) return;
				this.#range = undefined;
				this.#samples = [];
			}),
			host.deployments.onDidChange(() => {
				this.#attach();
			}),
			host.samples.onDidChange((changed) => (changed === key ? this.#takeIn() : undefined)),
			onDidChangeSetting("statistics.keep", () => {
				this.#post();
			}),
		]) {
			this.#store.add(subscription);
		}
		watchPanel(panel, host.watchers, ["deploymentStats"], () => this.#deployment);
		this.#attach();
		panel.webview.html = webviewHtml(host.extensionUri, "stats");
	}

	toFront(): void {
		this.#panel.reveal();
	}

	dispose(): void {
		this.#panel.dispose();
	}

	/** Follows the deployment, which is another object after somebody signed in again. */
	#attach(): void {
		const deployment = this.#host.deployments.find(this.key);
		if (deployment !== this.#deployment) {
			this.#inside.dispose();
			this.#deployment = deployment;
			if (deployment) {
				this.#inside.add(
					deployment.onDidChange(() => {
						if (deployment.snapshot.deploymentStats !== this.#slot) this.#post();
					}),
				);
				if (stateOf(deployment.snapshot.deploymentStats) === "notAsked") void this.#refresh();
			}
		}
		if (deployment) this.#panel.title = t("Statistics: {0}", deployment.known.name);
		else if (this.#panel.title === "") this.#panel.title = t("Statistics");
		this.#post();
	}

	/** After samples came; all of them are read again only when they were cleared. */
	async #takeIn(): Promise<void> {
		if (this.#range === undefined) return;
		const recent = this.#host.samples.recent(this.key);
		if (recent.length === 0) return this.#read();
		this.#samples = inOrder([...this.#samples, ...recent]);
		this.#post();
	}

	async #read(): Promise<void> {
		this.#samples = await this.#host.samples.all(this.key);
		this.#post();
	}

	#post(): void {
		this.#slot = this.#deployment?.snapshot.deploymentStats;
		if (this.#range === undefined || !this.#panel.visible) return;
		const content = statsContent(
			this.#deployment,
			this.#samples,
			this.#range,
			settings.statisticsKept(),
			Date.now(),
		);
		this.#send({ type: "show", content });
	}

	#send(message: ToStatsPanel): void {
		void this.#panel.webview.postMessage(message);
	}

	#receive(message: unknown): unknown {
		const read = readFromStatsPanel(message);
		if (!read) {
			this.#host.log.warn("The statistics page sent a message that is not understood.");
			return undefined;
		}
		return (this.#handlers[read.type] as (read: FromStatsPanel) => unknown)(read);
	}

	readonly #handlers: Handlers = {
		ready: ({ range }) => {
			this.#range = range;
			return this.#read();
		},
		range: ({ range }) => {
			this.#range = range;
			this.#post();
		},
		refresh: () => this.#refresh(),
		copyCsv: async () => {
			const now = Date.now();
			const known = samplesUpTo(this.#samples, now);
			const from = startOf(this.#range ?? "all", known, now);
			await vscode.env.clipboard.writeText(csvOf(samplesSince(known, from)));
			this.#send({ type: "copied" });
		},
		act: () => {
			const command = problemCommand(this.#deployment);
			return vscode.commands.executeCommand(
				command?.id ?? commandIds.signIn,
				...(command?.arguments ?? []),
			);
		},
		cspViolation: ({ report }) => {
			this.#host.log.warn(`The statistics page broke its policy: ${JSON.stringify(report)}`);
		},
	};

	#refresh(): unknown {
		return this.#deployment?.refresh(["deploymentStats"]);
	}
}
