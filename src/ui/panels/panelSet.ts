import * as vscode from "vscode";
import type { Disposable } from "../../core/base/event.ts";
import { pageOptions } from "./webviewHtml.ts";
import { isFields, type Fields } from "./readMessage.ts";

/** The content of a panel. */
export interface OpenPanel extends Disposable {
	readonly page: { readonly panel: vscode.WebviewPanel; readonly deployment: string | undefined };
}

/** A kind of panel. */
export interface PanelKind<Subject, P extends OpenPanel> {
	/** Creates a page in a panel. */
	readonly open: (panel: vscode.WebviewPanel, subject: Subject) => P;
	/** Returns the first title of a subject's panel. If that's the final one, VS Code doesn't draw the tab twice. */
	readonly title: (subject: Subject) => string;
	/** Returns the subject of a restored panel from the page's state. `undefined` closes the panel. */
	readonly remembered: (state: Fields) => Subject | undefined;
	/** Whether a panel already shows a subject. Without it, each subject gets its own panel. */
	readonly shows?: (panel: P, subject: Subject) => boolean;
	/** The page has its own search, which Ctrl+F focuses instead of VS Code's find widget. */
	readonly searches?: boolean;
}

/** The open panels of one kind. */
export class PanelSet<Subject, P extends OpenPanel> implements Disposable {
	readonly #viewType: string;
	readonly #kind: PanelKind<Subject, P>;
	readonly #panels = new Set<P>();

	/** @param viewType the panels' type, by which VS Code restores them after a reload */
	constructor(viewType: string, kind: PanelKind<Subject, P>) {
		this.#viewType = viewType;
		this.#kind = kind;
	}

	/** Opens a panel, or reveals the one that shows the subject. */
	show(subject: Subject): P {
		const open = this.#find(subject);
		open?.page.panel.reveal();
		return open ?? this.#add(this.#create(subject), subject);
	}

	/** Restores a panel; `state` is what its page stored. */
	restore(panel: vscode.WebviewPanel, state: unknown): void {
		const subject = this.#kind.remembered(isFields(state) ? state : {});
		if (subject === undefined || this.#find(subject)) {
			panel.dispose();
			return;
		}
		// The panel has the options of the version that created it.
		panel.webview.options = pageOptions;
		this.#add(panel, subject);
	}

	/** The panel in the active editor, if it's one of these. */
	get inFront(): P | undefined {
		return [...this.#panels].find(({ page }) => page.panel.active);
	}

	dispose(): void {
		for (const panel of this.#panels) panel.dispose();
	}

	#find(subject: Subject): P | undefined {
		return [...this.#panels].find((panel) => this.#kind.shows?.(panel, subject));
	}

	#create(subject: Subject): vscode.WebviewPanel {
		const title = this.#kind.title(subject);
		return vscode.window.createWebviewPanel(this.#viewType, title, vscode.ViewColumn.Active, {
			...pageOptions,
			enableFindWidget: !this.#kind.searches,
		});
	}

	#add(webviewPanel: vscode.WebviewPanel, subject: Subject): P {
		const panel = this.#kind.open(webviewPanel, subject);
		this.#panels.add(panel);
		webviewPanel.onDidDispose(() => this.#panels.delete(panel));
		return panel;
	}
}
