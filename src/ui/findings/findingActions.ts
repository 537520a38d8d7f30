import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import { documentsWithFindings, diagnosticSource } from "./findingDocuments.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** Provides the action for a finding in a document, which mutes its rule. */
export class FindingActions implements vscode.CodeActionProvider, Disposable {
	readonly #deployments: Deployments;
	readonly #store = new DisposableStore();

	constructor(deployments: Deployments) {
		this.#deployments = deployments;
		this.#store.add(
			vscode.languages.registerCodeActionsProvider(documentsWithFindings, this, {
				providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
			}),
		);
	}

	provideCodeActions(
		{ uri }: vscode.TextDocument,
		_range: vscode.Range,
		{ diagnostics }: vscode.CodeActionContext,
	): vscode.CodeAction[] {
		const deployment = this.#deployments.find(uri.query);
		if (!deployment) return [];
		const { key, name } = deployment.saved;
		return diagnostics.flatMap((diagnostic) => {
			const rule = ruleOf(diagnostic);
			if (rule === undefined) return [];
			return [
				muting(t("Mute This Finding for {0}", name), commandIds.muteFinding, diagnostic, key, rule),
				muting(
					t("Mute This Finding Everywhere"),
					commandIds.muteFindingEverywhere,
					diagnostic,
					key,
					rule,
				),
			];
		});
	}

	dispose(): void {
		this.#store.dispose();
	}
}

function muting(
	title: string,
	command: string,
	diagnostic: vscode.Diagnostic,
	...args: readonly string[]
): vscode.CodeAction {
	const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
	action.command = { command, title, arguments: [...args] };
	action.diagnostics = [diagnostic];
	return action;
}

function ruleOf({ source, code }: vscode.Diagnostic): string | undefined {
	if (source !== diagnosticSource) return undefined;
	const value = typeof code === "object" ? code.value : code;
	return typeof value === "string" ? value : undefined;
}
