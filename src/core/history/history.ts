import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { Emitter, type Disposable } from "../base/event.ts";
import { t } from "../base/l10n.ts";
import { SerialQueue } from "../base/serialQueue.ts";
import type { ChangeLog } from "./changeEvent.ts";
import { DeploymentHistory, type HistoryReports } from "./deploymentHistory.ts";
import { deleteForPeople, DiskReport } from "../base/diskReport.ts";
import {
	healthLimits,
	historyLimits,
	SnapshotFolder,
	type HistoryLimits,
} from "./snapshotFolder.ts";
import type { Observation, HistoryEntry } from "./state.ts";

/**
 * The stored history of one deployment. Health is separate: a part that keeps failing and recovering must not use up
 * the configuration's snapshots.
 */
interface Kept {
	readonly configuration: DeploymentHistory;
	readonly health: DeploymentHistory;
}

/** Stores the history of deployments in a folder that all windows share. Deployments are identified by their keys. */
export class History implements Disposable {
	readonly #root: string;
	readonly #tell: (problem: string) => void;
	readonly #limits: HistoryLimits;
	readonly #now: () => number;
	readonly #histories = new Map<string, Kept>();
	readonly #changed = new Emitter<string>();
	/** Consecutive observations are compared with each other. */
	readonly #queue = new SerialQueue();
	readonly #disk: DiskReport;

	/**
	 * @param root the folder for the files; doesn't have to exist
	 * @param tell called with a sentence about a problem, once while it lasts
	 * @param now ms since the epoch
	 */
	constructor(
		root: string,
		tell: (problem: string) => void,
		limits = historyLimits,
		now: () => number = Date.now,
	) {
		this.#now = now;
		this.#root = root;
		this.#tell = tell;
		this.#limits = limits;
		this.#disk = new DiskReport(tell, (reason) =>
			t(
				"The history can't be stored in {0}: {1}. It's kept in memory until this window closes.",
				root,
				reason,
			),
		);
	}

	/** Fires with a deployment's key when it has a new snapshot. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** Stores an observation if it differs from the last one of any window. Never rejects. */
	record(key: string, observation: Observation): Promise<void> {
		return this.#queue.run(async () => {
			const { health, ...state } = observation.state;
			const { readAt } = observation;
			const { configuration, health: healthHistory } = this.#of(key);
			const isNew = [
				await configuration.record({ state, readAt }),
				health !== undefined && (await healthHistory.record({ state: { health }, readAt })),
			];
			if (isNew.includes(true)) this.#changed.fire(key);
		});
	}

	/** Returns the IDs of a deployment's configuration snapshots, oldest first. Never rejects. */
	ids(key: string): Promise<readonly string[]> {
		return this.#queue.run(() => this.#of(key).configuration.ids());
	}

	/** Returns when a deployment's snapshots were taken, in ms since the epoch, by ID. Never rejects. */
	moments(key: string): Promise<ReadonlyMap<string, number>> {
		return this.#queue.run(() => this.#of(key).configuration.moments());
	}

	/** Reads a snapshot; returns `undefined` if it no longer exists or can't be read. Never rejects. */
	read(key: string, id: string): Promise<HistoryEntry | undefined> {
		return this.#queue.run(() => this.#of(key).configuration.read(id));
	}

	/** Returns the latest changes of a deployment. Never rejects. */
	log(key: string): Promise<ChangeLog> {
		return this.#queue.run(async () => {
			const { configuration, health } = this.#of(key);
			const [changes, ofHealth] = [await configuration.log(), await health.log()];
			const since = [changes.since, ofHealth.since].filter((at) => at !== undefined);
			return {
				events: changes.events,
				health: ofHealth.events,
				...(since.length > 0 && { since: Math.min(...since) }),
			};
		});
	}

	/** Deletes a deployment's history. @throws Error with a sentence if files can't be deleted */
	clear(key: string): Promise<void> {
		return this.#queue.run(async () => {
			await deleteForPeople(() => clear(this.#of(key)), notDeleted);
			this.#changed.fire(key);
		});
	}

	/** Deletes all histories, including those of deployments that are no longer signed in. @throws as {@link clear} */
	clearAll(): Promise<void> {
		return this.#queue.run(async () => {
			await deleteForPeople(async () => {
				for (const history of this.#histories.values()) await clear(history);
				const names = await readdir(this.#root).catch(() => []);
				for (const name of names.filter((folder) => /^[0-9a-f]{32}$/.test(folder))) {
					await rm(path.join(this.#root, name), { recursive: true, force: true });
				}
			}, notDeleted);
			for (const key of this.#histories.keys()) this.#changed.fire(key);
		});
	}

	dispose(): void {
		this.#changed.dispose();
	}

	#of(key: string): Kept {
		const known = this.#histories.get(key);
		if (known) return known;
		const reports: HistoryReports = {
			damaged: (file) => {
				this.#tell(t("A damaged history snapshot was set aside: {0}", file));
			},
			failed: (error) => {
				this.#disk.failed(error);
			},
			written: () => {
				this.#disk.worked();
			},
		};
		const open = (name: string, limits: HistoryLimits): DeploymentHistory =>
			new DeploymentHistory(new SnapshotFolder(this.#root, name, limits), reports, this.#now);
		const kept = {
			configuration: open(key, this.#limits),
			health: open(`${key} health`, healthLimits),
		};
		this.#histories.set(key, kept);
		return kept;
	}
}

async function clear({ configuration, health }: Kept): Promise<void> {
	await configuration.clear();
	await health.clear();
}

function notDeleted(reason: string): string {
	return t("The history couldn't be deleted: {0}.", reason);
}
