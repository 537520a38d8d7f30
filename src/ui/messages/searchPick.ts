import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";
import { shownItems, type PickItem, type ShownItem } from "./pickItem.ts";
import type { PickQuestion } from "./quickPick.ts";

/** A question whose answer is searched for, in what was typed or pasted. */
export interface SearchQuestion extends PickQuestion {
	/** What is searched for in place of what was typed; VS Code itself finds only what an item says letter by letter. */
	readonly searched: (typed: string) => string;
}

/**
 * Asks for one of the items, which may still be on their way.
 *
 * @returns nothing when the question was closed
 * @throws what `items` is rejected with
 */
export async function askSearchPick<T extends PickItem>(
	items: Promise<readonly T[]>,
	{ title, placeholder, searched, ...options }: SearchQuestion,
): Promise<T | undefined> {
	const pick = vscode.window.createQuickPick<ShownItem<T>>();
	pick.title = messageText(title);
	pick.placeholder = messageText(placeholder);
	pick.matchOnDescription = options.matchOnDescription ?? false;
	pick.matchOnDetail = options.matchOnDetail ?? false;
	pick.ignoreFocusOut = options.ignoreFocusOut ?? false;
	pick.busy = true;
	pick.onDidChangeValue((typed) => {
		const wanted = searched(typed);
		// Spaces at the end are on the way to the next word.
		if (wanted !== typed.trim()) pick.value = wanted;
	});
	const picked = new Promise<T | undefined>((resolve) => {
		pick.onDidAccept(() => {
			resolve(pick.activeItems[0]?.item);
		});
		pick.onDidHide(() => {
			resolve(undefined);
		});
	});
	pick.show();
	try {
		pick.items = shownItems(await items);
		pick.busy = false;
		return await picked;
	} finally {
		pick.dispose();
	}
}
