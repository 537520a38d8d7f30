import * as vscode from "vscode";
import type { RowTree } from "../app/front.ts";
import type { Row } from "../app/row.ts";

/** Stands in for the tree until it is loaded, so that the view exists immediately. */
export class TreeFront implements vscode.TreeDataProvider<Row>, vscode.Disposable {
	readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
	readonly #load: () => Promise<unknown>;
	#tree: RowTree | undefined;

	readonly onDidChangeTreeData = this.#changed.event;

	/** @param load attaches the tree, unless there is nothing to show and the welcome view remains */
	constructor(load: () => Promise<unknown>) {
		this.#load = load;
	}

	/** Shows the tree from now on. */
	attach(tree: RowTree): void {
		this.#tree = tree;
		tree.onDidChangeTreeData((rows) => {
			this.#changed.fire(rows);
		});
		this.#changed.fire(undefined);
	}

	/** Returns the current row with an ID. */
	find(id: string): Row | undefined {
		return this.#tree?.find(id);
	}

	async getChildren(row?: Row): Promise<Row[]> {
		if (!this.#tree) await this.#load();
		return this.#tree?.getChildren(row) ?? [];
	}

	getParent(row: Row): Row | undefined {
		return this.#tree?.getParent(row);
	}

	getTreeItem(row: Row): vscode.TreeItem {
		return this.#loaded.getTreeItem(row);
	}

	resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
		return this.#loaded.resolveTreeItem(item, row);
	}

	dispose(): void {
		this.#changed.dispose();
	}

	/** Rows come from the loaded tree, so if there is a row, the tree is loaded. */
	get #loaded(): RowTree {
		if (!this.#tree) throw new Error("A row was drawn before the tree was loaded.");
		return this.#tree;
	}
}
