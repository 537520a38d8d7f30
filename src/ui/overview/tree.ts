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
import { KnownRows } from "./knownRows.ts";

/** Draws the outline. What is shown is decided in core; this only converts nodes to tree items. */
export class OverviewTree implements RowTree, vscode.Disposable {
	readonly #draw: () => readonly OutlineNode[];
	readonly #trend: (row: Row) => Trend | undefined;
	readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
	readonly #childrenRequested = new vscode.EventEmitter<Row>();
	readonly #rows = new KnownRows();
	/** Rows whose hover was shown. Hovers contain an age, so these rows are redrawn when it changes. */
	readonly #hovered = new Map<string, number | undefined>();

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
		this.#rows.replace(draw());
	}

	/** Redraws only what has changed. */
	update(): void {
		const before = this.#rows.roots;
		this.#rows.replace(this.#draw());
		const changed = changedRows(before, this.#rows.roots);
		if (changed === "root") {
			this.#changed.fire(undefined);
			return;
		}
		const aged = [...this.#hovered]
			.filter(([id, at]) => this.#rows.find(id)?.node.at !== at)
			.map(([id]) => id);
		for (const id of aged) this.#hovered.delete(id);
		const rows = [...new Set([...changed, ...aged])].flatMap((id) => this.#rows.find(id) ?? []);
		if (rows.length > 0) this.#changed.fire(rows);
	}

	getChildren(row?: Row): Row[] {
		if (row) this.#childrenRequested.fire(row);
		return this.#rows.children(row);
	}

	/** Returns the parent row, which VS Code needs to reveal a row. */
	getParent(row: Row): Row | undefined {
		return this.#rows.parent(row);
	}

	/** Returns the current row of the node with an ID. */
	find(id: string): Row | undefined {
		// It may not have been drawn yet.
		if (!this.#rows.find(id)) this.update();
		return this.#rows.find(id);
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
