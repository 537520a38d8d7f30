import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Disposable } from "../../core/base/event.ts";
import { SharedFolder } from "../../core/deployments/sharedAnswers.ts";

/** Returns the folder in which windows share responses. Other versions of this extension use other folders. */
export function sharedFolder({
	globalStorageUri,
	extension,
}: vscode.ExtensionContext): SharedFolder {
	const { version } = extension.packageJSON as { readonly version: string };
	return new SharedFolder(vscode.Uri.joinPath(globalStorageUri, "shared").fsPath, version);
}

/** Deletes the responses of deployments that are no longer signed in. */
export function registerSharedFolder(shared: SharedFolder, deployments: Deployments): Disposable {
	const tidy = (): void => {
		void shared.keepOnly(deployments.list.map(({ saved }) => saved));
	};
	tidy();
	return deployments.onDidChange(tidy);
}
