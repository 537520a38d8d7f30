import * as vscode from "vscode";
import { messageLines, messageText } from "../../core/base/messageText.ts";
import { track } from "./openMessages.ts";

/** The button that was pressed; undefined if the message was closed. */
type Answer<B extends string> = Promise<B | undefined>;

/** Shows a message. Only this extension's own words may be buttons. */
export async function showInformation<B extends string>(
	message: string,
	...buttons: B[]
): Answer<B> {
	return track(vscode.window.showInformationMessage(messageText(message), ...buttons));
}

/** Shows a warning. Only this extension's own words may be buttons. */
export async function showWarning<B extends string>(message: string, ...buttons: B[]): Answer<B> {
	return track(vscode.window.showWarningMessage(messageText(message), ...buttons));
}

/** Shows an error. Only this extension's own words may be buttons. */
export async function showError<B extends string>(message: string, ...buttons: B[]): Answer<B> {
	return track(vscode.window.showErrorMessage(messageText(message), ...buttons));
}

/**
 * Asks in a dialog, to which VS Code adds a Cancel button.
 *
 * @param detail may contain paragraphs
 */
export async function askModal<B extends string>(
	message: string,
	detail: string,
	...buttons: B[]
): Answer<B> {
	return vscode.window.showWarningMessage(
		messageText(message),
		{ modal: true, detail: messageLines(detail) },
		...buttons,
	);
}

/** Shows a sentence in the status bar for a time in ms. */
export function showBriefly(message: string, ms: number): void {
	vscode.window.setStatusBarMessage(messageText(message), ms);
}
