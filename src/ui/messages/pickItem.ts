import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";

/** An item of a quick pick. Its texts may come from a server; its icon is a codicon's name. */
export interface PickItem {
	readonly icon?: string;
	readonly label: string;
	readonly description?: string;
	readonly detail?: string;
}

/** A heading between items. */
export interface PickSeparator {
	readonly separator: string;
}

/** An item as VS Code shows it; `item` is the value. */
export type ShownItem<T> = vscode.QuickPickItem & { readonly item?: T };

/** Converts items to VS Code's, in which only our icons become icons. */
export function shownItems<T extends PickItem>(
	items: readonly (T | PickSeparator)[],
): ShownItem<T>[] {
	return items.map((item) =>
		"separator" in item
			? { label: messageText(item.separator), kind: vscode.QuickPickItemKind.Separator }
			: shownItem(item),
	);
}

function shownItem<T extends PickItem>(item: T): ShownItem<T> {
	const { icon, label, description, detail } = item;
	const text = messageText(label);
	return {
		label: icon === undefined ? text : `$(${icon}) ${text}`,
		...(description !== undefined && { description: messageText(description) }),
		...(detail !== undefined && { detail: messageText(detail) }),
		item,
	};
}
