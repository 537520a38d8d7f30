import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import path from "node:path";
import { openFile, removeFile, renameFile } from "./patientFiles.ts";

/** The suffix of a file that is still being written. */
export const unfinished = ".tmp";

/**
 * Writes a file atomically: after a crash it has either its old or its new content. If two programs write the same
 * file, one of the two contents wins.
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

/** Returns a unique name next to a file. */
export function temporaryName(file: string): string {
	return `${file}.${process.pid}.${randomBytes(4).toString("hex")}${unfinished}`;
}

/** Makes a rename durable. Windows can't do this and doesn't need to. */
async function syncFolder(folder: string): Promise<void> {
	try {
		const handle = await open(folder, "r");
		await handle.sync().finally(() => handle.close());
	} catch {
		// The file exists; only a power failure right now could lose its name.
	}
}
