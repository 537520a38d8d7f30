import * as vscode from "vscode";
import type { ReleaseProblem } from "../../core/files/release/releaseProblem.ts";
import { spanRange } from "./spanRange.ts";

/** What a release makes of a setting, as VS Code shows it. */
export function releaseDiagnostic(
	document: vscode.TextDocument,
	problem: ReleaseProblem,
): vscode.Diagnostic {
	const { kind, message } = problem;
	const isMinor = kind === "deprecated" || kind === "changed";
	const shown = new vscode.Diagnostic(
		spanRange(document, problem),
		message,
		isMinor ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Warning,
	);
	shown.source = "Coder Deployment";
	// The codes of other problems have fixes of their own.
	shown.code = `release-${kind}`;
	if (kind === "deprecated") shown.tags = [vscode.DiagnosticTag.Deprecated];
	return shown;
}
