import type * as vscode from "vscode";
import type { OverviewTree, Row } from "../overview/tree.ts";
import type { Reveal } from "./tell.ts";

/** Brings rows of the overview into view, opens them, and gives them the focus. */
export function revealIn(view: vscode.TreeView<Row>, tree: OverviewTree): Reveal {
	return async (id) => {
		const row = tree.find(id);
		if (row) await view.reveal(row, { select: true, focus: true, expand: true });
	};
}
