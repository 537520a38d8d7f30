import { open, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/**
 * Errors that Windows reports while another process uses a file, such as another window, a virus scanner, or an
 * indexing or syncing tool. The same call succeeds shortly after.
 */
const passing: ReadonlySet<string> = new Set(["EPERM", "EACCES", "EBUSY"]);

/** Delays before each retry, in ms; less than a second in total. */
const pausesMs = [10, 20, 50, 100, 200, 400];

/** Runs a file operation, and retries it when the error may be temporary. @throws errors that persist */
export async function patiently<T>(run: () => Promise<T>): Promise<T> {
	for (const pauseMs of pausesMs) {
		try {
			return await run();
		} catch (error) {
			if (!passing.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
			await setTimeout(pauseMs);
		}
	}
	return run();
}

/** Opens a file. @throws as {@link open} does, except for temporary errors */
export function openFile(file: string, flags: string, mode?: number): Promise<FileHandle> {
	return patiently(() => open(file, flags, mode));
}

/** Reads a UTF-8 file. @throws as {@link readFile} does, except for temporary errors */
export function readText(file: string): Promise<string> {
	return patiently(() => readFile(file, "utf8"));
}

/** Renames a file and overwrites the target. @throws as {@link rename} does, except for temporary errors */
export function renameFile(from: string, to: string): Promise<void> {
	return patiently(() => rename(from, to));
}

/** Deletes a file if it exists. @throws as {@link rm} does, except for temporary errors */
export function removeFile(file: string): Promise<void> {
	return patiently(() => rm(file, { force: true }));
}
