import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import type { FromPanel, ToPanel } from "../../protocol/configPanel.ts";
import { commandIds } from "../commands/commandIds.ts";
import type { ConfigPanelHost } from "./configPanelHost.ts";
import { openWeb } from "../app/openWeb.ts";
import { ContentMaker, panelCommand, panelEndpoints } from "./panelContent.ts";
import { PageContent } from "./pageContent.ts";
import { readFromPanel } from "./panelMessages.ts";
import { webviewHtml } from "../panels/webviewHtml.ts";

/** Where a panel that was opened should go. */
export type Wish = { readonly optionId: string } | { readonly query: string };

type Handlers = {
	readonly [K in FromPanel["type"]]: (message: Extract<FromPanel, { type: K }>) => unknown;
};

/** One panel: it sends its page all there is to show whenever that changes, and does what the page asks for. */
export class ConfigPanel implements Disposable {
	readonly #panel: vscode.WebviewPanel;
	readonly #host: ConfigPanelHost;
	readonly #content: ContentMaker;
	readonly #store = new DisposableStore();
	readonly #inside = new DisposableStore();
	#key: string | undefined;
	#deployment: Deployment | undefined;
	readonly #page = new PageContent((content) => {
		this.#send({ type: "show", content });
	});
	/** Where to go once the page can hear. */
	#wish: Wish | undefined;
	#ready = false;
	/** The page was not heard yet, but VS Code keeps for it what is sent already. */
	#expected = true;
	#reported = false;

	/** @param key nothing for the active deployment, as soon as there is one */
	constructor(
		panel: vscode.WebviewPanel,
		host: ConfigPanelHost,
		key: string | undefined,
		onClosed: () => void,
	) {
		this.#panel = panel;
		this.#host = host;
		this.#key = key;
		this.#content = new ContentMaker(host.linkTo !== undefined);
		const { webview } = panel;
		panel.onDidDispose(() => {
			this.#store.dispose();
			onClosed();
		});
		for (const subscription of [
			this.#inside,
			this.#page,
			webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
			panel.onDidChangeViewState(() => {
				// A hidden page is gone; when it is shown again it says "ready" again.
				if (!panel.visible) this.#ready = false;
				this.#post();
			}),
			host.deployments.onDidChange(() => {
				this.#attach();
			}),
			...(host.findings ? [host.findings.onDidChange(this.#post.bind(this))] : []),
		]) {
			this.#store.add(subscription);
		}
		webview.html = webviewHtml(host.extensionUri);
		// Making the options ready takes a while, in which VS Code can make the page: a timer lets what it wants go first.
		const start = setTimeout(() => {
			this.#attach();
		}, 0);
		this.#store.add({
			dispose: () => {
				clearTimeout(start);
			},
		});
	}

	/** The key of the deployment that is shown, if there is one. */
	get key(): string | undefined {
		return this.#key;
	}

	toFront(): void {
		this.#panel.reveal();
	}

	/** Goes somewhere in the page, now or as soon as it can hear. */
	wish(wish: Wish): void {
		this.#wish = wish;
		this.#grant();
	}

	dispose(): void {
		this.#panel.dispose();
	}

	/** Follows the deployment, which is another object after somebody signed in again. */
	#attach(): void {
		const { deployments } = this.#host;
		this.#key ??= deployments.active?.known.key;
		const deployment = this.#key === undefined ? undefined : deployments.find(this.#key);
		if (deployment !== this.#deployment) {
			this.#inside.dispose();
			this.#deployment = deployment;
			if (deployment) {
				this.#inside.add(
					deployment.onDidChange(() => {
						this.#post();
					}),
				);
				askWhatIsMissing(deployment);
			}
		}
		if (deployment) this.#panel.title = t("Configuration: {0}", deployment.known.name);
		else if (this.#panel.title === "") this.#panel.title = t("Configuration");
		this.#post();
	}

	/** Sends the page everything, unless it shows that already or nobody would see it. */
	#post(): void {
		if (!this.#panel.visible) return;
		const deployment = this.#deployment;
		const findings = deployment && this.#host.findings?.of(deployment);
		this.#page.show(this.#content.make(deployment, findings));
	}

	#grant(): void {
		const wish = this.#wish;
		if (!wish || !this.#ready) return;
		this.#wish = undefined;
		this.#send(
			"optionId" in wish
				? { type: "reveal", id: wish.optionId }
				: { type: "search", query: wish.query },
		);
	}

	#send(message: ToPanel): void {
		void this.#panel.webview.postMessage(message);
	}

	#receive(message: unknown): unknown {
		const read = readFromPanel(message);
		if (!read) {
			this.#host.log.warn("The configuration page sent a message that is not understood.");
			return undefined;
		}
		return (this.#handlers[read.type] as (read: FromPanel) => unknown)(read);
	}

	readonly #handlers: Handlers = {
		ready: () => {
			this.#ready = true;
			if (!this.#expected) this.#page.forget();
			this.#expected = false;
			this.#post();
			this.#grant();
		},
		refresh: () => this.#refresh(),
		openJson: () => this.#host.run(commandIds.openConfigurationJson, this.#key),
		copy: ({ text }) => this.#copy(text),
		copyLink: ({ id }) => {
			const link = this.#key === undefined ? undefined : this.#host.linkTo?.(this.#key, id);
			return link && this.#copy(link);
		},
		openUrl: ({ url }) => openWeb(url),
		act: () => this.#act(),
		cspViolation: ({ report }) => {
			this.#host.log.warn(`The configuration page broke its policy: ${JSON.stringify(report)}`);
			if (this.#reported || this.#key === undefined) return;
			this.#reported = true;
			this.#host.reportCsp(this.#key, report);
		},
	};

	async #copy(text: string): Promise<void> {
		await vscode.env.clipboard.writeText(text);
		this.#send({ type: "copied" });
	}

	#refresh(): unknown {
		return this.#deployment?.refresh(panelEndpoints);
	}

	#act(): unknown {
		const failure = this.#deployment?.snapshot.deploymentConfig.failure;
		if (!this.#deployment || !failure) return this.#host.run(commandIds.signIn);
		const command = panelCommand(failure, this.#deployment);
		return this.#host.run(command.id, ...(command.arguments ?? []));
	}
}

function askWhatIsMissing(deployment: Deployment): void {
	const ids = panelEndpoints.filter((id) => stateOf(deployment.snapshot[id]) === "notAsked");
	if (ids.length > 0) void deployment.renew(ids);
}
