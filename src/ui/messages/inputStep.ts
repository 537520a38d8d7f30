import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { OutlineCommand } from "../../core/overview/node.ts";
import type { Check, Problem } from "../../core/signIn/questions.ts";
import { createStepInput, inputButton } from "./inputBox.ts";

/** Runs the command that helps with a problem. */
export async function runRemedy({ id, arguments: args = [] }: OutlineCommand): Promise<void> {
	await vscode.commands.executeCommand(id, ...args);
}

/** The replacement of a text. */
export interface Censored {
	readonly text: string;
	readonly message: string;
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
	/** Buttons in the title; they keep the input open. */
	readonly buttons?: readonly {
		readonly icon: string;
		readonly tooltip: string;
		readonly run: () => unknown;
	}[];
	/** Whether there is a previous step. */
	readonly back?: boolean;
	/**
	 * Checks each change for text that must not stay visible.
	 *
	 * @returns the replacement and the reason; `undefined` for a text that may stay
	 */
	readonly censor?: (text: string) => Censored | undefined;
	/** Checks the input when Enter is pressed. Typing, or closing the input, aborts the check's signal. */
	readonly check: Check<T>;
}

/** The result of a step: a value, a step back, or `undefined` if the input was closed. */
export type StepResult<T> =
	{ readonly kind: "value"; readonly value: T } | { readonly kind: "back" } | undefined;

/** Asks until the answer is valid or the input is closed. Problems are shown below the input, which stays open. */
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
		let replacedBy: string | undefined;
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
		/** Hides the input for a command, which may show its own. */
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
		/** Removes a secret from the box. @returns whether there was one */
		const censor = (): boolean => {
			const censored = step.censor?.(input.value);
			if (!censored) return false;
			reset();
			replacedBy = censored.text;
			input.value = censored.text;
			input.showProblem(censored.message);
			return true;
		};
		const accept = async (): Promise<void> => {
			if (censor()) return;
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
			offer(checked);
		};
		/** Shows a problem, with buttons for what helps. */
		const offer = ({ message, suggestion, remedy, agree }: Problem): void => {
			input.showProblem(message);
			const take =
				suggestion !== undefined &&
				inputButton("lightbulb", t("Use {0}", suggestion), () => {
					reset();
					input.value = suggestion;
				});
			const help =
				remedy && inputButton("tools", remedy.title, () => stepAside(() => runRemedy(remedy)));
			const consent =
				agree &&
				inputButton("lock", t("Send Headers…"), async () => {
					if (await agree()) await accept();
				});
			const helping = [take, help, consent].filter((button) => typeof button === "object");
			input.buttons = [...backButtons, ...helping, ...fixed];
		};
		input.onDidAccept(() => void accept());
		input.onDidChangeValue((text) => {
			// VS Code also fires for our own change, after the problem is shown.
			if (text === replacedBy) replacedBy = undefined;
			else if (!censor()) reset();
		});
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
