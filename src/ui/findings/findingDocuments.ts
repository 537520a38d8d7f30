import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import type { Audits } from "./audits.ts";
import type { Documents } from "../app/documents.ts";
import { documentScheme } from "../app/names.ts";

/** What findings in documents are made of. */
export interface AuditDocumentParts {
	readonly deployments: Deployments;
	readonly documents: Documents;
	readonly audits: Audits;
}

/** The documents that show a deployment's configuration as it is now. */
export const auditedDocuments: vscode.DocumentFilter = {
	scheme: documentScheme,
	pattern: "**/server-config.yaml",
};

/** Where our problems in documents say that they come from. */
export const diagnosticSource = "Coder Deployment";

/** Shows findings in the YAML documents. The code is loaded with the first of them. */
export function registerAuditDocuments(parts: AuditDocumentParts): Disposable {
	const store = new DisposableStore();
	let loading: Promise<void> | undefined;
	const look = (document: vscode.TextDocument): void => {
		if (vscode.languages.match(auditedDocuments, document) === 0) return;
		loading ??= import("../app/onDemand.ts").then(({ AuditDiagnostics }) => {
			store.add(new AuditDiagnostics(parts));
		});
	};
	store.add(vscode.workspace.onDidOpenTextDocument(look));
	vscode.workspace.textDocuments.forEach(look);
	return store;
}
