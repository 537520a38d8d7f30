import type * as vscode from "vscode";
import type { PageCommand } from "../../core/configuration/pageCommands.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import type {
	CopyTarget,
	FromConfigurationPage,
	PanelContent,
	ToConfigurationPage,
} from "../../protocol/configuration.ts";
import type { Handlers } from "../../protocol/page.ts";
import { openWeb } from "../app/openWeb.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { FollowedDeployment } from "../panels/followedDeployment.ts";
import { PageHost } from "../panels/pageHost.ts";
import type { OpenPanel } from "../panels/panelSet.ts";
import { watchPanel } from "../panels/watchPanel.ts";
import type { ConfigPanelHost } from "./configPanelHost.ts";
import { configMessages } from "./configMessages.ts";
import { PageContent } from "./pageContent.ts";
import { ContentMaker, panelCommand, panelEndpoints } from "./panelContent.ts";

/** The commands of the page's buttons. */
const commandOf: Readonly<Record<PageCommand, string>> = {
	compare: commandIds.compareConfiguration,
	export: commandIds.exportConfiguration,
	openYaml: commandIds.openConfigurationYaml,
	openJson: commandIds.openConfigurationJson,
};

/** As many options as fit into a usual window. The page draws these before the rest is prepared and sent. */
const firstRows = 12;

/** The target of an opened panel. */
export type RevealTarget = { readonly optionId: string } | { readonly query: string };

/** A configuration panel: sends its content to its page whenever it changes, and handles the page's messages. */
export class ConfigPanel implements OpenPanel {
	readonly page: PageHost<ToConfigurationPage, FromConfigurationPage>;
	readonly #host: ConfigPanelHost;
	readonly #content: ContentMaker;
	readonly #followed: FollowedDeployment;
	readonly #shown: PageContent;
	#key: string | undefined;
	/** The target to reveal once the page is ready. */
	#target: RevealTarget | undefined;

	/** @param key undefined for the deployment that is active, or becomes active first */
	constructor(panel: vscode.WebviewPanel, host: ConfigPanelHost, key: string | undefined) {
		this.#host = host;
		this.#key = key;
		this.#content = new ContentMaker(host.linkTo !== undefined);
		const first = this.#make(firstRows);
		this.#shown = new PageContent(first, (content) => {
			this.page.send({ type: "show", content });
		});
		this.page = new PageHost(panel, host, {
			name: "config",
			readers: configMessages,
			handlers: this.#handlers,
			deployment: () => this.#key,
			first: { type: "show", content: first },
		});
		this.#followed = new FollowedDeployment(host.deployments, () => this.#findKey(), {
			replaced: askWhatIsMissing,
			listed: (deployment) => {
				if (deployment) panel.title = titleOf(deployment);
				this.#post();
			},
			learned: this.#post,
		});
		this.page.add(this.#followed);
		this.page.add(
			panel.onDidChangeViewState(() => {
				if (!panel.visible) this.#shown.hidden();
				this.#post();
			}),
		);
		if (host.findings) this.page.add(host.findings.onDidChange(this.#post));
		watchPanel(panel, host.watchers, panelEndpoints, () => this.#followed.now);
		this.#followed.follow();
	}

	/** Reveals a target in the page, now or once the page is ready. */
	reveal(target: RevealTarget): void {
		this.#target = target;
		this.#revealPending();
	}

	/** Copies something of an option, like its button on the page. */
	copyFrom(id: string, target: CopyTarget | "link"): void {
		this.page.send({ type: "copyFrom", id, target });
	}

	dispose(): void {
		this.page.dispose();
	}

	#findKey(): string | undefined {
		return (this.#key ??= this.#host.deployments.active?.saved.key);
	}

	readonly #post = (): void => {
		if (this.page.panel.visible) this.#shown.show(() => this.#make());
	};

	/** @param most the maximum number of options; by default, all of them */
	#make(most?: number): PanelContent {
		const key = this.#findKey();
		const deployment = key === undefined ? undefined : this.#host.deployments.find(key);
		return this.#content.make(deployment, deployment && this.#host.findings?.of(deployment), most);
	}

	#revealPending(): void {
		const target = this.#target;
		if (!target || !this.page.ready) return;
		this.#target = undefined;
		this.page.send(
			"optionId" in target
				? { type: "reveal", id: target.optionId }
				: { type: "search", query: target.query },
		);
	}

	get #handlers(): Handlers<FromConfigurationPage> {
		return {
			ready: () => {
				this.#shown.ready();
				this.#post();
				this.#revealPending();
			},
			drawn: () => {
				this.#shown.painted();
				this.#post();
			},
			refresh: () => this.#followed.now?.refresh(panelEndpoints),
			run: ({ command }) => this.#host.run(commandOf[command], this.#key),
			copy: ({ text }) => this.page.copy(text),
			copyLink: ({ id }) => {
				const link = this.#key === undefined ? undefined : this.#host.linkTo?.(this.#key, id);
				return link && this.page.copy(link);
			},
			openUrl: ({ url }) => openWeb(url),
			act: () => this.#act(),
		};
	}

	#act(): unknown {
		const deployment = this.#followed.now;
		const failure = deployment?.snapshot.deploymentConfig.failure;
		if (!deployment || !failure) return this.#host.run(commandIds.signIn);
		const command = panelCommand(failure, deployment);
		return this.#host.run(command.id, ...(command.arguments ?? []));
	}
}

function askWhatIsMissing(deployment: Deployment | undefined): void {
	if (!deployment) return;
	const ids = panelEndpoints.filter((id) => stateOf(deployment.snapshot[id]) === "notRequested");
	if (ids.length > 0) void deployment.refreshShared(ids);
}

/** Returns the title of a panel. Its deployment is undefined if it isn't known yet. */
export function titleOf(deployment: Deployment | undefined): string {
	return deployment ? t("{0}: Configuration", deployment.saved.name) : t("Configuration");
}
