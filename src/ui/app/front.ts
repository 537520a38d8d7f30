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

/** The feature for files that configure deployments. Loaded with the first document that contains a Coder setting. */
export interface FilesFront {
	/** Call this when another deployment becomes active, or when a deployment has new data. */
	readonly refresh: () => void;
	/** Returns the files that configure a deployment, among those that are open or were found. */
	readonly filesOf: (deployment: Deployment) => readonly ListedFile[];
	/** Fires when the result of {@link filesOf} may have changed. */
	readonly onDidChangeFiles: Event<void>;
	/** Searches the workspace for such files, until `signal` is aborted. */
	readonly find: (signal: AbortSignal) => Promise<FoundCount>;
}

/** The number of files found. */
export interface FoundCount {
	readonly count: number;
	/** Whether the workspace has more files than were searched. */
	readonly cut: boolean;
}

/** Everything that VS Code knows since activation, before anything else is loaded. */
export interface Front {
	readonly context: vscode.ExtensionContext;
	/** The view in the Side Bar. */
	readonly view: vscode.TreeView<Row>;
	/** Stands in for the tree until one is attached. */
	readonly rows: { attach(tree: RowTree): void; find(id: string): Row | undefined };
	/** Hints about variables, which depend on the active deployment. */
	readonly variables: { readonly refresh: () => void };
	/** The feature for files that configure a deployment. */
	readonly files: FilesFront;
}
