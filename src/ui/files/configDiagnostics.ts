import * as vscode from "vscode";
import type { ConfigProblem } from "../../core/files/config/configProblem.ts";
import { configProblems } from "../../core/files/config/configProblems.ts";
import type { ConfigText } from "../../core/files/config/configText.ts";
import { checkedConfig } from "./configDocuments.ts";
import { configSource } from "./configFixes.ts";
import type { ConfigReferences, JudgedBy } from "./configReferences.ts";
import { DocumentPauses } from "./documentPauses.ts";
import { onDidChangeReported, reportedElsewhere } from "./reportedElsewhere.ts";
import { spanRange } from "./spanRange.ts";

interface Checked {
	readonly config: ConfigText;
	readonly judged: JudgedBy;
	readonly isReported: ReturnType<typeof reportedElsewhere>;
}

/** Shows problems in configuration files of `coder server`, and keeps them up to date. */
export class ConfigDiagnostics implements vscode.Disposable {
	readonly #references: ConfigReferences;
	readonly #collection = vscode.languages.createDiagnosticCollection("coderServerConfiguration");
	readonly #checked = new Map<vscode.TextDocument, Checked>();
	readonly #pauses = new DocumentPauses<vscode.TextDocument>((document) => {
		this.check(document);
	});

	readonly #reported = onDidChangeReported((document) => {
		if (this.has(document)) this.check(document);
	});

	constructor(references: ConfigReferences) {
		this.#references = references;
	}

	/** Whether a document was a configuration file when it was last checked. */
	has(document: vscode.TextDocument): boolean {
		return this.#checked.has(document);
	}

	/** Checks a document, unless nothing has changed since the last check. */
	check(document: vscode.TextDocument): void {
		this.#pauses.cancel(document);
		const config = document.isClosed ? undefined : checkedConfig(document);
		if (!config) {
			this.forget(document);
			return;
		}
		const judged = this.#references.of(document);
		const before = this.#checked.get(document);
		const isReported = reportedElsewhere(document);
		const isSame = before?.config === config && before.judged === judged;
		if (isSame && before.isReported === isReported) return;
		this.#checked.set(document, { config, judged, isReported });
		const problems = configProblems(config, judged.reference).filter(
			(problem) => !isReported(problem.kind, problem),
		);
		this.#collection.set(
			document.uri,
			problems.map((problem) => diagnostic(document, problem)),
		);
	}

	/** Checks a document after a pause in editing. */
	checkSoon(document: vscode.TextDocument): void {
		this.#pauses.start(document);
	}

	forget(document: vscode.TextDocument): void {
		this.#pauses.cancel(document);
		if (this.#checked.delete(document)) this.#collection.delete(document.uri);
	}

	dispose(): void {
		this.#pauses.dispose();
		this.#reported.dispose();
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
