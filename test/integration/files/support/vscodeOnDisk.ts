import { readFile, stat } from "node:fs/promises";
import path from "node:path";

/** A URI of a file, as far as files of a workspace need it. */
export class FileUri {
	readonly scheme = "file";
	readonly path: string;

	constructor(written: string) {
		this.path = written;
	}
	get fsPath(): string {
		return this.path;
	}
	toString(): string {
		return `file://${this.path}`;
	}
}

export const Uri = {
	joinPath: (uri: FileUri, ...parts: string[]): FileUri =>
		new FileUri(path.posix.join(uri.path, ...parts)),
};

const isIn = ({ path: file }: FileUri, { uri }: { readonly uri: FileUri }): boolean =>
	file === uri.path || file.startsWith(`${uri.path}/`);

/** A workspace whose files are on disk. No document is open, and no setting is set. */
export const workspace = {
	workspaceFolders: [] as { readonly uri: FileUri; readonly name: string }[],
	textDocuments: [],
	getWorkspaceFolder: (uri: FileUri) => workspace.workspaceFolders.find((one) => isIn(uri, one)),
	asRelativePath: (uri: FileUri) =>
		path.posix.relative(workspace.getWorkspaceFolder(uri)?.uri.path ?? "/", uri.path),
	getConfiguration: () => ({ inspect: () => undefined, get: () => undefined }),
	fs: {
		stat: (uri: FileUri) => stat(uri.fsPath),
		readFile: (uri: FileUri) => readFile(uri.fsPath),
	},
};

export const languages = { match: () => 0 };
