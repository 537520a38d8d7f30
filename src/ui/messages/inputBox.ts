import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";

/** What is asked. */
export interface InputQuestion {
	readonly title: string;
	readonly prompt: string;
	readonly value?: string;
}

/** Asks for a text. @param problemOf what is wrong with a text; `undefined` when nothing is */
export async function askText(
	{ title, prompt, value }: InputQuestion,
	problemOf: (text: string) => string | undefined,
): Promise<string | undefined> {
	return vscode.window.showInputBox({
		title: messageText(title),
		prompt: messageText(prompt),
		...(value !== undefined && { value }),
		validateInput: (text) => {
			const problem = problemOf(text);
			return problem === undefined ? undefined : messageText(problem);
		},
	});
}

/** An input box that is one step of several. Its texts are given here; only what is wrong changes. */
export interface StepInput extends Pick<
	vscode.InputBox,
	| "busy"
	| "buttons"
	| "dispose"
	| "hide"
	| "onDidAccept"
	| "onDidChangeValue"
	| "onDidHide"
	| "onDidTriggerButton"
	| "show"
	| "value"
> {
	/** Shows what is wrong with the input, or nothing any more. */
	readonly showProblem: (problem: string | undefined) => void;
}

/** Makes the input box of a step, which is not shown yet. */
export function createStepInput(
	question: InputQuestion & {
		readonly step: number;
		readonly totalSteps: number;
		readonly placeholder: string;
		readonly password?: boolean;
	},
): StepInput {
	const input = vscode.window.createInputBox();
	input.title = messageText(question.title);
	input.step = question.step;
	input.totalSteps = question.totalSteps;
	input.prompt = messageText(question.prompt);
	input.placeholder = messageText(question.placeholder);
	input.value = question.value ?? "";
	input.password = question.password ?? false;
	// People go to the browser and come back with a token.
	input.ignoreFocusOut = true;
	return Object.assign(input, {
		showProblem: (problem: string | undefined) => {
			input.validationMessage =
				problem === undefined
					? undefined
					: { message: messageText(problem), severity: vscode.InputBoxValidationSeverity.Error };
		},
	});
}

/** A button of an input box or quick pick. Its tooltip may hold a server's words. */
export function inputButton(
	icon: string,
	tooltip: string,
	run: () => unknown,
): vscode.QuickInputButton & { readonly run: () => unknown } {
	return { iconPath: new vscode.ThemeIcon(icon), tooltip: messageText(tooltip), run };
}
