import * as vscode from "vscode";
import { valueProblems, type ValueProblem } from "../../core/files/valueProblems.ts";
import { mayHoldSettings } from "../../core/variables/mayHoldSettings.ts";
import { formOf } from "../../core/variables/forms.ts";
import { isIgnored } from "../../core/variables/ignored.ts";
import type { KnownVariables } from "../../core/variables/known.ts";
import { problemsAmong, type Problem } from "../../core/variables/problems.ts";
import { settings } from "../app/settings.ts";
import { namesIn } from "../files/documentNames.ts";
import { DocumentPauses } from "../files/documentPauses.ts";
import { settingsOf } from "../files/documentSettings.ts";
import { onDidChangeReported, reportedElsewhere } from "../files/reportedElsewhere.ts";
import { spanRange } from "../files/spanRange.ts";
import { registerVariableFixes, variableSource } from "./variableFixes.ts";

/** Shows hints about deprecated and unknown variables, and keeps them up to date. */
export class VariableProblems implements vscode.Disposable {
	readonly #known: () => KnownVariables;
	readonly #collection = vscode.languages.createDiagnosticCollection("coderVariables");
	readonly #fixes: vscode.Disposable;
	/** Documents with a variable. */
	readonly #documents = new Set<vscode.TextDocument>();
	readonly #pauses = new DocumentPauses<vscode.TextDocument>((document) => {
		this.check(document);
	});
	readonly #reported = onDidChangeReported((document) => {
		if (this.has(document)) this.check(document);
	});
	#used: KnownVariables | undefined;

	constructor(known: () => KnownVariables, selector: vscode.DocumentSelector) {
		this.#known = known;
		this.#fixes = registerVariableFixes(known, selector);
	}

	/** Whether a document contained a variable when it was last checked. */
	has(document: vscode.TextDocument): boolean {
		return this.#documents.has(document);
	}

	check(document: vscode.TextDocument): void {
		this.forget(document);
		const form = formOf(document.languageId, document.uri.path);
		const text = document.getText();
		if (!form || document.isClosed || !settings.variablesEnabled() || !mayHoldSettings(text))
			return;
		this.#documents.add(document);
		const ignored = settings.ignoredVariables();
		this.#used = this.#known();
		const isLeftAlone = (name: string): boolean => isIgnored(name, ignored);
		const names = problemsAmong(namesIn(document, text), this.#used, isLeftAlone);
		const values = valueProblems(settingsOf(document, text), this.#used, isLeftAlone);
		const isReported = reportedElsewhere(document);
		this.#collection.set(document.uri, [
			...names
				.filter(({ kind, start, end }) => !isReported(kind, { from: start, to: end }))
				.map((problem) => diagnostic(document, problem)),
			...values
				.filter((problem) => !isReported(problem.kind, problem))
				.map((problem) => valueDiagnostic(document, problem)),
		]);
	}

	/** Checks a document after a pause in editing. */
	checkSoon(document: vscode.TextDocument): void {
		this.#pauses.start(document);
	}

	/** Checks all documents again if something new is known about variables. */
	refresh(): void {
		if (this.#used === undefined || this.#used === this.#known()) return;
		for (const document of [...this.#documents]) this.check(document);
	}

	forget(document: vscode.TextDocument): void {
		this.#pauses.cancel(document);
		this.#documents.delete(document);
		this.#collection.delete(document.uri);
	}

	/** Removes all hints. */
	clear(): void {
		for (const document of [...this.#documents]) this.forget(document);
	}

	dispose(): void {
		this.clear();
		this.#pauses.dispose();
		this.#reported.dispose();
		this.#collection.dispose();
		this.#fixes.dispose();
	}
}

function diagnostic(document: vscode.TextDocument, problem: Problem): vscode.Diagnostic {
	const { start, end, kind, message, quiet } = problem;
	const shown = new vscode.Diagnostic(
		new vscode.Range(document.positionAt(start), document.positionAt(end)),
		message,
		// A name that is only unknown may well be valid.
		quiet ? vscode.DiagnosticSeverity.Hint : vscode.DiagnosticSeverity.Information,
	);
	shown.source = variableSource;
	if (kind === "deprecated") shown.tags = [vscode.DiagnosticTag.Deprecated];
	return shown;
}

function valueDiagnostic(document: vscode.TextDocument, problem: ValueProblem): vscode.Diagnostic {
	const shown = new vscode.Diagnostic(
		spanRange(document, problem),
		problem.message,
		vscode.DiagnosticSeverity.Warning,
	);
	shown.source = variableSource;
	// Unlike a name, a value has no replacement. The code excludes it from the fixes for names.
	shown.code = problem.kind;
	return shown;
}
