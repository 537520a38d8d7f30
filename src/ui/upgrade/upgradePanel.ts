import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import { releaseUrl, upgradeDocsUrl } from "../../core/coder/links.ts";
import { mainBuild } from "../../core/coder/release.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { SeenValues } from "../../core/deployments/seenValues.ts";
import { upgradeChecklist } from "../../core/upgrade/checklist.ts";
import { upgradeEndpoints, type DeploymentUpgrade } from "../../core/upgrade/deploymentUpgrade.ts";
import { readTarget, type UpgradeTarget } from "../../core/upgrade/target.ts";
import type { Handlers } from "../../protocol/page.ts";
import type { FromUpgradePage, ToUpgradePage, UpgradeContent } from "../../protocol/upgrade.ts";
import { linkToOption } from "../configuration/optionLinks.ts";
import { FollowedDeployment } from "../panels/followedDeployment.ts";
import { PageHost, type PageServices } from "../panels/pageHost.ts";
import type { OpenPanel, PanelKind } from "../panels/panelSet.ts";
import { askTarget } from "./askTarget.ts";
import { readUpgrade } from "./readUpgrade.ts";
import { openUpgraded } from "./upgradedDocument.ts";
import { upgradeMessages } from "./upgradeMessages.ts";

/** The subject of a preview: a deployment's key, and the selected target. */
export interface UpgradeSubject {
	readonly deployment: string;
	/** Missing for the latest stable release. */
	readonly target?: UpgradeTarget;
}

interface UpgradePanelHost extends PageServices {
	readonly deployments: Deployments;
}

/** Previews of upgrades, with a panel for each deployment. */
export function upgradePanels(host: UpgradePanelHost): PanelKind<UpgradeSubject, UpgradePanel> {
	return {
		title: ({ deployment }) => titleOf(host.deployments.find(deployment)),
		open: (panel, subject) => new UpgradePanel(panel, host, subject),
		remembered: ({ deployment, target }) => {
			if (typeof deployment !== "string") return undefined;
			const read = readTarget(target);
			return { deployment, ...(read && { target: read }) };
		},
		shows: ({ page }, { deployment }) => page.deployment === deployment,
	};
}

/** Returns the title of a panel. Its deployment is undefined if it isn't known yet. */
function titleOf(deployment: Deployment | undefined): string {
	return deployment ? t("{0}: Upgrade Preview", deployment.saved.name) : t("Upgrade Preview");
}

/** A preview: reads the deployment, sends the upgrade's changes to its page, and handles the page's messages. */
export class UpgradePanel implements OpenPanel {
	readonly page: PageHost<ToUpgradePage, FromUpgradePage>;
	readonly #host: UpgradePanelHost;
	readonly #key: string;
	readonly #followed: FollowedDeployment;
	#target: UpgradeTarget | undefined;
	#read: DeploymentUpgrade = {};
	#loading = false;
	/** The number of the latest reading. Results of earlier ones are discarded. */
	#reading = 0;
	#sent = "";
	readonly #seen = new SeenValues(upgradeEndpoints);

	constructor(panel: vscode.WebviewPanel, host: UpgradePanelHost, subject: UpgradeSubject) {
		this.#host = host;
		this.#key = subject.deployment;
		this.#target = subject.target;
		this.page = new PageHost(panel, host, {
			name: "upgrade",
			readers: upgradeMessages,
			handlers: this.#handlers,
			deployment: () => this.#key,
		});
		const look = (): void => void this.#look(false);
		this.#followed = new FollowedDeployment(host.deployments, () => this.#key, {
			listed: look,
			learned: () => {
				// A failure isn't new data. Reading again would repeat the request that just failed.
				const deployment = this.#followed.now;
				if (!this.#loading && deployment && this.#seen.hasNews(deployment)) look();
			},
		});
		this.page.add(this.#followed);
		this.#followed.follow();
	}

	/** Previews another target; undefined for the latest stable release. */
	show(target: UpgradeTarget | undefined): void {
		this.#target = target;
		void this.#look(false);
	}

	dispose(): void {
		this.#reading = -1;
		this.page.dispose();
	}

	async #look(reload: boolean): Promise<void> {
		const reading = ++this.#reading;
		this.#loading = true;
		this.#post();
		let read: DeploymentUpgrade;
		try {
			const deployment = this.#followed.now;
			if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
			read = await readUpgrade(deployment, this.#target, this.#host.deployments, reload);
			if (reading === this.#reading) this.page.panel.title = titleOf(deployment);
		} catch (error) {
			read = { problem: error instanceof Error ? error.message : String(error) };
		}
		if (reading !== this.#reading) return;
		if (this.#followed.now) this.#seen.add(this.#followed.now);
		this.#read = read;
		this.#loading = false;
		this.#post();
	}

	#post(anyway = false): void {
		if (!this.page.panel.visible) return;
		const content = this.#content();
		const text = JSON.stringify(content);
		if (text === this.#sent && !anyway) return;
		this.#sent = text;
		this.page.send({ type: "show", content });
	}

	#content(): UpgradeContent {
		const { plan, problem, to } = this.#read;
		const hasNotes = to !== undefined && to.release !== mainBuild;
		return {
			deployment: this.#key,
			...(this.#target && { target: this.#target }),
			loading: this.#loading,
			...(problem !== undefined && { problem }),
			...(plan && { plan }),
			links: [
				[t("How to upgrade"), upgradeDocsUrl],
				...(hasNotes
					? ([[t("Release Notes of {0}", to.name), releaseUrl(notesVersion(to.name))]] as const)
					: []),
			],
		};
	}

	get #handlers(): Handlers<FromUpgradePage> {
		return {
			ready: () => {
				this.#post(true);
			},
			again: () => this.#look(true),
			changeTarget: () =>
				this.#withDeployment(async (deployment) => {
					const target = await askTarget(deployment, this.#host.deployments);
					if (target) this.show(target);
				}),
			copyMarkdown: () =>
				this.#withDeployment((deployment) => {
					const { plan } = this.#read;
					if (!plan) return undefined;
					const linkTo = (id: string): string => linkToOption(deployment, id);
					return this.page.copy(upgradeChecklist(plan.sections, { ...plan, linkTo }));
				}),
			exportReplaced: () =>
				this.#withDeployment((deployment) => openUpgraded(deployment, this.#target)),
			openOption: ({ id }) =>
				vscode.commands.executeCommand(commandIds.openConfiguration, this.#key, `@id:${id}`),
		};
	}

	#withDeployment<T>(run: (deployment: Deployment) => T): T | undefined {
		const deployment = this.#followed.now;
		return deployment && run(deployment);
	}
}

/** Returns the tag of a release. Tags have three numbers, the releases in the tables two. */
function notesVersion(name: string): string {
	return /^v2\.\d+$/.test(name) ? `${name}.0` : name;
}
