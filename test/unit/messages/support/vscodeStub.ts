/** The part of VS Code's API that messages use, to record the calls. Their appearance is tested in VS Code. */

/** What was shown, in order: its kind, and the arguments. */
export const shown: unknown[][] = [];

const show =
	(kind: string) =>
	(...given: readonly unknown[]) => {
		shown.push([kind, ...given]);
		return Promise.resolve(undefined);
	};

interface InputOptions {
	readonly value: string;
	readonly validateInput: (text: string) => unknown;
}

export const window = {
	showInformationMessage: show("information"),
	showWarningMessage: show("warning"),
	showErrorMessage: show("error"),
	setStatusBarMessage: show("statusBar"),
	/** The user cancels immediately. */
	withProgress: (options: unknown, run: (progress: unknown, token: unknown) => unknown) => {
		shown.push(["progress", options]);
		return run({}, { onCancellationRequested: (cancel: () => void) => (cancel(), {}) });
	},
	/** The user selects the last item. */
	showQuickPick: async (items: Promise<readonly unknown[]>, options: unknown) => {
		shown.push(["quickPick", await items, options]);
		return (await items).at(-1);
	},
	showInputBox: ({ validateInput, ...options }: InputOptions) => {
		const empty = validateInput(undefined as never);
		shown.push(["inputBox", options, validateInput(options.value), empty]);
		return Promise.resolve(undefined);
	},
	createQuickPick: () => ({}),
	createInputBox: () => ({}),
};
export const ProgressLocation = { Notification: "notification", Window: "window" };
export const QuickPickItemKind = { Separator: -1 };
export const InputBoxValidationSeverity = { Error: 3 };
export class ThemeIcon {
	readonly id: string;
	constructor(id: string) {
		this.id = id;
	}
}
export class MarkdownString {
	readonly value: string;
	constructor(value: string) {
		this.value = value;
	}
}
