import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";
import type { Samples } from "../../core/statistics/samples.ts";
import { t } from "../../core/base/l10n.ts";
import { csvOf } from "../../core/statistics/csv.ts";
import { fittingRange, startOf, type RangeId } from "../../core/statistics/ranges.ts";
import { inOrder, type Sample } from "../../core/statistics/sample.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import { surfaces } from "../../core/deployments/surfaces.ts";
import type { FromStatisticsPage, ToStatisticsPage } from "../../protocol/statistics.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";
import { problemCommand, samplesSince, samplesUpTo, statsContent } from "./statsContent.ts";
import { statsMessages } from "./statsMessages.ts";
import { watchPanel } from "../panels/watchPanel.ts";
import type { Handlers } from "../../protocol/page.ts";
import { FollowedDeployment } from "../panels/followedDeployment.ts";
import { PageHost, type PageServices } from "../panels/pageHost.ts";
import type { OpenPanel } from "../panels/panelSet.ts";

/** The dependencies of statistics panels. */
export interface StatsPanelHost extends PageServices {
	readonly deployments: Deployments;
	readonly samples: Samples;
	readonly watchers: Watchers;
}

/** A statistics panel: sends the plots of a range to its page whenever they change, and handles the page's messages. */
export class StatsPanel implements OpenPanel {
	readonly page: PageHost<ToStatisticsPage, FromStatisticsPage>;
	readonly #key: string;
	readonly #host: StatsPanelHost;
	readonly #followed: FollowedDeployment;
	/** The slot of the deployment's statistics that the page last received. */
	#slot: unknown;
	#samples: readonly Sample[] = [];
	/** The selected range, if any. A page that stored a range sends it with "ready". */
	#range: RangeId | undefined;

	constructor(panel: vscode.WebviewPanel, host: StatsPanelHost, key: string) {
		this.#key = key;
		this.#host = host;
		this.page = new PageHost(panel, host, {
			name: "stats",
			readers: statsMessages,
			handlers: this.#handlers,
			deployment: () => key,
		});
		this.#followed = new FollowedDeployment(host.deployments, () => key, {
			replaced: (deployment) => {
				if (deployment && stateOf(deployment.snapshot.deploymentStats) === "notRequested") {
					void this.#refresh();
				}
			},
			listed: (deployment) => {
				if (deployment) panel.title = titleOf(deployment);
				this.#post();
			},
			learned: () => {
				if (this.#followed.now?.snapshot.deploymentStats !== this.#slot) this.#post();
			},
		});
		for (const item of [
			this.#followed,
			panel.onDidChangeViewState(() => {
				if (!panel.visible) this.#samples = [];
			}),
			host.samples.onDidChange((changed) => (changed === key ? this.#takeIn() : undefined)),
			onDidChangeSetting("statistics.keep", () => {
				this.#post();
			}),
		]) {
			this.page.add(item);
		}
		watchPanel(panel, host.watchers, surfaces.statisticsPanel.ids, () => this.#followed.now);
		this.#followed.follow();
	}

	dispose(): void {
		this.page.dispose();
	}

	/** Adds new samples. Reads all samples again only after they were deleted. */
	async #takeIn(): Promise<void> {
		if (!this.page.ready) return;
		const recent = this.#host.samples.recent(this.#key);
		if (recent.length === 0) return this.#read();
		this.#samples = inOrder([...this.#samples, ...recent]);
		this.#post();
	}

	async #read(): Promise<void> {
		this.#samples = await this.#host.samples.all(this.#key);
		this.#post();
	}

	#shownRange(): RangeId {
		const now = Date.now();
		return this.#range ?? fittingRange(samplesUpTo(this.#samples, now), now);
	}

	#post(): void {
		this.#slot = this.#followed.now?.snapshot.deploymentStats;
		if (!this.page.ready || !this.page.panel.visible) return;
		const content = statsContent(
			this.#followed.now,
			this.#samples,
			this.#shownRange(),
			settings.statisticsKept(),
			Date.now(),
		);
		this.page.send({ type: "show", content });
	}

	get #handlers(): Handlers<FromStatisticsPage> {
		return {
			ready: ({ range }) => {
				this.#range = range;
				return this.#read();
			},
			range: ({ range }) => {
				this.#range = range;
				this.#post();
			},
			refresh: () => this.#refresh(),
			copyCsv: () => {
				const now = Date.now();
				const known = samplesUpTo(this.#samples, now);
				const from = startOf(this.#shownRange(), known, now);
				return this.page.copy(csvOf(samplesSince(known, from)));
			},
			act: () => {
				const command = problemCommand(this.#followed.now);
				return vscode.commands.executeCommand(
					command?.id ?? commandIds.signIn,
					...(command?.arguments ?? []),
				);
			},
		};
	}

	#refresh(): unknown {
		return this.#followed.now?.refresh(surfaces.statisticsPanel.ids);
	}
}

/** Returns the title of a panel. Its deployment is undefined if it isn't known yet. */
export function titleOf(deployment: Deployment | undefined): string {
	return deployment ? t("{0}: Statistics", deployment.saved.name) : t("Statistics");
}
