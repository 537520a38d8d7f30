/** The part of VS Code's API that panels use: a list of opened panels, and the clipboard. */
import { Emitter } from "../../../../src/core/base/event.ts";

/** The options of a webview that tests check. */
interface Options {
	readonly enableScripts?: boolean;
	readonly enableCommandUris?: boolean;
	readonly localResourceRoots?: readonly unknown[];
}

/** A panel whose page the test controls. */
export class FakePanel {
	title: string;
	visible = true;
	active = true;
	revealed = 0;
	/** Messages to the page. */
	readonly posted: unknown[] = [];
	readonly #closed = new Emitter<undefined>();
	readonly #viewState = new Emitter<undefined>();
	readonly #messages = new Emitter<unknown>();
	readonly onDidDispose = this.#closed.event;
	readonly onDidChangeViewState = this.#viewState.event;
	readonly webview = {
		options: {} as Options,
		html: "",
		onDidReceiveMessage: this.#messages.event,
		postMessage: (message: unknown) => Promise.resolve(this.posted.push(message) > 0),
	};

	constructor(title = "", options: Options = {}) {
		this.title = title;
		this.webview.options = options;
	}

	/** Posts a message from the page. */
	post(message: unknown): void {
		this.#messages.fire(message);
	}

	show(visible: boolean, active = visible): void {
		[this.visible, this.active] = [visible, active];
		this.#viewState.fire(undefined);
	}

	reveal(): void {
		this.revealed++;
		this.show(true);
	}

	dispose(): void {
		this.#closed.fire(undefined);
	}
}

export const opened: FakePanel[] = [];
export const copied: string[] = [];

export const window = {
	createWebviewPanel: (_type: string, title: string, _column: number, options: Options) => {
		const panel = new FakePanel(title, options);
		opened.push(panel);
		return panel;
	},
};
export const env = {
	language: "en",
	remoteName: undefined,
	uiKind: 1,
	clipboard: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
};
export const UIKind = { Desktop: 1, Web: 2 };
export const ViewColumn = { Active: -1 };
export const l10n = { bundle: undefined };
export const Uri = {
	joinPath: ({ fsPath }: { readonly fsPath: string }, ...parts: readonly string[]) => ({
		fsPath: [fsPath, ...parts].join("/"),
	}),
};
