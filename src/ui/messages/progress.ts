import * as vscode from "vscode";
import { messageText } from "../../core/base/messageText.ts";

/** Runs something behind a notification with a Cancel button, which aborts `signal`. */
export async function withCancellableProgress<T>(
	title: string,
	run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	return vscode.window.withProgress(
		{
			location: vscode.ProgressLocation.Notification,
			title: messageText(title),
			cancellable: true,
		},
		(_progress, cancellation) => {
			const controller = new AbortController();
			cancellation.onCancellationRequested(() => {
				controller.abort();
			});
			return run(controller.signal);
		},
	);
}

/** Runs something with progress in the status bar, for what is instant unless a server or disk is slow. */
export async function withStatusBarProgress<T>(title: string, run: () => Promise<T>): Promise<T> {
	return vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: messageText(title) },
		run,
	);
}

/** Runs something with the progress bar of a view. */
export async function withViewProgress<T>(viewId: string, run: () => Promise<T>): Promise<T> {
	return vscode.window.withProgress({ location: { viewId } }, run);
}
