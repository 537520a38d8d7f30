import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";
import { shownItems, type PickItem, type PickSeparator, type ShownItem } from "./pickItem.ts";

/** The prompt and its options. */
export interface PickQuestion {
	readonly title: string;
	readonly placeholder: string;
	readonly matchOnDescription?: boolean;
	readonly matchOnDetail?: boolean;
	readonly ignoreFocusOut?: boolean;
}

type Items<T> = readonly (T | PickSeparator)[];

/** Asks for one of the items, which may still be loading. @returns `undefined` if the question was closed */
export async function askQuickPick<T extends PickItem>(
	items: Items<T> | Promise<Items<T>>,
	{ title, placeholder, ...options }: PickQuestion,
): Promise<T | undefined> {
	const picked = await vscode.window.showQuickPick<ShownItem<T>>(
		Promise.resolve(items).then((ready) => shownItems(ready)),
		{ ...options, title: messageText(title), placeHolder: messageText(placeholder) },
	);
	return picked?.item;
}

/** A quick pick that is one of several steps. Its texts are fixed. */
export type StepPick<T> = Pick<
	vscode.QuickPick<ShownItem<T>>,
	| "activeItems"
	| "buttons"
	| "dispose"
	| "items"
	| "onDidAccept"
	| "onDidHide"
	| "onDidTriggerButton"
	| "selectedItems"
	| "show"
>;

/** Creates the quick pick of a step without showing it. */
export function createStepPick<T extends PickItem>(
	items: Items<T>,
	question: PickQuestion & { readonly step: number; readonly totalSteps: number },
): StepPick<T> {
	const pick = vscode.window.createQuickPick<ShownItem<T>>();
	pick.title = messageText(question.title);
	pick.step = question.step;
	pick.totalSteps = question.totalSteps;
	pick.placeholder = messageText(question.placeholder);
	pick.matchOnDescription = question.matchOnDescription ?? false;
	pick.ignoreFocusOut = question.ignoreFocusOut ?? false;
	pick.items = shownItems(items);
	return pick;
}
