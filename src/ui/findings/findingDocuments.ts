import type * as vscode from "vscode";
import { documentScheme } from "../app/names.ts";

/** The documents that show a deployment's configuration as it is now. */
export const documentsWithFindings: vscode.DocumentFilter = {
	scheme: documentScheme,
	pattern: "**/server-config.yaml",
};

/** Where our problems in documents say that they come from. */
export const diagnosticSource = "Coder Deployment";
