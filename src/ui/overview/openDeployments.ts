import type * as vscode from "vscode";
import { DisposableStore, Emitter, type Disposable } from "../../core/base/event.ts";
import type { Row } from "../app/row.ts";
import type { OverviewTree } from "./tree.ts";

/** Which deployments are open in the view, so that their sections can be seen. */
export class OpenDeployments implements Disposable {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<void>());
	/** By the deployments' keys. What the user did last counts; before that, what VS Code remembers from before. */
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
		// VS Code tells nothing of what it opens by itself, but asks for what is in it.
		this.#store.add(
			tree.onDidAskChildren((row) => {
				if (!this.#open.has(row.node.deployment ?? "")) this.#set(row, true);
			}),
		);
	}

	/** Fires when another deployment is open than before. */
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
