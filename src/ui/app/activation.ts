import * as vscode from "vscode";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { SavedDeployments } from "../../core/deployments/savedDeployments.ts";
import { isSignedIn, type SavedEntry } from "../../core/deployments/savedEntry.ts";
import { deploymentOfSecret } from "../../core/deployments/sessionSecret.ts";
import type { Memory } from "../../core/base/memory.ts";
import { documentScheme } from "./names.ts";

/** Returns whether the rest of the extension is needed from the start. */
export function hasWork(entries: readonly SavedEntry[]): boolean {
	return entries.some(isSignedIn) || hasEnvironmentSession() || hasTabs();
}

/** Returns whether the environment contains a session that may be used; the workspace could have set it. */
function hasEnvironmentSession(): boolean {
	const { CODER_URL: url, CODER_SESSION_TOKEN: token } = process.env;
	return vscode.workspace.isTrusted && Boolean(url && token);
}

/** Calls `start` when trusting the workspace gives the extension something to do. */
export function onTrust(start: () => void): Disposable {
	return vscode.workspace.onDidGrantWorkspaceTrust(() => {
		if (hasEnvironmentSession()) start();
	});
}

/** Calls `start` when the user signs in in another window. */
export function onSignInElsewhere(
	memory: Memory,
	secrets: vscode.SecretStorage,
	start: () => void,
): Disposable {
	const store = new DisposableStore();
	store.add(
		secrets.onDidChange(({ key }) => {
			if (deploymentOfSecret(key) !== undefined) start();
		}),
	);
	store.add(
		vscode.window.onDidChangeWindowState(({ focused }) => {
			if (focused && new SavedDeployments(memory).list.length > 0) start();
		}),
	);
	return store;
}

/** Returns whether one of our documents or panels is open, from before a reload. */
function hasTabs(): boolean {
	const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
	return tabs.some(({ input }) => {
		if (input instanceof vscode.TabInputText) return input.uri.scheme === documentScheme;
		if (input instanceof vscode.TabInputTextDiff) return input.modified.scheme === documentScheme;
		// VS Code adds its own prefix to a panel's type.
		return input instanceof vscode.TabInputWebview && input.viewType.includes("coderDeployment.");
	});
}
