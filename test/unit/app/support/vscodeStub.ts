/** The part of VS Code's API that activation uses, to count the calls. Each one becomes a message to the window. */

/** What was called, in order: the function, and its first two arguments. */
export const calls: unknown[][] = [];

const disposable = { dispose: () => undefined };
const event = () => disposable;
const record =
	(name: string) =>
	(...given: readonly unknown[]) => {
		calls.push([name, ...given.slice(0, 2)]);
		return disposable;
	};

/** The view, with the title from package.json. */
const view = {
	get title() {
		return "Coder Deployment";
	},
	set title(title: string) {
		calls.push(["title", title]);
	},
};

export const commands = {
	registerCommand: record("registerCommand"),
	executeCommand: record("executeCommand"),
};
export const lm = { registerTool: record("registerTool") };
export const window = {
	createTreeView: (id: string) => {
		calls.push(["createTreeView", id]);
		return view;
	},
	registerUriHandler: record("registerUriHandler"),
	onDidChangeWindowState: event,
	tabGroups: { all: [] },
};
export const workspace = {
	isTrusted: true,
	textDocuments: [],
	onDidOpenTextDocument: event,
	onDidGrantWorkspaceTrust: event,
};
export const env = { language: "en", uiKind: 1 };
export const l10n = {};
export const UIKind = { Desktop: 1, Web: 2 };
export const Disposable = { from: () => disposable };
export class EventEmitter {
	readonly event = event;
}
