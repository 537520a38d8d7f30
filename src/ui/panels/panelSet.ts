import * as vscode from "vscode";
import type { Disposable } from "../../core/base/event.ts";
import { isFields, type Fields } from "./readMessage.ts";

/** What a panel of a set is made into. */
export interface OpenPanel extends Disposable {
	readonly page: { readonly panel: vscode.WebviewPanel; readonly deployment: string | undefined };
}

/** A kind of panel. */
export interface PanelKind<Subject, P extends OpenPanel> {
	/** Makes a page in a panel. */
	readonly open: (panel: vscode.WebviewPanel, subject: Subject) => P;
	/** What a restored panel shows, by what its page remembered. Nothing closes the panel. */
	readonly remembered: (state: Fields) => Subject | undefined;
	/** Whether a panel shows a subject already. Without it, each subject gets a panel of its own. */
	readonly shows?: (panel: P, subject: Subject) => boolean;
	/** The page has a search of its own, which Ctrl+F leads to instead of to VS Code's find bar. */
	readonly searches?: boolean;
}

/** The open panels of a kind. */
export class PanelSet<Subject, P extends OpenPanel> implements Disposable {
	readonly #viewType: string;
	readonly #kind: PanelKind<Subject, P>;
	readonly #panels = new Set<P>();

	/** @param viewType the panels' type, by which VS Code restores them after a reload of the window */
	constructor(viewType: string, kind: PanelKind<Subject, P>) {
		this.#viewType = viewType;
		this.#kind = kind;
	}

	/** Opens a panel, or brings the one that shows the subject to the front. */
	show(subject: Subject): P {
		const open = this.#find(subject);
		open?.page.panel.reveal();
		return open ?? this.#add(this.#create(), subject);
	}

	/** Brings a panel back to life that VS Code restored; `state` is what its page remembered. */
	restore(panel: vscode.WebviewPanel, state: unknown): void {
		const subject = this.#kind.remembered(isFields(state) ? state : {});
		if (subject === undefined || this.#find(subject)) panel.dispose();
		else this.#add(panel, subject);
	}

	/** The panel that is the active editor, if it is one of these. */
	get inFront(): P | undefined {
		return [...this.#panels].find(({ page }) => page.panel.active);
	}

	dispose(): void {
		for (const panel of this.#panels) panel.dispose();
	}

	#find(subject: Subject): P | undefined {
		return [...this.#panels].find((panel) => this.#kind.shows?.(panel, subject));
	}

	#create(): vscode.WebviewPanel {
		return vscode.window.createWebviewPanel(this.#viewType, "", vscode.ViewColumn.Active, {
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
