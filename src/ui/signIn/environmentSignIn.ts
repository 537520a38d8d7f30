import * as vscode from "vscode";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";

/**
 * Offers to sign in with the environment's variables now, and again once the user trusts the workspace, which may have
 * set them.
 */
export function offerWhenTrusted(offer: () => Promise<void>): Disposable {
	const store = new DisposableStore();
	store.add(vscode.workspace.onDidGrantWorkspaceTrust(() => void offer()));
	void offer();
	return store;
}
