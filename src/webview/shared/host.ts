import type { Message, ViolationMessage } from "../../protocol/page.ts";
import { reportViolations } from "./violations.ts";

/** The page's only way to the extension. VS Code hands it out once. */
export interface Host<From extends Message> {
	postMessage(message: From | ViolationMessage): void;
	/** What the page remembers while it is hidden and over a reload of the window. */
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host<Message>;

/** Takes the way to the extension, which hears from now on what the page's policy keeps from loading. */
export function connect<From extends Message>(): Host<From> {
	const host = acquireVsCodeApi();
	reportViolations(host);
	return host;
}
