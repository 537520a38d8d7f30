import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { unlessMissing } from "./diskFailure.ts";
import { deleteForPeople, DiskReport } from "./diskReport.ts";
import { Emitter, type Disposable } from "./event.ts";
import { patiently } from "./patientFiles.ts";
import { SerialQueue } from "./serialQueue.ts";

/** What is stored under one key. */
export interface StoredItem {
	/** Deletes all of its files. Rejects if the disk fails. */
	readonly clear: () => Promise<void>;
}

/** What differs between the kinds of files in such a folder. */
export interface KeyedFilesOptions<T extends StoredItem> {
	/** The folder, which doesn't have to exist. */
	readonly root: string;
	/** Creates the item of a key when it's first used. Reads nothing yet. */
	readonly open: (key: string) => T;
	/** Returns whether this extension creates files or folders with such names in the folder. */
	readonly isOurs: (name: string) => boolean;
	/** Called with a sentence about a problem, once while it lasts. */
	readonly report: (problem: string) => void;
	/** Returns the sentence about what can't be stored; `reason` completes it. */
	readonly notStored: (reason: string) => string;
	/** Returns the sentence about what couldn't be deleted; `reason` completes it. */
	readonly notDeleted: (reason: string) => string;
}

/** Files in a folder that all windows share, by key. Operations run one after the other. */
export class KeyedFiles<T extends StoredItem> implements Disposable {
	/** Call it for each failure, and whenever something was written. */
	readonly disk: DiskReport;
	readonly #options: KeyedFilesOptions<T>;
	readonly #items = new Map<string, T>();
	readonly #changed = new Emitter<string>();
	readonly #queue = new SerialQueue();

	constructor(options: KeyedFilesOptions<T>) {
		this.#options = options;
		this.disk = new DiskReport(options.report, options.notStored);
	}

	/** Fires with a key whose item changed. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** Returns the item of a key, unless nothing used it yet. */
	peek(key: string): T | undefined {
		return this.#items.get(key);
	}

	/** Runs an operation on the item of a key after all previous operations. */
	run<R>(key: string, operation: (item: T) => Promise<R>): Promise<R> {
		return this.#queue.run(() => operation(this.#of(key)));
	}

	/** Reports that the item of a key changed. */
	fireChange(key: string): void {
		this.#changed.fire(key);
	}

	/** Deletes the item of a key. @throws Error with a sentence if files can't be deleted */
	clear(key: string): Promise<void> {
		return this.run(key, async (item) => {
			await deleteForPeople(() => item.clear(), this.#options.notDeleted);
			this.#changed.fire(key);
		});
	}

	/** Deletes everything, including the items of keys that are no longer used. @throws as {@link clear} */
	clearAll(): Promise<void> {
		return this.#queue.run(async () => {
			await deleteForPeople(async () => {
				for (const item of this.#items.values()) await item.clear();
				for (const file of await this.paths()) {
					await patiently(() => rm(file, { recursive: true, force: true }));
				}
			}, this.#options.notDeleted);
			for (const key of this.#items.keys()) this.#changed.fire(key);
		});
	}

	/** Returns the paths of all files and folders that this extension created. Rejects if the disk fails. */
	async paths(): Promise<string[]> {
		const { root, isOurs } = this.#options;
		const names = (await readdir(root).catch(unlessMissing)) ?? [];
		return names.filter(isOurs).map((name) => path.join(root, name));
	}

	dispose(): void {
		this.#changed.dispose();
	}

	#of(key: string): T {
		const known = this.#items.get(key);
		if (known) return known;
		const item = this.#options.open(key);
		this.#items.set(key, item);
		return item;
	}
}
