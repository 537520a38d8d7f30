import { mkdir, readdir, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { isAhead } from "../base/age.ts";
import { unlessMissing } from "../base/diskFailure.ts";
import { openFile, removeFile } from "../base/patientFiles.ts";
import { shortHash } from "../base/shortHash.ts";

/** Entries that no window has touched for this long, in ms, are deleted. */
const forgottenMs = 90 * 24 * 3_600_000;

const entryName = /^[0-9a-f]{16}-[0-9a-f]{16}$/;

/**
 * Records which notifications were shown, as empty files in a folder that all windows share. The operating system lets
 * only one window create a file; that window shows the notification. File names are hashes, and don't reveal any
 * content.
 */
export class Ledger {
	readonly #folder: string;
	readonly #now: () => number;
	readonly #failed: (error: unknown) => void;
	/** Entries that this window has touched. If the disk fails, also those that it has reported. */
	readonly #seen = new Set<string>();
	#made: Promise<unknown> | undefined;
	#tidied: Promise<void> | undefined;

	/**
	 * @param folder may not exist yet
	 * @param now the clock, in ms since the epoch
	 * @param failed called with errors of the disk; each window then keeps track of its own notifications
	 */
	constructor(folder: string, now: () => number, failed: (error: unknown) => void) {
		this.#folder = folder;
		this.#now = now;
		this.#failed = failed;
	}

	/** Claims a subject for this window. Returns false if any window has already reported it. */
	async claim(topic: string, subject: string): Promise<boolean> {
		const name = entry(topic, subject);
		try {
			await (this.#made ??= mkdir(this.#folder, { recursive: true, mode: 0o700 }));
			return await this.#create(name);
		} catch (error) {
			this.#failed(error);
			if (this.#seen.has(name)) return false;
			this.#seen.add(name);
			return true;
		}
	}

	/**
	 * Deletes old entries, once per session. Call it only when the clock is known to be right: if the clock is ahead,
	 * every entry looks old. Never rejects.
	 */
	tidy(): Promise<void> {
		return (this.#tidied ??= this.#forgetOld().catch(this.#failed));
	}

	/** Returns the hashes of a topic's reported subjects. */
	async reported(topic: string): Promise<string[]> {
		const prefix = `${shortHash(topic)}-`;
		const names = await readdir(this.#folder).catch(() => [...this.#seen]);
		return names
			.filter((name) => entryName.test(name) && name.startsWith(prefix))
			.map((name) => name.slice(prefix.length));
	}

	/** Deletes a subject, by its hash, so that it can be reported again. */
	async forget(topic: string, subjectHash: string): Promise<void> {
		const name = `${shortHash(topic)}-${subjectHash}`;
		this.#seen.delete(name);
		await removeFile(path.join(this.#folder, name)).catch(this.#failed);
	}

	async #create(name: string): Promise<boolean> {
		const file = path.join(this.#folder, name);
		const created = await openFile(file, "wx", 0o600).then(
			(handle) => handle.close().then(() => true),
			(error: unknown) => {
				if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
				throw error;
			},
		);
		// The file's time records the last touch. Another window may just have deleted the file.
		const now = new Date(this.#now());
		if (!this.#seen.has(name)) await utimes(file, now, now).catch(() => undefined);
		this.#seen.add(name);
		return created;
	}

	async #forgetOld(): Promise<void> {
		const names = (await readdir(this.#folder).catch(unlessMissing)) ?? [];
		for (const name of names.filter((one) => entryName.test(one))) {
			const file = path.join(this.#folder, name);
			// Another window may be doing the same.
			const { mtimeMs } = (await stat(file).catch(() => undefined)) ?? {};
			const now = this.#now();
			if (mtimeMs === undefined) continue;
			if (now - mtimeMs > forgottenMs) await removeFile(file);
			// The clock was ahead when the file was touched. Let it age from now on.
			else if (isAhead(mtimeMs, now))
				await utimes(file, new Date(now), new Date(now)).catch(() => undefined);
		}
	}
}

/** Returns the hash that {@link Ledger.reported} uses for a subject. */
export const subjectHash = shortHash;

function entry(topic: string, subject: string): string {
	return `${shortHash(topic)}-${subjectHash(subject)}`;
}
