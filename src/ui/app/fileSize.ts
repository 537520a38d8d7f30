import * as vscode from "vscode";
import { formatBytes } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";

/**
 * Refuses a file that is larger than what is read, before anything of it is read.
 *
 * @param most in bytes
 * @throws Error with a sentence for people where it is larger, or isn't there
 */
export async function refuseLargeFile(uri: vscode.Uri, most: number): Promise<void> {
	const name = fileName(uri);
	const { size } = await opened(name, vscode.workspace.fs.stat(uri));
	if (size > most) {
		throw new Error(
			t("{0} is larger than {1}, the most that can be read.", name, formatBytes(most)),
		);
	}
}

/** Waits for a file; a failure becomes a sentence for people. */
export async function opened<T>(name: string, file: Thenable<T>): Promise<T> {
	try {
		return await file;
	} catch (error) {
		throw new Error(t("Couldn't open {0}.", name), { cause: error });
	}
}

/** The last part of a file's path. */
export function fileName({ path }: vscode.Uri): string {
	return path.split("/").at(-1) ?? path;
}
