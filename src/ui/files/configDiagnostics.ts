import * as vscode from "vscode";
import type { ConfigProblem } from "../../core/files/config/configProblem.ts";
import { configProblems } from "../../core/files/config/configProblems.ts";
import type { ConfigText } from "../../core/files/config/configText.ts";
import { checkedConfig } from "./configDocuments.ts";
import { configSource } from "./configFixes.ts";
import type { ConfigReferences, JudgedBy } from "./configReferences.ts";
import { spanRange } from "./spanRange.ts";

/** How long after the last edit a document is looked at, in ms. */
const pauseMs = 300;

interface Checked {
	readonly config: ConfigText;
	readonly judged: JudgedBy;
}

/** Shows what is wrong in configuration files of `coder server`, and keeps that in step with the documents. */
export class ConfigDiagnostics implements vscode.Disposable {
	readonly #references: ConfigReferences;
	readonly #collection = vscode.languages.createDiagnosticCollection("coderServerConfiguration");
	readonly #checked = new Map<vscode.TextDocument, Checked>();
	readonly #timers = new Map<vscode.TextDocument, NodeJS.Timeout>();

	constructor(references: ConfigReferences) {
		this.#references = references;
	}

	/** Whether a document was a configuration file when it was last looked at. */
	knows(document: vscode.TextDocument): boolean {
		return this.#checked.has(document);
	}

	/** Looks at a document, unless nothing changed since the last time. */
	check(document: vscode.TextDocument): void {
		clearTimeout(this.#timers.get(document));
		this.#timers.delete(document);
		const config = document.isClosed ? undefined : checkedConfig(document);
		if (!config) {
			this.forget(document);
			return;
		}
		const judged = this.#references.of(document);
		const before = this.#checked.get(document);
		if (before?.config === config && before.judged === judged) return;
		this.#checked.set(document, { config, judged });
		const problems = configProblems(config, judged.reference);
		this.#collection.set(
			document.uri,
			problems.map((problem) => diagnostic(document, problem)),
		);
	}

	/** Looks at a document when its editing has paused. */
	checkSoon(document: vscode.TextDocument): void {
		clearTimeout(this.#timers.get(document));
		this.#timers.set(
			document,
			setTimeout(() => {
				this.check(document);
			}, pauseMs),
		);
	}

	forget(document: vscode.TextDocument): void {
		clearTimeout(this.#timers.get(document));
		this.#timers.delete(document);
		if (this.#checked.delete(document)) this.#collection.delete(document.uri);
	}

	dispose(): void {
		for (const timer of this.#timers.values()) clearTimeout(timer);
		this.#collection.dispose();
	}
}

function diagnostic(document: vscode.TextDocument, problem: ConfigProblem): vscode.Diagnostic {
	const { kind, message } = problem;
	const shown = new vscode.Diagnostic(
		spanRange(document, problem),
		message,
		kind === "deprecated"
			? vscode.DiagnosticSeverity.Information
			: vscode.DiagnosticSeverity.Warning,
	);
	shown.source = configSource;
	shown.code = kind;
	if (kind === "deprecated") shown.tags = [vscode.DiagnosticTag.Deprecated];
	return shown;
}
