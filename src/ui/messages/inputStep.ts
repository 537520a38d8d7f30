import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { OutlineCommand } from "../../core/overview/node.ts";
import { createStepInput, inputButton } from "./inputBox.ts";

/** What is wrong with an input. */
export interface Problem {
	readonly message: string;
	/** A text that would do; a button of the input puts it in. */
	readonly suggestion?: string;
	/** A command that helps; a button of the input runs it, and the input comes back. */
	readonly remedy?: OutlineCommand;
}

/** What checking an input brought: a value, or why the input stays open. */
export type Checked<T> =
	{ readonly ok: true; readonly value: T } | ({ readonly ok: false } & Problem);

/** Runs the command that helps against a problem. */
export async function runRemedy({ id, arguments: args = [] }: OutlineCommand): Promise<void> {
	await vscode.commands.executeCommand(id, ...args);
}

/** One question of a flow. */
export interface InputStep<T> {
	readonly title: string;
	readonly step: number;
	readonly totalSteps: number;
	readonly prompt: string;
	readonly placeholder: string;
	readonly value?: string;
	readonly password?: boolean;
	/** Buttons in the title; they leave the input open. */
	readonly buttons?: readonly {
		readonly icon: string;
		readonly tooltip: string;
		readonly run: () => unknown;
	}[];
	/** Whether there is a step to go back to. */
	readonly back?: boolean;
	/** Checks what was typed when Enter is pressed. Typing on, or closing the input, ends `signal`. */
	check(text: string, signal: AbortSignal): Promise<Checked<T>>;
}

/** The answer of a step: a value, a step back, or nothing when the input was closed. */
export type StepResult<T> =
	{ readonly kind: "value"; readonly value: T } | { readonly kind: "back" } | undefined;

/** Asks until the answer is good or the input is closed. What is wrong stands under the input, which stays open. */
export function askInput<T>(step: InputStep<T>): Promise<StepResult<T>> {
	const input = createStepInput(step);
	const fixed = (step.buttons ?? []).map(({ icon, tooltip, run }) =>
		inputButton(icon, tooltip, run),
	);
	const backButtons = step.back ? [vscode.QuickInputButtons.Back] : [];
	input.buttons = [...backButtons, ...fixed];
	return new Promise((resolve) => {
		let checking: AbortController | undefined;
		let aside: (() => void) | undefined;
		const finish = (result: StepResult<T>): void => {
			checking?.abort();
			resolve(result);
			input.dispose();
		};
		const reset = (): void => {
			checking?.abort();
			checking = undefined;
			input.busy = false;
			input.showProblem(undefined);
			input.buttons = [...backButtons, ...fixed];
		};
		/** Makes room for a command, which may ask with an input of its own. */
		const stepAside = async (run: () => Promise<void>): Promise<void> => {
			reset();
			await new Promise<void>((hidden) => {
				aside = hidden;
				input.hide();
			});
			await run();
			aside = undefined;
			input.show();
		};
		const accept = async (): Promise<void> => {
			reset();
			const mine = new AbortController();
			checking = mine;
			input.busy = true;
			const checked = await step.check(input.value, mine.signal);
			if (mine.signal.aborted) return;
			input.busy = false;
			if (checked.ok) {
				finish({ kind: "value", value: checked.value });
				return;
			}
			input.showProblem(checked.message);
			const { suggestion, remedy } = checked;
			const take =
				suggestion !== undefined &&
				inputButton("lightbulb", t("Use {0}", suggestion), () => {
					reset();
					input.value = suggestion;
				});
			const help =
				remedy && inputButton("tools", remedy.title, () => stepAside(() => runRemedy(remedy)));
			input.buttons = [...backButtons, ...(take ? [take] : []), ...(help ? [help] : []), ...fixed];
		};
		input.onDidAccept(() => void accept());
		input.onDidChangeValue(reset);
		input.onDidHide(() => {
			if (aside) aside();
			else finish(undefined);
		});
		input.onDidTriggerButton((button) => {
			if (button === vscode.QuickInputButtons.Back) finish({ kind: "back" });
			else if ("run" in button && typeof button.run === "function") (button.run as () => unknown)();
		});
		input.show();
	});
}
