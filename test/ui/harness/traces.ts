import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";

/** A place where VS Code or the extension wrote something, and its content. */
export interface Trace {
	readonly place: string;
	readonly text: string;
}

/** Returns every log file of the server, the extension host, and the extensions. */
export async function logFiles(dataDir: string): Promise<readonly Trace[]> {
	return readFiles(path.join(dataDir, "data", "logs"));
}

/** Returns every file below `folder` as text. */
export async function readFiles(folder: string): Promise<readonly Trace[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	const files = entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
	return Promise.all(
		files.map(async (file) => ({ place: file, text: await readFile(file, "latin1") })),
	);
}

/**
 * Returns what the page stores in the browser: local storage with the encrypted secrets, and the databases with the
 * extensions' global and workspace state.
 */
export async function browserStorage(page: Page): Promise<readonly Trace[]> {
	return page.evaluate(async () => {
		const found: { place: string; text: string }[] = [];
		for (const key of Object.keys(localStorage)) {
			found.push({ place: `local storage ${key}`, text: localStorage.getItem(key) ?? "" });
		}
		const answer = <T>(request: IDBRequest<T>): Promise<T> =>
			new Promise((resolve, reject) => {
				request.onsuccess = () => {
					resolve(request.result);
				};
				request.onerror = () => {
					reject(new Error(request.error?.message));
				};
			});
		for (const { name = "" } of await indexedDB.databases()) {
			const database = await answer(indexedDB.open(name));
			for (const store of database.objectStoreNames) {
				const objects = database.transaction(store).objectStore(store);
				const [keys, values] = [answer(objects.getAllKeys()), answer<unknown[]>(objects.getAll())];
				const text = JSON.stringify([await keys, await values]);
				found.push({ place: `database ${name} ${store}`, text });
			}
			database.close();
		}
		return found;
	});
}

/**
 * Waits until state is saved: VS Code saves extensions' state 100 milliseconds after its last change. VS Code on the
 * desktop also does so when it closes; a page can't, and nothing indicates when it's saved.
 */
export async function stateWritten(): Promise<void> {
	await sleep(500);
}
