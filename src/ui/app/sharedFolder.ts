import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Disposable } from "../../core/base/event.ts";
import { SharedFolder } from "../../core/deployments/sharedAnswers.ts";

/** The folder in which the windows of the editor share answers. Another version of this extension reads none of them. */
export function sharedFolder({
	globalStorageUri,
	extension,
}: vscode.ExtensionContext): SharedFolder {
	const { version } = extension.packageJSON as { readonly version: string };
	return new SharedFolder(vscode.Uri.joinPath(globalStorageUri, "shared").fsPath, version);
}

/** Deletes the answers of deployments that nobody is signed in to any more. */
export function registerSharedFolder(shared: SharedFolder, deployments: Deployments): Disposable {
	const tidy = (): void => {
		void shared.keepOnly(deployments.list.map(({ saved }) => saved));
	};
	tidy();
	return deployments.onDidChange(tidy);
}
