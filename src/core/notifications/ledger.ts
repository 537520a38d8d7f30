import { mkdir, readdir, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { isAhead } from "../base/age.ts";
import { unlessMissing } from "../base/diskFailure.ts";
import { openFile, removeFile } from "../base/patientFiles.ts";
import { shortHash } from "../base/shortHash.ts";

/** An entry that nobody has come across for this long, in ms, is forgotten. */
const forgottenMs = 90 * 24 * 3_600_000;

const entryName = /^[0-9a-f]{16}-[0-9a-f]{16}$/;

/**
 * Which notifications were shown, in a folder that all windows share: an empty file for each. The operating system lets only
 * one of several windows create it, and that one shows the notification. Names are hashes: no file tells what it is about.
 */
export class Ledger {
	readonly #folder: string;
	readonly #now: () => number;
	readonly #failed: (error: unknown) => void;
	/** What this window came across already; where the disk fails, also what it notified of. */
	readonly #seen = new Set<string>();
	#made: Promise<unknown> | undefined;
	#tidied: Promise<void> | undefined;

	/**
	 * @param folder need not be there yet
	 * @param now the clock, in ms since the epoch
	 * @param failed told what the disk refuses; then each window keeps to itself what it told
	 */
	constructor(folder: string, now: () => number, failed: (error: unknown) => void) {
		this.#folder = folder;
		this.#now = now;
		this.#failed = failed;
	}

	/** Takes it upon this window to tell of a subject. False if it was told before, here or in any window. */
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
	 * Forgets, once a session, what nobody has come across for long. To be called once the clock is known to be right: by
	 * a clock that is ahead, everything would be old. It never rejects.
	 */
	tidy(): Promise<void> {
		return (this.#tidied ??= this.#forgetOld().catch(this.#failed));
	}

	/** The hashes of the subjects of a topic that were told. */
	async told(topic: string): Promise<string[]> {
		const prefix = `${shortHash(topic)}-`;
		const names = await readdir(this.#folder).catch(() => [...this.#seen]);
		return names
			.filter((name) => entryName.test(name) && name.startsWith(prefix))
			.map((name) => name.slice(prefix.length));
	}

	/** A subject, by its hash, is over: it may be told again. */
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
		// The file's time tells how long nobody has come across it; another window may have forgotten it just now.
		const now = new Date(this.#now());
		if (!this.#seen.has(name)) await utimes(file, now, now).catch(() => undefined);
		this.#seen.add(name);
		return created;
	}

	async #forgetOld(): Promise<void> {
		const names = (await readdir(this.#folder).catch(unlessMissing)) ?? [];
		for (const name of names.filter((one) => entryName.test(one))) {
			const file = path.join(this.#folder, name);
			// Another window may tidy at the same time.
			const { mtimeMs } = (await stat(file).catch(() => undefined)) ?? {};
			const now = this.#now();
			if (mtimeMs === undefined) continue;
			if (now - mtimeMs > forgottenMs) await removeFile(file);
			// The clock was ahead when it was come across: from now on it ages.
			else if (isAhead(mtimeMs, now))
				await utimes(file, new Date(now), new Date(now)).catch(() => undefined);
		}
	}
}

/** The hash by which {@link Ledger.told} names a subject. */
export const subjectHash = shortHash;

function entry(topic: string, subject: string): string {
	return `${shortHash(topic)}-${subjectHash(subject)}`;
}
