import { open, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/**
 * What Windows answers while somebody else holds a file: another window that reads it, a virus scanner, a program that
 * indexes or synchronizes it. A moment later the same call succeeds.
 */
const passing: ReadonlySet<string> = new Set(["EPERM", "EACCES", "EBUSY"]);

/** How long to wait before each new try, in ms: less than a second together. */
const pausesMs = [10, 20, 50, 100, 200, 400];

/** Runs something with a file, and again shortly after when the system refuses for what may pass. @throws what stays */
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

/** Opens a file. @throws as {@link open} does, but not what passes */
export function openFile(file: string, flags: string, mode?: number): Promise<FileHandle> {
	return patiently(() => open(file, flags, mode));
}

/** Reads a file of UTF-8. @throws as {@link readFile} does, but not what passes */
export function readText(file: string): Promise<string> {
	return patiently(() => readFile(file, "utf8"));
}

/** Renames a file, over another one if there is one. @throws as {@link rename} does, but not what passes */
export function renameFile(from: string, to: string): Promise<void> {
	return patiently(() => rename(from, to));
}

/** Deletes a file; it may be gone already. @throws as {@link rm} does, but not what passes */
export function removeFile(file: string): Promise<void> {
	return patiently(() => rm(file, { force: true }));
}
