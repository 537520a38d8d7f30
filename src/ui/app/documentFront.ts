import * as vscode from "vscode";
import { Emitter, type Disposable } from "../../core/base/event.ts";
import { lazyPart } from "../messages/lazyPart.ts";
import type { FilesFront, Front } from "./front.ts";

/** The features for documents that contain Coder settings. */
export interface Documents extends Disposable, Pick<Front, "variables"> {
	readonly files: FilesFront;
}

/**
 * Stands in for these features until a document is open. A window without one never loads them.
 *
 * @param load loads the features, which check all open documents
 */
export function registerDocuments(load: () => Promise<Documents>): Documents {
	const listChanged = new Emitter<void>();
	const documents = lazyPart(async () => {
		const loaded = await load();
		loaded.files.onDidChangeFiles(() => {
			listChanged.fire();
		});
		return loaded;
	});
	const look = ({ uri }: vscode.TextDocument): void => {
		// Logs contain no settings.
		if (uri.scheme !== "output") void documents.get();
	};
	const subscription = vscode.workspace.onDidOpenTextDocument(look);
	vscode.workspace.textDocuments.forEach(look);
	return {
		variables: {
			refresh: () => {
				documents.loaded?.variables.refresh();
			},
		},
		files: {
			refresh: () => {
				documents.loaded?.files.refresh();
			},
			filesOf: (deployment) => documents.loaded?.files.filesOf(deployment) ?? [],
			onDidChangeFiles: listChanged.event,
			find: async (signal) => (await documents.get()).files.find(signal),
		},
		dispose: () => {
			subscription.dispose();
			listChanged.dispose();
			documents.dispose();
		},
	};
}
