import * as vscode from "vscode";
import type { YamlText } from "../../core/export/yamlPlaces.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import { documentScheme } from "./names.ts";

/** A document's text, and what stands where in it if it is a written YAML file. */
export interface DrawnDocument {
	readonly text: string;
	readonly yaml?: YamlText;
}

/**
 * Draws the document of a URI.
 *
 * @throws Error with a sentence for people, which the editor shows in the document's place
 */
export type DrawDocument = (uri: vscode.Uri) => Promise<DrawnDocument>;

/**
 * The extension's read-only documents. Each file name, the last part of a URI's path, has one that draws it; a URI with an
 * authority is drawn by the one for that.
 */
export class Documents implements Disposable {
	readonly #draws = new Map<string, DrawDocument>();
	readonly #drawn = new Map<string, DrawnDocument>();
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new vscode.EventEmitter<vscode.Uri>());
	#beforeYaml: () => Promise<unknown> = () => Promise.resolve();

	constructor() {
		this.#store.add(
			vscode.workspace.registerTextDocumentContentProvider(documentScheme, {
				onDidChange: this.#changed.event,
				provideTextDocumentContent: async (uri) => (await this.#draw(uri)).text,
			}),
		);
		this.#store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#drawn.delete(uri.toString())),
		);
	}

	/** Has all documents with this file name, or authority, drawn by `draw`. */
	add(name: string, draw: DrawDocument): Disposable {
		this.#draws.set(name, draw);
		return { dispose: () => this.#draws.delete(name) };
	}

	/** Has something done before a YAML document is shown. */
	beforeYaml(prepare: () => Promise<unknown>): void {
		this.#beforeYaml = prepare;
	}

	/** Draws a document again if an editor knows it. */
	redraw(uri: vscode.Uri): void {
		if (this.#drawn.has(uri.toString())) this.#changed.fire(uri);
	}

	/** What stands where in an open document; nothing while its text is not what was drawn last. */
	yamlOf(document: vscode.TextDocument): YamlText | undefined {
		const drawn = this.#drawn.get(document.uri.toString());
		return drawn?.yaml && drawn.text === document.getText() ? drawn.yaml : undefined;
	}

	dispose(): void {
		this.#store.dispose();
	}

	async #draw(uri: vscode.Uri): Promise<DrawnDocument> {
		const draw = this.#draws.get(uri.authority || (uri.path.split("/").at(-1) ?? ""));
		if (!draw) throw new Error(t("This document doesn't exist."));
		const drawn = await draw(uri);
		this.#drawn.set(uri.toString(), drawn);
		if (drawn.yaml) await this.#beforeYaml();
		return drawn;
	}
}

/** Opens a read-only document in an editor. */
export async function showDocument(uri: vscode.Uri): Promise<vscode.TextEditor> {
	const document = await vscode.workspace.openTextDocument(uri);
	return vscode.window.showTextDocument(document, { preview: false });
}
