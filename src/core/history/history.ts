import type { Disposable } from "../base/event.ts";
import { KeyedFiles } from "../base/keyedFiles.ts";
import { t } from "../base/l10n.ts";
import type { ChangeLog } from "./changeEvent.ts";
import { DeploymentHistory, type HistoryReports } from "./deploymentHistory.ts";
import {
	healthLimits,
	historyLimits,
	SnapshotFolder,
	type HistoryLimits,
} from "./snapshotFolder.ts";
import type { Observation, HistoryEntry } from "./state.ts";
import { StoredHistory } from "./storedHistory.ts";

/** Stores the history of deployments in a folder that all windows share. Deployments are identified by their keys. */
export class History implements Disposable {
	readonly #files: KeyedFiles<StoredHistory>;

	/**
	 * @param root the folder for the files; doesn't have to exist
	 * @param tell called with a sentence about a problem, once while it lasts
	 * @param now ms since the epoch
	 */
	constructor(
		root: string,
		report: (problem: string) => void,
		limits = historyLimits,
		now: () => number = Date.now,
	) {
		const reports: HistoryReports = {
			damaged: (file) => {
				report(t("A damaged history snapshot was set aside: {0}", file));
			},
			failed: (error) => {
				this.#files.disk.failed(error);
			},
			written: () => {
				this.#files.disk.worked();
			},
		};
		const open = (name: string, most: HistoryLimits): DeploymentHistory =>
			new DeploymentHistory(new SnapshotFolder(root, name, most), reports, now);
		this.#files = new KeyedFiles({
			root,
			open: (key) => new StoredHistory(open(key, limits), open(`${key} health`, healthLimits)),
			isOurs: (name) => /^[0-9a-f]{32}$/.test(name),
			report,
			notStored: (reason) =>
				t(
					"The history can't be stored in {0}: {1}. It's kept in memory until this window closes.",
					root,
					reason,
				),
			notDeleted: (reason) => t("The history couldn't be deleted: {0}.", reason),
		});
	}

	/** Fires with a deployment's key when it has a new snapshot. */
	get onDidChange() {
		return this.#files.onDidChange;
	}

	/** Stores an observation if it differs from the last one of any window. Never rejects. */
	record(key: string, observation: Observation): Promise<void> {
		return this.#files.run(key, async (stored) => {
			const { health, ...state } = observation.state;
			const { readAt } = observation;
			const isNew = [
				await stored.configuration.record({ state, readAt }),
				health !== undefined && (await stored.health.record({ state: { health }, readAt })),
			];
			if (isNew.includes(true)) this.#files.fireChange(key);
		});
	}

	/** Returns the IDs of a deployment's configuration snapshots, oldest first. Never rejects. */
	ids(key: string): Promise<readonly string[]> {
		return this.#files.run(key, ({ configuration }) => configuration.ids());
	}

	/** Returns when a deployment's snapshots were taken, in ms since the epoch, by ID. Never rejects. */
	moments(key: string): Promise<ReadonlyMap<string, number>> {
		return this.#files.run(key, ({ configuration }) => configuration.moments());
	}

	/** Reads a snapshot; returns `undefined` if it no longer exists or can't be read. Never rejects. */
	read(key: string, id: string): Promise<HistoryEntry | undefined> {
		return this.#files.run(key, ({ configuration }) => configuration.read(id));
	}

	/** Returns the latest changes of a deployment. Never rejects. */
	log(key: string): Promise<ChangeLog> {
		return this.#files.run(key, async ({ configuration, health }) => {
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
		return this.#files.clear(key);
	}

	/** Deletes all histories, including those of deployments that are no longer signed in. @throws as {@link clear} */
	clearAll(): Promise<void> {
		return this.#files.clearAll();
	}

	dispose(): void {
		this.#files.dispose();
	}
}
