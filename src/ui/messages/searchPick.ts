import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";
import { shownItems, type PickItem, type ShownItem } from "./pickItem.ts";
import type { PickQuestion } from "./quickPick.ts";

/** The maximum number of items to list: no one reads more, and each is redrawn with every key. */
const mostItems = 200;

/** A question that is answered by searching for typed or pasted text. */
export interface SearchQuestion<T> extends Pick<PickQuestion, "title" | "placeholder"> {
	/** Returns the items that match, best first. VS Code itself would sort them by label. */
	readonly search: (items: readonly T[], typed: string) => readonly T[];
}

/**
 * Asks for one of the items, which may still be loading.
 *
 * @returns `undefined` if the question was closed
 * @throws what `items` rejects with
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
		// Results are shown whether or not their labels contain the typed letters.
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
