import * as vscode from "vscode";
import { formatTime } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import { escapeMarkdown } from "../../core/base/markdown.ts";
import { changedRows } from "../../core/overview/diff.ts";
import type { OutlineNode, Tone } from "../../core/overview/node.ts";
import { spokenLabel } from "../../core/overview/spoken.ts";
import type { Trend } from "../../core/statistics/trend.ts";
import { plainText } from "../../core/base/plainText.ts";
import { isWebUrl } from "../../core/base/url.ts";
import type { RowTree } from "../app/front.ts";
import type { Row } from "../app/row.ts";
import { hoverText } from "../messages/hoverText.ts";

/** Draws the outline. What is shown is decided in core; this only converts nodes to tree items. */
export class OverviewTree implements RowTree, vscode.Disposable {
	readonly #draw: () => readonly OutlineNode[];
	readonly #trend: (row: Row) => Trend | undefined;
	readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
	readonly #childrenRequested = new vscode.EventEmitter<Row>();
	readonly #rows = new Map<string, Row>();
	/** Rows whose hover was shown. Hovers contain an age, so these rows are redrawn when it changes. */
	readonly #hovered = new Map<string, number | undefined>();
	#nodes: readonly OutlineNode[] = [];

	readonly onDidChangeTreeData = this.#changed.event;

	/** Fires with each row whose children VS Code requests, which it does when they become visible. */
	readonly onDidRequestChildren = this.#childrenRequested.event;

	/**
	 * @param trend returns the recent trend of a row's number
	 * @param draw computes the current outline
	 */
	constructor(trend: (row: Row) => Trend | undefined, draw: () => readonly OutlineNode[]) {
		this.#trend = trend;
		this.#draw = draw;
		this.#nodes = draw();
	}

	/** Redraws only what has changed. */
	update(): void {
		const before = this.#nodes;
		this.#nodes = this.#draw();
		const changed = changedRows(before, this.#nodes);
		const known = this.#rememberRows();
		if (changed === "root") {
			this.#changed.fire(undefined);
			return;
		}
		const aged = [...this.#hovered]
			.filter(([id, at]) => known.get(id)?.at !== at)
			.map(([id]) => id);
		const rows = [...new Set([...changed, ...aged])].flatMap((id) => this.#rows.get(id) ?? []);
		for (const id of aged) this.#hovered.delete(id);
		if (rows.length > 0) this.#changed.fire(rows);
	}

	getChildren(row?: Row): Row[] {
		if (row) this.#childrenRequested.fire(row);
		return row
			? (row.node.children ?? []).map((node) => this.#row(node, row.owner))
			: this.#nodes.map((node) => this.#row(node, node.deployment));
	}

	/** Returns the parent row, which VS Code needs to reveal a row. */
	getParent({ node }: Row): Row | undefined {
		return this.#search(({ children }) => children?.some(({ id }) => id === node.id));
	}

	/** Returns the current row of the node with an ID. */
	find(id: string): Row | undefined {
		const isIt = (one: OutlineNode): boolean => one.id === id;
		const found = this.#search(isIt);
		// It may not have been drawn yet.
		if (!found) this.update();
		return found ?? this.#search(isIt);
	}

	getTreeItem(row: Row): vscode.TreeItem {
		const { node } = row;
		const item = new vscode.TreeItem(plainText(node.label), collapsibleState(node));
		item.id = node.id;
		if (node.description !== undefined) item.description = plainText(node.description);
		if (node.icon) item.iconPath = new vscode.ThemeIcon(node.icon, toneColor(node.tone));
		item.contextValue = contextValue(node);
		item.accessibilityInformation = {
			label: plainText(spokenLabel(node, this.#trend(row)?.words)),
		};
		if (node.command) {
			item.command = {
				command: node.command.id,
				title: node.command.title,
				arguments: [...(node.command.arguments ?? [])],
			};
		}
		return item;
	}

	/** Adds the hover. Called when a row is hovered, so that its time is current. */
	resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
		const { node } = row;
		this.#hovered.set(node.id, node.at);
		const trend = this.#trend(row);
		const paragraphs = [
			node.description === undefined ? node.label : `${node.label}: ${node.description}`,
			...(trend ? [trend.line, trend.words] : []),
			...(node.tooltip ?? []),
			...(node.at === undefined ? [] : [t("Updated {0}", formatTime(node.at))]),
		];
		item.tooltip = hoverText(paragraphs.map(escapeMarkdown));
		return item;
	}

	dispose(): void {
		this.#changed.dispose();
		this.#childrenRequested.dispose();
	}

	#row(node: OutlineNode, owner: string | undefined): Row {
		const before = this.#rows.get(node.id);
		const row = before?.owner === owner && before ? before : { node, owner };
		row.node = node;
		this.#rows.set(node.id, row);
		return row;
	}

	/** Returns the row of the first matching node. */
	#search(
		wanted: (node: OutlineNode) => boolean | undefined,
		nodes = this.#nodes,
		owner?: string,
	): Row | undefined {
		for (const node of nodes) {
			const key = owner ?? node.deployment;
			const found = wanted(node)
				? this.#row(node, key)
				: this.#search(wanted, node.children ?? [], key);
			if (found) return found;
		}
		return undefined;
	}

	/** Updates the nodes of the rows that VS Code knows, and forgets rows that no longer exist. */
	#rememberRows(): ReadonlyMap<string, OutlineNode> {
		const nodes = new Map<string, OutlineNode>();
		const visit = (node: OutlineNode): void => {
			nodes.set(node.id, node);
			node.children?.forEach(visit);
		};
		this.#nodes.forEach(visit);
		for (const [id, row] of this.#rows) {
			const node = nodes.get(id);
			if (node) row.node = node;
			else this.#rows.delete(id);
		}
		return nodes;
	}
}

function collapsibleState({ children, expanded }: OutlineNode): vscode.TreeItemCollapsibleState {
	if (!children) return vscode.TreeItemCollapsibleState.None;
	return expanded
		? vscode.TreeItemCollapsibleState.Expanded
		: vscode.TreeItemCollapsibleState.Collapsed;
}

/** Returns the words for the `when` clauses in package.json, such as `copy open`. */
function contextValue(node: OutlineNode): string {
	return [
		node.deployment !== undefined && (node.signedOut ? "signedOut" : "deployment"),
		node.ended && "ended",
		node.refreshes && "refreshes",
		node.copy !== undefined && "copy",
		node.url !== undefined && isWebUrl(node.url) && "open",
		node.finding !== undefined && "finding",
		node.mutedFinding !== undefined && "mutedFinding",
		...(node.words ?? []),
	]
		.filter(Boolean)
		.join(" ");
}

function toneColor(tone: Tone | undefined): vscode.ThemeColor | undefined {
	switch (tone) {
		case "good":
			return new vscode.ThemeColor("testing.iconPassed");
		case "warning":
			return new vscode.ThemeColor("list.warningForeground");
		case "bad":
			return new vscode.ThemeColor("list.errorForeground");
		case "muted":
			return new vscode.ThemeColor("disabledForeground");
		case undefined:
			return undefined;
	}
}
