import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";

/** The prompt and its options. */
export interface InputQuestion {
	readonly title: string;
	readonly prompt: string;
	readonly value?: string;
}

/** Asks for a text. @param problemOf returns what is wrong with a text; `undefined` if it's valid */
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

/** An input box that is one of several steps. Its texts are fixed, except for the problem. */
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
	/** Shows a problem with the input, or clears it. */
	readonly showProblem: (problem: string | undefined) => void;
}

/** Creates the input box of a step without showing it. */
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
	// Users switch to the browser and return with a token.
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

/** Returns a button for an input box or quick pick. Its tooltip may contain text from a server. */
export function inputButton(
	icon: string,
	tooltip: string,
	run: () => unknown,
): vscode.QuickInputButton & { readonly run: () => unknown } {
	return { iconPath: new vscode.ThemeIcon(icon), tooltip: messageText(tooltip), run };
}
