import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { formOf } from "../../core/variables/forms.ts";
import type { KnownVariables } from "../../core/variables/known.ts";
import { judge, namesSet } from "../../core/variables/problems.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** The source of hints about variables. Unlike findings, they have no code. */
export const variableSource = "Coder Deployment";

/** Offers replacements for deprecated and unknown names, and to ignore a name. */
export function registerVariableFixes(
	known: () => KnownVariables,
	selector: vscode.DocumentSelector,
): vscode.Disposable {
	return vscode.languages.registerCodeActionsProvider(
		selector,
		{
			provideCodeActions: (document, _range, { diagnostics }) =>
				diagnostics
					.filter(({ source, code }) => source === variableSource && code === undefined)
					.flatMap((diagnostic) => fixes(document, diagnostic, known())),
		},
		{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
	);
}

function fixes(
	document: vscode.TextDocument,
	diagnostic: vscode.Diagnostic,
	known: KnownVariables,
): vscode.CodeAction[] {
	const name = document.getText(diagnostic.range);
	const form = formOf(document.languageId, document.uri.path);
	const set = form ? namesSet(document.getText(), form) : new Set();
	// If the other name is also set, one option would have two values.
	const replacements = (judge(name, known)?.replacements ?? []).filter((one) => !set.has(one));
	const actions = replacements.map((replacement) => {
		const action = quickFix(t("Replace with {0}", replacement), diagnostic);
		action.edit = new vscode.WorkspaceEdit();
		action.edit.replace(document.uri, diagnostic.range, replacement);
		action.isPreferred = replacements.length === 1;
		return action;
	});
	const title = t("Ignore {0}", name);
	const ignoring = quickFix(title, diagnostic);
	ignoring.command = { command: commandIds.ignoreVariable, title, arguments: [name] };
	return [...actions, ignoring];
}

function quickFix(title: string, diagnostic: vscode.Diagnostic): vscode.CodeAction {
	const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	action.diagnostics = [diagnostic];
	return action;
}
