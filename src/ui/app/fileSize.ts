import * as vscode from "vscode";
import { formatBytes } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";

/**
 * Rejects a file that is too large before reading it.
 *
 * @param most in bytes
 * @throws Error with a sentence for users if it's larger or missing
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

/** Waits for a file, and converts a failure to a sentence for users. */
export async function opened<T>(name: string, file: Thenable<T>): Promise<T> {
	try {
		return await file;
	} catch (error) {
		throw new Error(t("Couldn't open {0}.", name), { cause: error });
	}
}

/** Returns the last part of a file's path. */
export function fileName({ path }: vscode.Uri): string {
	return path.split("/").at(-1) ?? path;
}
