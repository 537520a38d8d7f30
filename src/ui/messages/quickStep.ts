import * as vscode from "vscode";
import type { StepResult } from "./inputStep.ts";
import type { PickItem } from "./pickItem.ts";
import { createStepPick } from "./quickPick.ts";

/** One question of a flow, answered from a list. */
export interface QuickStep<T> {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
	readonly placeholder: string;
	/** Keeps the question open when the focus moves elsewhere. */
	readonly ignoreFocusOut?: boolean;
	readonly items: readonly (PickItem & { readonly value: T })[];
	/** The value of the item that is focused initially. */
	readonly focus?: T | undefined;
}

/** Asks for one of the items. Every step except the first has a Back button. */
export function askPick<T>(step: QuickStep<T>): Promise<StepResult<T>> {
	const pick = createStepPick(step.items, { ...step, matchOnDescription: true });
	const focused = pick.items.filter(({ item }) => item?.value === step.focus);
	// Otherwise the first item is focused.
	if (focused.length > 0) pick.activeItems = focused;
	pick.buttons = step.step > 1 ? [vscode.QuickInputButtons.Back] : [];
	return new Promise((resolve) => {
		const finish = (result: StepResult<T>): void => {
			resolve(result);
			pick.dispose();
		};
		pick.onDidAccept(() => {
			const item = pick.selectedItems[0]?.item;
			if (item) finish({ kind: "value", value: item.value });
		});
		pick.onDidTriggerButton(() => {
			finish({ kind: "back" });
		});
		pick.onDidHide(() => {
			finish(undefined);
		});
		pick.show();
	});
}
