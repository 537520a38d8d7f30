import type * as vscode from "vscode";
import type { Logger } from "../../core/base/logger.ts";
import type { Documents } from "../app/documents.ts";
import type { SideParts } from "./compareSides.ts";

/** What the panels need of the rest of the extension. */
export interface ComparePanelHost extends SideParts {
	readonly extensionUri: vscode.Uri;
	readonly log: Logger;
	readonly documents: Documents;
}
