import type { Message, ViolationMessage } from "../../protocol/page.ts";
import { reportViolations } from "./violations.ts";

/** The page's only connection to the extension. VS Code provides it only once. */
export interface Host<From extends Message> {
	postMessage(message: From | ViolationMessage): void;
	/** Returns the state that the page stored before it was hidden or the window was reloaded. */
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host<Message>;

/** Connects to the extension. From then on, reports to it what the page's policy blocks. */
export function connect<From extends Message>(): Host<From> {
	const host = acquireVsCodeApi();
	reportViolations(host);
	return host;
}
