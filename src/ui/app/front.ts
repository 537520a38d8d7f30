import type * as vscode from "vscode";
import type { Event } from "../../core/base/event.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { ListedFile } from "../../core/overview/files.ts";
import type { Row } from "./row.ts";

/** The overview's tree, with access to every row. */
export interface RowTree extends vscode.TreeDataProvider<Row> {
	readonly onDidChangeTreeData: vscode.Event<Row[] | undefined>;
	getChildren(row?: Row): Row[];
	getParent(row: Row): Row | undefined;
	getTreeItem(row: Row): vscode.TreeItem;
	resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem;
	/** Returns the current row with an ID. */
	find(id: string): Row | undefined;
}

/** Files that configure deployments: loaded with the first document that sets something of Coder. */
export interface FilesFront {
	/** To be called when another deployment is active, or more is known of one. */
	readonly refresh: () => void;
	/** The files that are about a deployment, as far as they are open or were found. */
	readonly filesOf: (deployment: Deployment) => readonly ListedFile[];
	/** Fires when {@link filesOf} may tell others. */
	readonly onDidChangeFiles: Event<void>;
	/** Looks for them in the workspace, until `signal` ends it. */
	readonly find: (signal: AbortSignal) => Promise<FoundCount>;
}

/** How many files were found. */
export interface FoundCount {
	readonly count: number;
	/** The workspace has more files than were looked into. */
	readonly cut: boolean;
}

/** What VS Code knows since activation, before anything else is loaded. */
export interface Front {
	readonly context: vscode.ExtensionContext;
	/** The view in the Side Bar. */
	readonly view: vscode.TreeView<Row>;
	/** Stands in for the tree until one is attached. */
	readonly rows: { attach(tree: RowTree): void; find(id: string): Row | undefined };
	/** Hints about variables, which depend on the active deployment. */
	readonly variables: { readonly refresh: () => void };
	/** What is shown in files that configure a deployment. */
	readonly files: FilesFront;
}
