import * as vscode from "vscode";
import { formatCount } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { Release } from "../../core/coder/release.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { checkConfig, checkVariables } from "../../core/files/release/checkRelease.ts";
import { releaseReference } from "../../core/files/release/releaseReference.ts";
import { configOf } from "./configDocuments.ts";
import { settingsOf } from "./documentSettings.ts";
import { DocumentPauses } from "./documentPauses.ts";
import { PathsContext } from "./pathsContext.ts";
import type { ReleaseCheck } from "./releaseCheck.ts";
import { releaseDiagnostic } from "./releaseDiagnostic.ts";
import { releaseFixes } from "./releaseFixes.ts";
import { setReported } from "./reportedElsewhere.ts";
import { spanRange } from "./spanRange.ts";

/** Checks documents against a release until the user stops it or closes them. Sends no requests. */
export class ReleaseChecks implements vscode.Disposable {
	readonly #collection = vscode.languages.createDiagnosticCollection("coderReleaseCheck");
	readonly #checks = new Map<vscode.TextDocument, ReleaseCheck>();
	readonly #pauses = new DocumentPauses<vscode.TextDocument>((document) => {
		this.#current(document);
	});
	readonly #paths = new PathsContext("checkedFiles");
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #registered: vscode.Disposable;

	constructor(selector: vscode.DocumentSelector) {
		this.#registered = vscode.Disposable.from(
			this.#collection,
			this.#changed,
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (this.#checks.has(document)) this.#pauses.start(document);
			}),
			vscode.workspace.onDidCloseTextDocument((document) => {
				this.stop(document);
			}),
			vscode.languages.registerCodeLensProvider(selector, {
				onDidChangeCodeLenses: this.#changed.event,
				provideCodeLenses: (document) => this.#lenses(document),
			}),
			vscode.languages.registerCodeActionsProvider(
				selector,
				{
					provideCodeActions: (document, range) => {
						const check = this.#current(document);
						return check ? releaseFixes(document, range, check) : [];
					},
				},
				{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
			),
		);
	}

	/** Starts checking a document. @returns the number of problems */
	check(document: vscode.TextDocument, release: Release, since: Release | undefined): number {
		this.#pauses.cancel(document);
		const reference = releaseReference(release);
		const config = configOf(document);
		const problems = config
			? checkConfig(config, reference, since)
			: checkVariables(settingsOf(document), reference, since);
		this.#checks.set(document, { release, since, problems, version: document.version });
		this.#collection.set(
			document.uri,
			problems.map((problem) => releaseDiagnostic(document, problem)),
		);
		this.#paths.set(document.uri.fsPath, true);
		setReported(document, problems);
		this.#changed.fire();
		return problems.length;
	}

	/** Stops checking a document, and removes its problems. */
	stop(document: vscode.TextDocument): void {
		this.#pauses.cancel(document);
		if (!this.#checks.delete(document)) return;
		this.#collection.delete(document.uri);
		this.#paths.set(document.uri.fsPath, false);
		setReported(document, undefined);
		this.#changed.fire();
	}

	/** Returns the check of a document, up to date with its text. */
	#current(document: vscode.TextDocument): ReleaseCheck | undefined {
		const check = this.#checks.get(document);
		if (check && check.version !== document.version) {
			this.check(document, check.release, check.since);
		}
		return this.#checks.get(document);
	}

	#lenses(document: vscode.TextDocument): vscode.CodeLens[] {
		const check = this.#checks.get(document);
		if (!check) return [];
		const range = spanRange(document, { from: 0, to: 0 });
		const { name } = releaseReference(check.release);
		return [
			new vscode.CodeLens(range, {
				title: checkSummary(name, check.problems.length),
				tooltip: t("Show the problems of this file"),
				command: "workbench.actions.view.problems",
			}),
			new vscode.CodeLens(range, {
				title: t("Stop Checking"),
				tooltip: t("Stop checking this file against {0}", name),
				command: commandIds.stopCheckingFile,
				arguments: [document.uri],
			}),
		];
	}

	dispose(): void {
		this.#pauses.dispose();
		this.#registered.dispose();
	}
}

/** Returns a sentence with the number of problems. */
export function checkSummary(release: string, count: number): string {
	if (count === 0) return t("{0}: no problems", release);
	return count === 1
		? t("{0}: 1 problem", release)
		: t("{0}: {1} problems", release, formatCount(count));
}
