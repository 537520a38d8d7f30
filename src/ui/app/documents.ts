import * as vscode from "vscode";
import type { YamlText } from "../../core/export/yamlPlaces.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import { documentScheme } from "./names.ts";

/** A document's text and, for a generated YAML file, the positions of its keys. */
export interface DrawnDocument {
	readonly text: string;
	readonly yaml?: YamlText;
}

/**
 * Generates the document of a URI.
 *
 * @throws Error with a sentence for users, which the editor shows instead of the document
 */
export type DrawDocument = (uri: vscode.Uri) => Promise<DrawnDocument>;

/**
 * The extension's read-only documents. Each file name, the last part of a URI's path, has its generator; a URI with an
 * authority has the authority's.
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

	/** Adds the generator of documents with this file name or authority. */
	add(name: string, draw: DrawDocument): Disposable {
		this.#draws.set(name, draw);
		return { dispose: () => this.#draws.delete(name) };
	}

	/** Adds something to do before a YAML document is shown. */
	beforeYaml(prepare: () => Promise<unknown>): void {
		this.#beforeYaml = prepare;
	}

	/** Generates a document again if it is open. */
	redraw(uri: vscode.Uri): void {
		if (this.#drawn.has(uri.toString())) this.#changed.fire(uri);
	}

	/** Returns the key positions in an open document, or `undefined` while its text isn't the last generated one. */
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
