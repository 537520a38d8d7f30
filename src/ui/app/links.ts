import type * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { Logger } from "../../core/base/logger.ts";
import { showWarning } from "../messages/messages.ts";

type OpenLink = (uri: vscode.Uri) => Promise<void>;

/**
 * Opens links such as `vscode://coder-deployment.coder-deployment/open?url=…&token=…`. Anyone can create one, so a link
 * does nothing without asking the user.
 */
export class Links {
	readonly #log: Logger;
	readonly #openers = new Map<string, OpenLink>();

	constructor(log: Logger) {
		this.#log = log;
	}

	/** Adds the handler of links with this path. */
	add(path: string, open: OpenLink): void {
		this.#openers.set(path, open);
	}

	async open(uri: vscode.Uri): Promise<void> {
		// Only the path: the query may contain a token.
		this.#log.info(`Link to ${uri.path}`);
		const open = this.#openers.get(uri.path);
		if (open) await open(uri);
		else void showWarning(t("Coder Deployment doesn't recognize this link."));
	}
}
