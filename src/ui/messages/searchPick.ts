import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";
import { shownItems, type PickItem, type ShownItem } from "./pickItem.ts";
import type { PickQuestion } from "./quickPick.ts";

/** How many items a search lists: nobody reads more, and each costs drawing at every key. */
const mostItems = 200;

/** A question whose answer is searched for, in what was typed or pasted. */
export interface SearchQuestion<T> extends Pick<PickQuestion, "title" | "placeholder"> {
	/** The items that fit what was typed, the best first. VS Code itself would sort them by the letters of their labels. */
	readonly search: (items: readonly T[], typed: string) => readonly T[];
}

/**
 * Asks for one of the items, which may still be on their way.
 *
 * @returns nothing when the question was closed
 * @throws what `items` is rejected with
 */
export async function askSearchPick<T extends PickItem>(
	items: Promise<readonly T[]>,
	{ title, placeholder, search }: SearchQuestion<T>,
): Promise<T | undefined> {
	const pick = vscode.window.createQuickPick<ShownItem<T>>();
	pick.title = messageText(title);
	pick.placeholder = messageText(placeholder);
	pick.busy = true;
	let all: readonly T[] = [];
	const show = (): void => {
		const found = search(all, pick.value).slice(0, mostItems);
		// What was found is shown as it is found, whether or not its label has the letters that were typed.
		pick.items = shownItems(found).map((item) => ({ ...item, alwaysShow: true }));
	};
	pick.onDidChangeValue(show);
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
		all = await items;
		show();
		pick.busy = false;
		return await picked;
	} finally {
		pick.dispose();
	}
}
