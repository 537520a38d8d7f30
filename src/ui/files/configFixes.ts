import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { keyFix } from "../../core/files/config/keyFix.ts";
import { checkedConfig } from "./configDocuments.ts";
import type { ConfigReferences } from "./configReferences.ts";
import { spanRange } from "./spanRange.ts";

/** The source and the codes of problems with a fix. */
export const configSource = "Coder Deployment";
const fixable: readonly unknown[] = ["unknown", "deprecated"];

/** Offers replacements for unknown and deprecated keys. */
export function configFixes(
	document: vscode.TextDocument,
	diagnostics: readonly vscode.Diagnostic[],
	references: ConfigReferences,
): vscode.CodeAction[] {
	const config = checkedConfig(document);
	if (!config) return [];
	return diagnostics.flatMap((diagnostic) => {
		const { source, code, range } = diagnostic;
		if (source !== configSource || !fixable.includes(code)) return [];
		const offset = document.offsetAt(range.start);
		const fix = keyFix(config, offset, references.of(document).reference);
		if (!fix) return [];
		const action = new vscode.CodeAction(
			t("Replace with {0}", fix.path),
			vscode.CodeActionKind.QuickFix,
		);
		action.edit = new vscode.WorkspaceEdit();
		for (const edit of fix.edits) {
			action.edit.replace(document.uri, spanRange(document, edit), edit.text);
		}
		action.diagnostics = [diagnostic];
		action.isPreferred = true;
		return [action];
	});
}
