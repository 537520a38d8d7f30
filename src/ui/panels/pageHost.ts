import * as vscode from "vscode";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import type { Logger } from "../../core/base/logger.ts";
import type {
	CopiedMessage,
	Handlers,
	Message,
	ViolationMessage,
	ViolationReport,
} from "../../protocol/page.ts";
import { readMessage, type Readers } from "./readMessage.ts";
import { readViolation } from "./violationReport.ts";
import { webviewHtml, type PageName } from "./webviewHtml.ts";

/** The services that every page uses. */
export interface PageServices {
	readonly extensionUri: vscode.Uri;
	readonly log: Logger;
	/**
	 * Offers to report what a page's policy blocked to a deployment; called at most once per panel.
	 *
	 * @param page the panel's title
	 */
	readonly reportViolation: (page: string, deploymentKey: string, report: ViolationReport) => void;
}

/** Messages from a page, and their handlers. */
export interface PageParts<To extends Message, From extends Message> {
	readonly name: PageName;
	readonly readers: Readers<From>;
	readonly handlers: Handlers<From>;
	/** Returns the key of the page's current deployment. */
	readonly deployment: () => string | undefined;
	/** A message that is part of the document. VS Code delivers others only once the document has loaded. */
	readonly first?: To;
}

const violationReader: Readers<ViolationMessage> = {
	cspViolation: ({ report }) => {
		const read = readViolation(report);
		return read && { report: read };
	},
};

/** A panel and its page: creates the page, posts messages, and handles its messages. */
export class PageHost<To extends Message, From extends Message> implements Disposable {
	readonly panel: vscode.WebviewPanel;
	readonly #services: PageServices;
	readonly #parts: PageParts<To, From>;
	readonly #readers: Readers<From | ViolationMessage>;
	readonly #store = new DisposableStore();
	#ready = false;
	#reported = false;

	constructor(panel: vscode.WebviewPanel, services: PageServices, parts: PageParts<To, From>) {
		this.panel = panel;
		this.#services = services;
		this.#parts = parts;
		this.#readers = { ...parts.readers, ...violationReader };
		const { extensionUri } = services;
		const { name } = parts;
		const { webview } = panel;
		panel.onDidDispose(() => {
			this.#ready = false;
			this.#store.dispose();
		});
		this.add(webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
		this.add(
			panel.onDidChangeViewState(() => {
				// A hidden page is destroyed; when it's shown again, it sends "ready" again.
				if (!panel.visible) this.#ready = false;
				if (!panel.visible && parts.first) webview.html = webviewHtml(extensionUri, name);
			}),
		);
		webview.html = webviewHtml(extensionUri, name, parts.first);
	}

	/** Whether the page is ready and still exists. */
	get ready(): boolean {
		return this.#ready;
	}

	/** The key of the page's current deployment. */
	get deployment(): string | undefined {
		return this.#parts.deployment();
	}

	/** Keeps something until the panel is closed. */
	add(item: Disposable): void {
		this.#store.add(item);
	}

	send(message: To | CopiedMessage): void {
		void this.panel.webview.postMessage(message);
	}

	/** Copies a text, and confirms it to the page. */
	async copy(text: string): Promise<void> {
		await vscode.env.clipboard.writeText(text);
		this.send({ type: "copied" });
	}

	dispose(): void {
		this.panel.dispose();
	}

	#receive(message: unknown): unknown {
		const read = readMessage(this.#readers, message);
		if (!read) {
			this.#services.log.warn(`The page “${this.#parts.name}” sent an unknown message.`);
			return undefined;
		}
		if (read.type === "cspViolation") {
			this.#report((read as ViolationMessage).report);
			return undefined;
		}
		if (read.type === "ready") this.#ready = true;
		const handlers = this.#parts.handlers as Handlers<Message>;
		return handlers[read.type]?.(read);
	}

	#report(report: ViolationReport): void {
		const { log, reportViolation } = this.#services;
		log.warn(
			`The page “${this.#parts.name}” violated its content security policy: ${JSON.stringify(report)}`,
		);
		const { deployment } = this;
		if (this.#reported || deployment === undefined) return;
		this.#reported = true;
		reportViolation(this.panel.title, deployment, report);
	}
}
