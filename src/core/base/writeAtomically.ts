import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import path from "node:path";
import { openFile, removeFile, renameFile } from "./patientFiles.ts";

/** The end of a file's name while it is written. */
export const unfinished = ".tmp";

/**
 * Writes a file so that it is there whole or not at all, whenever the computer or the program stops. Two programs
 * that write the same file do not mix: one of the two texts is there in the end.
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
	const temporary = temporaryName(file);
	try {
		const handle = await openFile(temporary, "wx", 0o600);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await renameFile(temporary, file);
		await syncFolder(path.dirname(file));
	} catch (error) {
		await removeFile(temporary).catch(() => undefined);
		throw error;
	}
}

/** A name beside a file, which nobody else chooses. */
export function temporaryName(file: string): string {
	return `${file}.${process.pid}.${randomBytes(4).toString("hex")}${unfinished}`;
}

/** Makes the new name last. Windows cannot, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
	try {
		const handle = await open(folder, "r");
		await handle.sync().finally(() => handle.close());
	} catch {
		// The file is there; only a power failure in this very moment could still lose its name.
	}
}
