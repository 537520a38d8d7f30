import * as vscode from "vscode";
import type { Finding } from "../../core/findings/finding.ts";
import { placeFindings, type PlacedFinding } from "../../core/findings/placeFindings.ts";
import type { Severity } from "../../core/findings/severity.ts";
import type { YamlPlace } from "../../core/export/yamlPlaces.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { FindingActions } from "./findingActions.ts";
import type { Services } from "../app/services.ts";
import { documentsWithFindings, diagnosticSource } from "./findingDocuments.ts";

type DiagnosticServices = Pick<Services, "deployments" | "documents" | "findings">;

/** Shows findings as problems in the YAML documents, and keeps them up to date. */
export class FindingDiagnostics implements Disposable {
	readonly #services: DiagnosticServices;
	readonly #store = new DisposableStore();
	readonly #collection = this.#store.add(
		vscode.languages.createDiagnosticCollection("coderDeployment"),
	);

	constructor(services: DiagnosticServices) {
		this.#services = services;
		const { deployments, findings } = services;
		const all = (): void => {
			for (const document of vscode.workspace.textDocuments) this.#update(document);
		};
		for (const subscription of [
			new FindingActions(deployments),
			vscode.workspace.onDidOpenTextDocument((document) => {
				this.#update(document);
			}),
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				this.#update(document);
			}),
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				this.#collection.delete(uri);
			}),
			// VS Code keeps a document for a while after its last editor was closed.
			vscode.window.tabGroups.onDidChangeTabs(all),
			findings.onDidChange(all),
			deployments.onDidChange(all),
			deployments.onDidChangeDeployment(({ saved }) => {
				for (const document of vscode.workspace.textDocuments)
					if (document.uri.query === saved.key) this.#update(document);
			}),
		]) {
			this.#store.add(subscription);
		}
		all();
	}

	dispose(): void {
		this.#store.dispose();
	}

	#update(document: vscode.TextDocument): void {
		if (vscode.languages.match(documentsWithFindings, document) === 0) return;
		const { deployments, documents, findings } = this.#services;
		const yaml = documents.yamlOf(document);
		if (!yaml || document.isClosed) return;
		if (!isInTab(document.uri)) {
			this.#collection.delete(document.uri);
			return;
		}
		const deployment = deployments.find(document.uri.query);
		this.#collection.set(
			document.uri,
			placeFindings(deployment ? findings.of(deployment).shown : [], yaml).map((placed) =>
				diagnostic(document.uri, placed),
			),
		);
	}
}

/** Whether a tab shows the document of a URI. */
function isInTab(uri: vscode.Uri): boolean {
	const shown = uri.toString();
	return vscode.window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === shown);
}

function diagnostic(uri: vscode.Uri, { finding, place, others }: PlacedFinding): vscode.Diagnostic {
	const { title, meaning, advice, severity, rule, link } = finding;
	const shown = new vscode.Diagnostic(
		rangeOf(place),
		`${title}.\n${meaning}\n${advice}`,
		severityOf(severity),
	);
	shown.source = diagnosticSource;
	shown.code = link === undefined ? rule : { value: rule, target: vscode.Uri.parse(link) };
	shown.relatedInformation = others.map(
		(other) =>
			new vscode.DiagnosticRelatedInformation(
				new vscode.Location(uri, rangeOf(other.place)),
				other.option,
			),
	);
	if (isAboutDeprecation(finding)) shown.tags = [vscode.DiagnosticTag.Deprecated];
	return shown;
}

function isAboutDeprecation({ rule }: Finding): boolean {
	return rule === "deprecated-option" || rule === "deprecated-ai-providers";
}

function rangeOf({ line, start, end }: YamlPlace): vscode.Range {
	return new vscode.Range(line, start, line, end);
}

function severityOf(severity: Severity): vscode.DiagnosticSeverity {
	switch (severity) {
		case "high":
			return vscode.DiagnosticSeverity.Error;
		case "warning":
			return vscode.DiagnosticSeverity.Warning;
		case "info":
			return vscode.DiagnosticSeverity.Information;
	}
}
