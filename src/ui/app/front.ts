import type * as vscode from "vscode";
import type { Row } from "./row.ts";

/** The tree of the overview, with every row at hand. */
export interface RowTree extends vscode.TreeDataProvider<Row> {
	readonly onDidChangeTreeData: vscode.Event<Row[] | undefined>;
	getChildren(row?: Row): Row[];
	getParent(row: Row): Row | undefined;
	getTreeItem(row: Row): vscode.TreeItem;
	resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem;
	/** The row with an id, as it is now. */
	find(id: string): Row | undefined;
}

/** What VS Code knows since activation, before anything else is loaded. */
export interface Front {
	readonly context: vscode.ExtensionContext;
	/** The view in the side bar. */
	readonly view: vscode.TreeView<Row>;
	/** Stands for the tree until one is attached. */
	readonly rows: { attach(tree: RowTree): void; find(id: string): Row | undefined };
	/** Hints at variables, which depend on the active deployment. */
	readonly variables: { readonly refresh: () => void };
	/** What is shown in files that configure a deployment. */
	readonly files: { readonly refresh: () => void };
}
