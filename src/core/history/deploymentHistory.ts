import type { ChangeEvent } from "./changeEvent.ts";
import { eventBetween } from "./eventBetween.ts";
import { momentsOf, nameOf, type SnapshotFolder } from "./snapshotFolder.ts";
import { completes, nextEntry, type Observation, type HistoryEntry } from "./state.ts";

/** The number of changes to show. Older snapshots can still be compared. */
const listedEvents = 20;

/** The latest changes in a folder. */
export interface FolderLog {
	/** Newest first. */
	readonly events: readonly ChangeEvent[];
	/** When the oldest snapshot was taken, in ms since the epoch; missing if there is none. */
	readonly since?: number;
}

/** Callbacks for a history's files. */
export interface HistoryReports {
	/** Called once per file when a damaged snapshot was moved to it. */
	readonly damaged: (file: string) => void;
	/** Called each time reading or writing fails. */
	readonly failed: (error: unknown) => void;
	/** Called when writing succeeds. */
	readonly written: () => void;
}

/**
 * The history of one deployment: the snapshots in a folder, and those that couldn't be written. Snapshots are large and
 * are read on demand; only the newest one and the changes are kept in memory.
 */
export class DeploymentHistory {
	readonly #folder: SnapshotFolder;
	readonly #reports: HistoryReports;
	readonly #now: () => number;
	readonly #unwritten = new Map<string, HistoryEntry>();
	#newest: { readonly id: string; readonly snapshot: HistoryEntry } | undefined;
	/** The last snapshot that was read, which is the next one's neighbor when walking back. */
	#last: { readonly id: string; readonly snapshot: HistoryEntry } | undefined;
	/** By the IDs of the snapshots before and after. */
	#events = new Map<string, ChangeEvent>();

	/** @param now ms since the epoch */
	constructor(folder: SnapshotFolder, reports: HistoryReports, now: () => number) {
		this.#folder = folder;
		this.#reports = reports;
		this.#now = now;
	}

	/**
	 * Stores an observation if it differs from the last one of any window.
	 *
	 * @returns whether there is a newer snapshot than at the last call, from any window
	 */
	async record(observation: Observation): Promise<boolean> {
		const known = this.#newest?.id;
		const newest = await this.#readNewest();
		const snapshot = nextEntry(newest?.snapshot, observation, this.#now());
		this.#newest = snapshot ? { id: nameOf(snapshot), snapshot } : newest;
		if (snapshot) this.#unwritten.set(nameOf(snapshot), snapshot);
		await this.#write();
		// Responses arrive one by one, and the first one alone isn't a useful state.
		if (snapshot && newest && completes(newest.snapshot, snapshot)) await this.#drop(newest.id);
		return this.#newest?.id !== known;
	}

	/** Returns the IDs of all snapshots, oldest first. */
	async ids(): Promise<string[]> {
		const written = await this.#guarded(() => this.#folder.names());
		return [...new Set([...(written ?? []), ...this.#unwritten.keys()])].sort();
	}

	/** Returns when each snapshot was taken, in ms since the epoch, by ID. */
	async moments(): Promise<ReadonlyMap<string, number>> {
		return momentsOf(await this.ids(), this.#now());
	}

	/** Reads a snapshot; returns `undefined` if it no longer exists or can't be read. */
	async read(id: string): Promise<HistoryEntry | undefined> {
		if (this.#newest?.id === id) return this.#newest.snapshot;
		if (this.#last?.id === id) return this.#last.snapshot;
		const snapshot =
			this.#unwritten.get(id) ??
			(await this.#guarded(() => this.#folder.read(id, this.#reports.damaged)));
		this.#last = snapshot && { id, snapshot };
		return snapshot;
	}

	/** Returns the latest changes. */
	async log(): Promise<FolderLog> {
		const ids = await this.ids();
		const listed = ids.slice(-listedEvents - 1);
		const events = new Map<string, ChangeEvent>();
		let after: string | undefined;
		for (const before of listed.toReversed()) {
			if (after !== undefined) {
				const pair = `${before} ${after}`;
				const event = this.#events.get(pair) ?? (await this.#compare(before, after));
				if (event) events.set(pair, event);
			}
			after = before;
		}
		this.#events = events;
		this.#last = undefined;
		// A damaged snapshot is skipped: its neighbors must be compared with each other.
		const left = await this.ids();
		if (left.length < ids.length) return this.log();
		const moments = momentsOf(ids, this.#now());
		const [since] = [...moments.values()].reverse();
		return {
			events: [...events.values()]
				.filter(({ changes }) => changes.length > 0)
				.map((event) => ({ ...event, at: moments.get(event.id) ?? event.at })),
			...(since !== undefined && { since }),
		};
	}

	/** Deletes everything. */
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
		// Not before its replacement has been written.
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
