import * as vscode from "vscode";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { deploymentOfDocument } from "./names.ts";
import type { Row } from "./row.ts";

/**
 * The deployment of a command that is called without one: that of the panel or document in front, otherwise of the
 * selected row, otherwise the active one.
 */
export class InFront implements Disposable {
	readonly #deployments: Deployments;
	readonly #view: Pick<vscode.TreeView<Row>, "visible">;
	readonly #store = new DisposableStore();
	readonly #panels: (() => string | undefined)[] = [];
	/** The deployment of the selected row; cleared when another deployment becomes active. */
	#selected: string | undefined;

	constructor(
		deployments: Deployments,
		view: Pick<vscode.TreeView<Row>, "visible" | "onDidChangeSelection">,
	) {
		this.#deployments = deployments;
		this.#view = view;
		let active = deployments.active?.saved.key;
		this.#store.add(
			view.onDidChangeSelection(({ selection: [row] }) => {
				this.#selected = row?.owner;
			}),
		);
		this.#store.add(
			deployments.onDidChange(() => {
				const now = deployments.active?.saved.key;
				if (now !== active) this.#selected = undefined;
				active = now;
			}),
		);
	}

	/** @param find returns the key of the deployment with its panel in the active editor */
	addPanels(find: () => string | undefined): void {
		this.#panels.push(find);
	}

	/** The deployment; `undefined` while no one is signed in. */
	get deployment(): Deployment | undefined {
		for (const key of this.#keys()) {
			const deployment = key === undefined ? undefined : this.#deployments.find(key);
			if (deployment) return deployment;
		}
		return this.#deployments.active;
	}

	dispose(): void {
		this.#store.dispose();
	}

	*#keys(): Iterable<string | undefined> {
		for (const find of this.#panels) yield find();
		const uri = vscode.window.activeTextEditor?.document.uri;
		yield uri && deploymentOfDocument(uri);
		if (this.#view.visible) yield this.#selected;
	}
}
