import { createHash } from "node:crypto";
import { mkdir, readdir, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { readAtMost, UnreadError } from "../base/readAtMost.ts";
import { unlessMissing } from "../base/diskFailure.ts";
import { patiently, removeFile, renameFile } from "../base/patientFiles.ts";
import { fileNameOf } from "../base/fileName.ts";
import { readSnapshotText, snapshotText } from "./snapshotText.ts";
import type { HistoryEntry } from "./state.ts";
import { unfinished, writeAtomically } from "../base/writeAtomically.ts";

/** Limits for a deployment's history. The oldest snapshots are deleted first. */
export interface HistoryLimits {
	readonly count: number;
	readonly bytes: number;
}

export const historyLimits: HistoryLimits = { count: 50, bytes: 8_000_000 };
/** Limits for health: a few hundred bytes each time a part fails or recovers. */
export const healthLimits: HistoryLimits = { count: 100, bytes: 100_000 };

/** The number of damaged files to keep for inspection. */
const keptDamaged = 3;
/** The maximum size of a snapshot, in bytes. The size of responses is limited as well. */
const largestFile = 32_000_000;
/** After this time, in ms, an unfinished file is no longer being written. */
const abandonedMs = 3_600_000;

/**
 * The sortable time in ms, and a part of the content's hash, which detects damage; then the actual time, if the first
 * one only preserves the order.
 */
const snapshotName = /^(\d{15})-([0-9a-f]{16})(?:-(\d{15}))?\.json$/;

/**
 * The folder of one deployment's snapshots. Each is a file that is written once and never changed, and the folder is
 * the only list of them, so concurrent writes of several windows don't get lost.
 */
export class SnapshotFolder {
	readonly path: string;
	readonly limits: HistoryLimits;
	/** Damaged files that couldn't be renamed, and files of a later version. */
	readonly #unusable = new Set<string>();

	/**
	 * @param root the folder of all histories
	 * @param key the deployment's key
	 */
	constructor(root: string, key: string, limits = historyLimits) {
		this.path = path.join(root, fileNameOf(key));
		this.limits = limits;
	}

	/** Returns the names of the snapshots, oldest first. A missing folder has none. */
	async names(): Promise<string[]> {
		return (await this.#files()).filter(
			(name) => snapshotName.test(name) && !this.#unusable.has(name),
		);
	}

	/**
	 * Reads a snapshot. A damaged file is renamed.
	 *
	 * @param onDamaged called once with the damaged file's new location
	 * @returns `undefined` if the snapshot no longer exists, is damaged, or was written by a later version
	 */
	async read(name: string, onDamaged: (file: string) => void): Promise<HistoryEntry | undefined> {
		// IDs may come from outside, as arguments of commands.
		const hash = snapshotName.exec(name)?.[2];
		if (hash === undefined || this.#unusable.has(name)) return undefined;
		const file = path.join(this.path, name);
		const text = await readText(file);
		if (text === undefined) return undefined;
		const intact = hash === hashOf(text);
		const reading = intact ? readSnapshotText(text) : ({ kind: "damaged" } as const);
		if (reading.kind === "snapshot") return reading.snapshot;
		this.#unusable.add(name);
		if (reading.kind === "damaged") onDamaged(await setAside(file));
		return undefined;
	}

	/** Stores a snapshot, and deletes the oldest ones beyond the limits. */
	async write(snapshot: HistoryEntry): Promise<void> {
		const text = snapshotText(snapshot);
		await mkdir(this.path, { recursive: true, mode: 0o700 });
		await writeAtomically(path.join(this.path, nameFor(snapshot, text)), text);
		await this.#tidy();
	}

	/** Deletes all files of this class, and the folder if it's empty. */
	async clear(): Promise<void> {
		for (const name of await this.#files()) await this.delete(name);
		await rmdir(this.path).catch(() => undefined);
	}

	/** Returns the names of all files, sorted. */
	async #files(): Promise<string[]> {
		return ((await readdir(this.path).catch(unlessMissing)) ?? []).sort();
	}

	async #tidy(): Promise<void> {
		const files = (await this.#files()).filter(isOurs);
		const snapshots = files.filter((name) => snapshotName.test(name));
		let bytes = 0;
		// The newest one is kept, however large it is, because it is the last known state.
		for (const [index, name] of snapshots.reverse().entries()) {
			bytes += await this.#size(name);
			const tooMuch = index >= this.limits.count || bytes > this.limits.bytes;
			if (index > 0 && tooMuch) await this.delete(name);
		}
		const damaged = files.filter((name) => name.endsWith(".damaged"));
		for (const name of damaged.slice(0, -keptDamaged)) await this.delete(name);
		for (const name of files.filter((file) => file.endsWith(unfinished))) {
			const { mtimeMs } = (await stat(path.join(this.path, name)).catch(unlessMissing)) ?? {};
			if (mtimeMs !== undefined && Math.abs(Date.now() - mtimeMs) > abandonedMs)
				await this.delete(name);
		}
	}

	async #size(name: string): Promise<number> {
		return (await stat(path.join(this.path, name)).catch(unlessMissing))?.size ?? 0;
	}

	/** Deletes a file by its name if it exists. */
	async delete(name: string): Promise<void> {
		if (isOurs(name)) await removeFile(path.join(this.path, name));
	}
}

/** Returns the file name of a snapshot, which is also its ID. */
export function nameOf(snapshot: HistoryEntry): string {
	return nameFor(snapshot, snapshotText(snapshot));
}

/**
 * Returns when snapshots were taken, in ms since the epoch, by ID: never after now or after a later one, whatever the
 * clock was then.
 *
 * @param ids in their order
 */
export function momentsOf(ids: readonly string[], now: number): ReadonlyMap<string, number> {
	let latest = now;
	const moments = ids.toReversed().map((id) => {
		const [, order, , seen] = snapshotName.exec(id) ?? [];
		latest = Math.min(latest, Number(seen ?? order ?? 0));
		return [id, latest] as const;
	});
	return new Map(moments);
}

function nameFor({ takenAt, seenAt }: HistoryEntry, text: string): string {
	const seen = seenAt === undefined ? [] : [paddedMoment(seenAt)];
	return `${[paddedMoment(takenAt), hashOf(text), ...seen].join("-")}.json`;
}

function paddedMoment(moment: number): string {
	return String(moment).padStart(15, "0");
}

/** Reads a file; returns `undefined` if it doesn't exist. A file that can't be a snapshot doesn't match its name. */
async function readText(file: string): Promise<string | undefined> {
	try {
		return (await patiently(() => readAtMost(file, largestFile))).toString("utf8");
	} catch (error) {
		if (error instanceof UnreadError) return "";
		unlessMissing(error);
		return undefined;
	}
}

/** Renames a damaged file; if that fails, it stays. */
async function setAside(file: string): Promise<string> {
	const aside = `${file}.damaged`;
	return renameFile(file, aside).then(
		() => aside,
		() => file,
	);
}

function hashOf(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

function isOurs(name: string): boolean {
	return /^\d{15}-[0-9a-f]{16}(?:-\d{15})?\.json(\.damaged|\.\d+\.[0-9a-f]{8}\.tmp)?$/.test(name);
}
