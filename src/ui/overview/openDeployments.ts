import type * as vscode from "vscode";
import { DisposableStore, Emitter, type Disposable } from "../../core/base/event.ts";
import type { Row } from "../app/row.ts";
import type { OverviewTree } from "./tree.ts";

/** Tracks which deployments are expanded in the view, so that their sections are visible. */
export class OpenDeployments implements Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<void>());
	/** By the deployments' keys. The user's last action takes precedence over the state that VS Code restores. */
	readonly #open = new Map<string, boolean>();

	constructor(view: vscode.TreeView<Row>, tree: OverviewTree) {
		this.#store.add(
			view.onDidExpandElement(({ element }) => {
				this.#set(element, true);
			}),
		);
		this.#store.add(
			view.onDidCollapseElement(({ element }) => {
				this.#set(element, false);
			}),
		);
		// VS Code doesn't report rows that it expands itself, but it requests their children.
		this.#store.add(
			tree.onDidRequestChildren((row) => {
				if (!this.#open.has(row.node.deployment ?? "")) this.#set(row, true);
			}),
		);
	}

	/** Fires when deployments are expanded or collapsed. */
	get onDidChange() {
		return this.#changed.event;
	}

	has(key: string): boolean {
		return this.#open.get(key) ?? false;
	}

	dispose(): void {
		this.#store.dispose();
	}

	#set({ node }: Row, open: boolean): void {
		if (node.deployment === undefined || this.#open.get(node.deployment) === open) return;
		this.#open.set(node.deployment, open);
		this.#changed.fire();
	}
}
