import { createHash } from "node:crypto";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { readAtMost, UnreadError } from "../base/readAtMost.ts";
import { unlessMissing } from "../base/diskFailure.ts";
import { patiently, removeFile, renameFile } from "../base/patientFiles.ts";
import { fileNameOf } from "../base/fileName.ts";
import { readSnapshotText, snapshotText } from "./snapshotText.ts";
import type { HistoryEntry } from "./state.ts";
import { unfinished, writeAtomically } from "../base/writeAtomically.ts";

/** What a deployment's history may take at most. The oldest snapshots go first. */
export interface HistoryLimits {
	readonly count: number;
	readonly bytes: number;
}

export const historyLimits: HistoryLimits = { count: 50, bytes: 8_000_000 };
/** What health may take: a few hundred bytes for each moment at which a part broke or came back. */
export const healthLimits: HistoryLimits = { count: 100, bytes: 100_000 };

/** How many damaged files are kept for somebody to look at. */
const keptDamaged = 3;
/** No snapshot is larger than this, in bytes: answers are bounded. */
const largestFile = 32_000_000;
/** An unfinished file this old, in ms, is not being written any more. */
const abandonedMs = 3_600_000;

/**
 * The moment in ms, which sorts, and a part of the content's hash, by which damage is noticed; then the moment at which it
 * was really seen, where the first one is only there for the order.
 */
const snapshotName = /^(\d{15})-([0-9a-f]{16})(?:-(\d{15}))?\.json$/;

/**
 * The folder of one deployment's snapshots. Each is a file that is written once and never changed, and there is no
 * list of them but the folder itself: what several windows write to it at once does not get lost.
 */
export class SnapshotFolder {
	readonly path: string;
	readonly limits: HistoryLimits;
	/** Damaged files that could not be renamed, and files of a later version. */
	readonly #unusable = new Set<string>();

	/**
	 * @param root the folder of all histories
	 * @param key the deployment's key
	 */
	constructor(root: string, key: string, limits = historyLimits) {
		this.path = path.join(root, fileNameOf(key));
		this.limits = limits;
	}

	/** The names of the snapshots, oldest first. A folder that is not there has none. */
	async names(): Promise<string[]> {
		return (await this.#files())
			.filter((name) => snapshotName.test(name) && !this.#unusable.has(name))
			.sort();
	}

	/**
	 * Reads a snapshot. A damaged file is set aside under another name.
	 *
	 * @param onDamaged told where the damaged file is now; once a file
	 * @returns nothing when there is no such snapshot any more, it is damaged, or a later version wrote it
	 */
	async read(name: string, onDamaged: (file: string) => void): Promise<HistoryEntry | undefined> {
		// Ids come from outside, too: from commands' arguments.
		if (!snapshotName.test(name) || this.#unusable.has(name)) return undefined;
		const file = path.join(this.path, name);
		const text = await readText(file);
		if (text === undefined) return undefined;
		const intact = snapshotName.exec(name)?.[2] === hashOf(text);
		const reading = intact ? readSnapshotText(text) : ({ kind: "damaged" } as const);
		if (reading.kind === "snapshot") return reading.snapshot;
		this.#unusable.add(name);
		if (reading.kind === "damaged") onDamaged(await setAside(file));
		return undefined;
	}

	/** Keeps a snapshot, and lets go of the oldest ones beyond the limits. */
	async write(snapshot: HistoryEntry): Promise<void> {
		const text = snapshotText(snapshot);
		await mkdir(this.path, { recursive: true, mode: 0o700 });
		await writeAtomically(path.join(this.path, nameFor(snapshot, text)), text);
		await this.#tidy();
	}

	/** Deletes all that this class ever writes, and the folder if nothing else is in it. */
	async clear(): Promise<void> {
		for (const name of await this.#files()) await this.delete(name);
		await rm(this.path, { recursive: false }).catch(() => undefined);
	}

	async #files(): Promise<string[]> {
		return (await readdir(this.path).catch(unlessMissing)) ?? [];
	}

	async #tidy(): Promise<void> {
		const files = (await this.#files()).filter(isOurs).sort();
		const snapshots = files.filter((name) => snapshotName.test(name));
		let bytes = 0;
		// The newest stays, however large it is: it tells what was last seen.
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

	/** Deletes a file by its name; it may be gone already. */
	async delete(name: string): Promise<void> {
		if (isOurs(name)) await removeFile(path.join(this.path, name));
	}
}

/** What the file of a snapshot is called; the name is also the snapshot's id. */
export function nameOf(snapshot: HistoryEntry): string {
	return nameFor(snapshot, snapshotText(snapshot));
}

/**
 * When snapshots were taken, in ms since the epoch, by their ids. None was taken after now or after one that follows it,
 * whatever the clock said then.
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
	const moments = [takenAt, ...(seenAt === undefined ? [] : [seenAt])].map((moment) =>
		String(moment).padStart(15, "0"),
	);
	const [order = "", ...seen] = moments;
	return `${[order, hashOf(text), ...seen].join("-")}.json`;
}

/** The text of a file; nothing where there is none. What cannot be a snapshot has none that fits its name. */
async function readText(file: string): Promise<string | undefined> {
	try {
		return (await patiently(() => readAtMost(file, largestFile))).toString("utf8");
	} catch (error) {
		if (error instanceof UnreadError) return "";
		unlessMissing(error);
		return undefined;
	}
}

/** Renames a damaged file; where that is not possible, it stays. */
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
