/** The part of VS Code's API that the variables' front uses, to count calls. Their appearance is tested in VS Code. */
import type * as vscode from "vscode";

type Listener = (event: never) => unknown;

/** What was registered, and what is set, for tests. */
export const stub = {
	settings: new Map<string, unknown>(),
	listeners: new Map<string, Listener[]>(),
	/** The provider for names; the second one explains differences. */
	hover: undefined as vscode.HoverProvider | undefined,
	driftHover: undefined as vscode.HoverProvider | undefined,
	lenses: undefined as vscode.CodeLensProvider | undefined,
	hints: undefined as vscode.InlayHintsProvider | undefined,
	/** The values of context keys. */
	contexts: new Map<string, unknown>(),
	completion: undefined as vscode.CompletionItemProvider | undefined,
	fixes: undefined as vscode.CodeActionProvider | undefined,
	driftFixes: undefined as vscode.CodeActionProvider | undefined,
	collections: 0,
	diagnostics: new Map<string, readonly vscode.Diagnostic[]>(),
	documents: [] as vscode.TextDocument[],
	fire(event: string, value: unknown): void {
		for (const listener of stub.listeners.get(event) ?? []) listener(value as never);
	},
};

const nothing = { dispose: () => undefined };
const on = (event: string) => (listener: Listener) => {
	stub.listeners.set(event, [...(stub.listeners.get(event) ?? []), listener]);
	return nothing;
};

export const languages = {
	match: (selector: readonly { language?: string }[], { languageId }: vscode.TextDocument) =>
		selector.some(({ language }) => language === languageId) ? 10 : 0,
	registerHoverProvider: (_: unknown, provider: vscode.HoverProvider) => {
		if (stub.hover) stub.driftHover = provider;
		else stub.hover = provider;
		return nothing;
	},
	registerCompletionItemProvider: (_: unknown, provider: vscode.CompletionItemProvider) => {
		stub.completion = provider;
		return nothing;
	},
	registerCodeActionsProvider: (_: unknown, provider: vscode.CodeActionProvider) => {
		if (stub.fixes) stub.driftFixes = provider;
		else stub.fixes = provider;
		return nothing;
	},
	registerCodeLensProvider: (_: unknown, provider: vscode.CodeLensProvider) => {
		stub.lenses = provider;
		return nothing;
	},
	registerInlayHintsProvider: (_: unknown, provider: vscode.InlayHintsProvider) => {
		stub.hints = provider;
		return nothing;
	},
	createDiagnosticCollection: () => {
		stub.collections++;
		return {
			set: (uri: vscode.Uri, list: readonly vscode.Diagnostic[]) =>
				stub.diagnostics.set(uri.path, list),
			delete: (uri: vscode.Uri) => stub.diagnostics.delete(uri.path),
			dispose: () => {
				stub.diagnostics.clear();
			},
		};
	},
};
export const commands = {
	executeCommand: (_command: string, key: string, value: unknown) => {
		stub.contexts.set(key, value);
		return Promise.resolve();
	},
};
export const workspace = {
	getWorkspaceFolder: () => undefined,
	get textDocuments() {
		return stub.documents;
	},
	onDidOpenTextDocument: on("open"),
	onDidChangeTextDocument: on("change"),
	onDidCloseTextDocument: on("close"),
	onDidChangeConfiguration: on("configuration"),
	getConfiguration: () => ({
		inspect: (name: string) => ({
			globalValue: stub.settings.get(name.replace(/^coderDeployment\./, "")),
		}),
	}),
};
export const Disposable = { from: () => nothing };
export const DiagnosticSeverity = { Warning: 1, Information: 2, Hint: 3 };
export const DiagnosticTag = { Deprecated: 2 };
export const CompletionItemKind = { Variable: 5, Property: 9 };
export const CompletionItemTag = { Deprecated: 1 };
export const CodeActionKind = { QuickFix: "quickfix" };
/** Returns a class that stores its arguments under these names. */
const keeps = (...names: readonly string[]) =>
	function (this: object, ...values: readonly unknown[]) {
		Object.assign(this, Object.fromEntries(names.map((name, index) => [name, values[index]])));
	};
export const Range = keeps("start", "end");
export const CodeLens = keeps("range", "command");
export const InlayHint = keeps("position", "label");
export const CodeAction = keeps("title", "kind");
export class EventEmitter {
	readonly #listeners: Listener[] = [];
	readonly event = (listener: Listener) => {
		this.#listeners.push(listener);
		return nothing;
	};
	fire(value: never): void {
		for (const listener of this.#listeners) listener(value);
	}
	dispose(): void {
		this.#listeners.length = 0;
	}
}
export class WorkspaceEdit {
	readonly edits: { readonly range: unknown; readonly text: string }[] = [];
	replace(_uri: unknown, range: unknown, text: string): void {
		this.edits.push({ range, text });
	}
}
export const Hover = keeps("contents", "range");
export const MarkdownString = keeps("value");
export const Diagnostic = keeps("range", "message", "severity");
export const CompletionItem = keeps("label", "kind");
