import type { ChangeEvent } from "./changeEvent.ts";
import { eventBetween } from "./eventBetween.ts";
import { momentsOf, nameOf, type SnapshotFolder } from "./snapshotFolder.ts";
import { completes, nextEntry, type Observation, type HistoryEntry } from "./state.ts";

/** How many moments of change are told; older snapshots can still be compared with. */
const toldEvents = 20;

/** The newest changes of a folder. */
export interface FolderLog {
	/** Newest first. */
	readonly events: readonly ChangeEvent[];
	/** When the oldest snapshot was taken, in ms since the epoch; missing while there is none. */
	readonly since?: number;
}

/** What a history tells about its files. */
export interface HistoryReports {
	/** A damaged snapshot lies here now; called once a file. */
	readonly damaged: (file: string) => void;
	/** Reading or writing failed; called each time. */
	readonly failed: (error: unknown) => void;
	/** Writing went well. */
	readonly written: () => void;
}

/**
 * The history of one deployment: the snapshots of a folder, and those that the disk did not take. Snapshots are large
 * and are read when they are asked for; only the newest one and the events are kept in memory.
 */
export class DeploymentHistory {
	readonly #folder: SnapshotFolder;
	readonly #reports: HistoryReports;
	readonly #now: () => number;
	readonly #unwritten = new Map<string, HistoryEntry>();
	#newest: { readonly id: string; readonly snapshot: HistoryEntry } | undefined;
	/** The snapshot that was read last: walking back, it is the next one's neighbour. */
	#last: { readonly id: string; readonly snapshot: HistoryEntry } | undefined;
	/** By the ids of the two snapshots that lie around it. */
	#events = new Map<string, ChangeEvent>();

	/** @param now ms since the epoch */
	constructor(folder: SnapshotFolder, reports: HistoryReports, now: () => number) {
		this.#folder = folder;
		this.#reports = reports;
		this.#now = now;
	}

	/**
	 * Keeps what is observed, if it differs from what was last seen in any window.
	 *
	 * @returns whether the newest snapshot is another than at the last call, whichever window kept it
	 */
	async record(observation: Observation): Promise<boolean> {
		const known = this.#newest?.id;
		const newest = await this.#readNewest();
		const snapshot = nextEntry(newest?.snapshot, observation, this.#now());
		this.#newest = snapshot ? { id: nameOf(snapshot), snapshot } : newest;
		if (snapshot) this.#unwritten.set(nameOf(snapshot), snapshot);
		await this.#write();
		// Answers come one by one: the first of them alone is no state that anybody wants to see again.
		if (snapshot && newest && completes(newest.snapshot, snapshot)) await this.#drop(newest.id);
		return this.#newest?.id !== known;
	}

	/** The ids of all snapshots, oldest first. */
	async ids(): Promise<string[]> {
		const written = await this.#guarded(() => this.#folder.names());
		return [...new Set([...(written ?? []), ...this.#unwritten.keys()])].sort();
	}

	/** When all snapshots were taken, in ms since the epoch, by their ids. */
	async moments(): Promise<ReadonlyMap<string, number>> {
		return momentsOf(await this.ids(), this.#now());
	}

	/** A snapshot; nothing when it is not there any more or cannot be read. */
	async read(id: string): Promise<HistoryEntry | undefined> {
		if (this.#newest?.id === id) return this.#newest.snapshot;
		if (this.#last?.id === id) return this.#last.snapshot;
		const snapshot =
			this.#unwritten.get(id) ??
			(await this.#guarded(() => this.#folder.read(id, this.#reports.damaged)));
		this.#last = snapshot && { id, snapshot };
		return snapshot;
	}

	/** The newest changes. */
	async log(): Promise<FolderLog> {
		const ids = await this.ids();
		const told = ids.slice(-toldEvents - 1);
		const events = new Map<string, ChangeEvent>();
		for (let index = told.length - 1; index > 0; index--) {
			const [before = "", after = ""] = told.slice(index - 1);
			const pair = `${before} ${after}`;
			const event = this.#events.get(pair) ?? (await this.#compare(before, after));
			if (event) events.set(pair, event);
		}
		this.#events = events;
		this.#last = undefined;
		// A damaged snapshot is no neighbour any more: those around it are to be compared with each other.
		const left = await this.ids();
		if (events.size < told.length - 1 && left.length < ids.length) return this.log();
		const moments = momentsOf(ids, this.#now());
		const [since] = [...moments.values()].reverse();
		return {
			events: [...events.values()]
				.filter(({ changes }) => changes.length > 0)
				.map((event) => ({ ...event, at: moments.get(event.id) ?? event.at })),
			...(since !== undefined && { since }),
		};
	}

	/** Deletes all of it. */
	async clear(): Promise<void> {
		this.#unwritten.clear();
		this.#events.clear();
		this.#newest = undefined;
		this.#last = undefined;
		await this.#folder.clear();
	}

	async #compare(beforeId: string, id: string): Promise<ChangeEvent | undefined> {
		const [after, before] = [await this.read(id), await this.read(beforeId)];
		return before && after && eventBetween(beforeId, before, id, after);
	}

	async #readNewest(): Promise<
		{ readonly id: string; readonly snapshot: HistoryEntry } | undefined
	> {
		for (const id of (await this.ids()).reverse()) {
			const snapshot = await this.read(id);
			if (snapshot) return { id, snapshot };
		}
		return undefined;
	}

	async #write(): Promise<void> {
		const { count } = this.#folder.limits;
		for (const id of [...this.#unwritten.keys()].slice(0, -count)) this.#unwritten.delete(id);
		if (this.#unwritten.size === 0) return;
		await this.#guarded(async () => {
			for (const [id, snapshot] of this.#unwritten) {
				await this.#folder.write(snapshot);
				this.#unwritten.delete(id);
			}
			this.#reports.written();
		});
	}

	async #drop(id: string): Promise<void> {
		// Not before the one that takes its place is written.
		if (this.#unwritten.size > 0) this.#unwritten.delete(id);
		else await this.#guarded(() => this.#folder.delete(id));
	}

	async #guarded<T>(run: () => Promise<T>): Promise<T | undefined> {
		try {
			return await run();
		} catch (error) {
			this.#reports.failed(error);
			return undefined;
		}
	}
}
