import * as vscode from "vscode";
import type { ReleaseProblem } from "../../core/files/release/releaseProblem.ts";
import { spanRange } from "./spanRange.ts";

/** Converts a problem to a diagnostic. */
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
	// Other codes have their own quick fixes.
	shown.code = `release-${kind}`;
	if (kind === "deprecated") shown.tags = [vscode.DiagnosticTag.Deprecated];
	return shown;
}
