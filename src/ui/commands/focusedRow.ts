import * as vscode from "vscode";
import type { Row } from "../app/row.ts";

/**
 * Returns the focused row of a view that has the keyboard focus. VS Code only reports which row is selected, and arrow
 * keys don't select, so the focused row's selection is changed for a moment.
 */
export async function focusedRow(
	view: Pick<vscode.TreeView<Row>, "selection">,
): Promise<Row | undefined> {
	const before = view.selection;
	await toggleSelection();
	const during = view.selection;
	await toggleSelection();
	return during.find((row) => !before.includes(row)) ?? before.find((row) => !during.includes(row));
}

/** Selects the focused row, too, or no longer. VS Code reports the new selection before the command ends. */
function toggleSelection(): Thenable<unknown> {
	return vscode.commands.executeCommand("list.toggleSelection");
}
