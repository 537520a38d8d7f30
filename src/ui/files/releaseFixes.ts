import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { keyFix, type KeyFix } from "../../core/files/config/keyFix.ts";
import type { ReleaseProblem } from "../../core/files/release/releaseProblem.ts";
import { releaseReference } from "../../core/files/release/releaseReference.ts";
import { configOf } from "./configDocuments.ts";
import type { ReleaseCheck } from "./releaseCheck.ts";
import { releaseDiagnostic } from "./releaseDiagnostic.ts";
import { spanRange } from "./spanRange.ts";

/** Returns quick fixes that replace names with those of the release. Values aren't changed. */
export function releaseFixes(
	document: vscode.TextDocument,
	range: vscode.Range,
	{ problems, release }: ReleaseCheck,
): vscode.CodeAction[] {
	const { name } = releaseReference(release);
	return problems.flatMap((problem) => {
		if (spanRange(document, problem).intersection(range) === undefined) return [];
		const fix = fixOf(document, problem, release);
		if (!fix) return [];
		const action = new vscode.CodeAction(
			t("Replace with {0} ({1})", fix.path, name),
			vscode.CodeActionKind.QuickFix,
		);
		action.edit = new vscode.WorkspaceEdit();
		for (const edit of fix.edits) {
			action.edit.replace(document.uri, spanRange(document, edit), edit.text);
		}
		action.diagnostics = [releaseDiagnostic(document, problem)];
		action.isPreferred = true;
		return [action];
	});
}

function fixOf(
	document: vscode.TextDocument,
	{ from, to, replacement }: ReleaseProblem,
	release: ReleaseCheck["release"],
): KeyFix | undefined {
	const config = configOf(document);
	if (config) return keyFix(config, from, releaseReference(release));
	return replacement === undefined
		? undefined
		: { path: replacement, edits: [{ from, to, text: replacement }] };
}
