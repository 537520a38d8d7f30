import * as vscode from "vscode";
import { excludedFiles } from "../app/userSettings.ts";
import type { FoundFile } from "./foundFile.ts";
import { matchesGlob } from "./matchesGlob.ts";
import { Pause } from "./pause.ts";
import { readSettings } from "./readSettings.ts";

/** The most changed files that are read after a pause. A checkout can change thousands. */
const mostChanged = 500;

/** The most files to keep, as many as a search finds. */
const mostFound = 200;

/**
 * The files that a search of the workspace found. Watches only the folders that contain them, and reads a file again
 * when it changes on disk. A file that replaces a deleted one in the same folder is considered its new name.
 */
export class FoundFiles implements vscode.Disposable {
	readonly #onDidChange: () => void;
	/** By URI. */
	readonly #files = new Map<string, FoundFile>();
	/** The URIs of found files that don't exist now, or no longer set anything. */
	readonly #gone = new Map<string, vscode.Uri>();
	readonly #changed = new Map<string, vscode.Uri>();
	readonly #pause: Pause;
	readonly #renaming: vscode.Disposable;
	#watchers: readonly vscode.Disposable[] = [];
	/** Counts searches, so that files that are still being read don't end up in a newer result. */
	#search = 0;

	/** @param onDidChange called when a file sets something else, or is gone */
	constructor(onDidChange: () => void) {
		this.#onDidChange = onDidChange;
		this.#pause = new Pause(() => void this.#read());
		this.#renaming = vscode.workspace.onDidRenameFiles(({ files }) => {
			for (const { oldUri, newUri } of files) this.#renamed(oldUri, newUri);
		});
	}

	/** Replaces the files with those of another search. */
	replace(files: readonly FoundFile[]): void {
		this.#search++;
		this.#files.clear();
		this.#gone.clear();
		this.#changed.clear();
		for (const file of files) this.#files.set(file.uri.toString(), file);
		this.#watch();
	}

	get all(): ReadonlyMap<string, FoundFile> {
		return this.#files;
	}

	/** Updates a file that was closed in an editor, then reads it again, because its changes may not have been saved. */
	update(file: FoundFile): void {
		const key = file.uri.toString();
		if (!this.#files.has(key)) return;
		this.#files.set(key, file);
		this.#changed.set(key, file.uri);
		this.#pause.start();
	}

	/** Watches each folder with a found file, without its subfolders. Names of files don't become glob patterns. */
	#watch(): void {
		for (const watcher of this.#watchers) watcher.dispose();
		const folders = new Map<string, vscode.Uri>();
		for (const { uri } of this.#files.values()) {
			const folder = folderOf(uri);
			folders.set(folder.toString(), folder);
		}
		const note = (uri: vscode.Uri): void => {
			if (this.#changed.size >= mostChanged && !this.#isKnown(uri)) return;
			this.#changed.set(uri.toString(), uri);
			this.#pause.start();
		};
		this.#watchers = [...folders.values()].map((folder) => {
			const watcher = vscode.workspace.createFileSystemWatcher(
				new vscode.RelativePattern(folder, "*"),
			);
			return vscode.Disposable.from(
				watcher,
				watcher.onDidChange((uri) => {
					if (this.#isKnown(uri)) note(uri);
				}),
				watcher.onDidDelete((uri) => {
					if (this.#isKnown(uri)) note(uri);
				}),
				watcher.onDidCreate(note),
			);
		});
	}

	#isKnown(uri: vscode.Uri): boolean {
		const key = uri.toString();
		return this.#files.has(key) || this.#gone.has(key);
	}

	/** Follows a file, or a folder, that was renamed in VS Code. */
	#renamed(from: vscode.Uri, to: vscode.Uri): void {
		const moved = [...this.#files].filter(
			([key, { uri }]) => key === from.toString() || uri.path.startsWith(`${from.path}/`),
		);
		if (moved.length === 0) return;
		for (const [key, file] of moved) {
			this.#files.delete(key);
			const uri = to.with({ path: to.path + file.uri.path.slice(from.path.length) });
			this.#files.set(uri.toString(), { ...file, uri });
		}
		this.#watch();
		this.#onDidChange();
	}

	/** Reads what changed: known files first, so that a created one can replace one that is gone. */
	async #read(): Promise<void> {
		const search = this.#search;
		const uris = [...this.#changed.values()];
		this.#changed.clear();
		const created = uris.filter((uri) => !this.#isKnown(uri));
		for (const uri of uris) if (this.#isKnown(uri)) await this.#readKnown(uri, search);
		for (const uri of created) await this.#readCreated(uri, search);
		if (search === this.#search && uris.length > 0) this.#onDidChange();
	}

	async #readKnown(uri: vscode.Uri, search: number): Promise<void> {
		const file = await foundFile(uri);
		if (search !== this.#search) return;
		const key = uri.toString();
		this.#files.delete(key);
		this.#gone.delete(key);
		if (file) this.#files.set(key, file);
		else this.#gone.set(key, uri);
	}

	async #readCreated(uri: vscode.Uri, search: number): Promise<void> {
		const folder = folderOf(uri).toString();
		const replaced = [...this.#gone].find(([, gone]) => folderOf(gone).toString() === folder);
		if (!replaced || this.#files.size >= mostFound) return;
		if (excludedFiles().some((glob) => matchesGlob(glob, { uri, languageId: "" }))) return;
		const file = await foundFile(uri);
		if (!file || search !== this.#search) return;
		this.#gone.delete(replaced[0]);
		this.#files.set(uri.toString(), file);
	}

	dispose(): void {
		this.#pause.dispose();
		this.#renaming.dispose();
		for (const watcher of this.#watchers) watcher.dispose();
	}
}

/** Reads a file, unless it sets no Coder options. */
async function foundFile(uri: vscode.Uri): Promise<FoundFile | undefined> {
	const settings = (await readSettings(uri))?.settings ?? [];
	return settings.length > 0 ? { uri, languageId: "", settings } : undefined;
}

function folderOf(uri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(uri, "..");
}
