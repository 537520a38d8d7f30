import type * as vscode from "vscode";
import { documentScheme } from "../app/names.ts";

/** The documents that show a deployment's current configuration. */
export const documentsWithFindings: vscode.DocumentFilter = {
	scheme: documentScheme,
	pattern: "**/server-config.yaml",
};

/** The source of this extension's problems in documents. */
export const diagnosticSource = "Coder Deployment";
