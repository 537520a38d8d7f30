import { stat } from "node:fs/promises";
import path from "node:path";
import { isYoung } from "../base/age.ts";
import { unlessMissing } from "../base/diskFailure.ts";
import type { Disposable } from "../base/event.ts";
import { fileNameOf } from "../base/fileName.ts";
import { KeyedFiles } from "../base/keyedFiles.ts";
import { t } from "../base/l10n.ts";
import { removeFile } from "../base/patientFiles.ts";
import { isSeatName } from "../license/seats.ts";
import type { Sample } from "./sample.ts";
import { sampleLimits } from "./sampleLimits.ts";
import { SampleLog } from "./sampleLog.ts";
import { seatSamples } from "./seatSamples.ts";
import { StoredSamples } from "./storedSamples.ts";
import { keptMs } from "./thin.ts";

/** License usage changes slowly: all samples are read for it this often, in ms. */
const seatsMs = 3_600_000;

/** This extension's files: logs, and what crashes may leave behind. */
const ourFile = /^[0-9a-f]{32}\.log(\.damaged|\.lock|\.\d+\.[0-9a-f]{8}\.tmp)?$/;

/** Stores samples of statistics in a folder that all windows share, with one file per deployment. */
export class Samples implements Disposable {
	readonly #files: KeyedFiles<StoredSamples>;
	readonly #now: () => number;
	#forgotOld = false;

	/**
	 * @param root the folder for the files; doesn't have to exist
	 * @param tell called with a sentence about a problem, once while it lasts
	 * @param now ms since the epoch
	 */
	constructor(
		root: string,
		report: (problem: string) => void,
		now: () => number = Date.now,
		limits = sampleLimits,
	) {
		this.#now = now;
		this.#files = new KeyedFiles({
			root,
			open: (key) => {
				const file = path.join(root, `${fileNameOf(key)}.log`);
				const log = new SampleLog(file, now, limits, (aside) => {
					report(t("Damaged statistics were set aside: {0}", aside));
				});
				return new StoredSamples(log);
			},
			isOurs: (name) => ourFile.test(name),
			report,
			notStored: (reason) => t("Statistics can't be stored in {0}: {1}.", root, reason),
			notDeleted: (reason) => t("The stored statistics couldn't be deleted: {0}.", reason),
		});
	}

	/** Fires with a deployment's key when its samples change. */
	get onDidChange() {
		return this.#files.onDidChange;
	}

	/**
	 * Stores a sample. Never rejects.
	 *
	 * @param onDisk if false, in memory only, as long as tooltips need it
	 * @param clockIsRight whether samples that are too old by this machine's clock may be deleted
	 */
	record(key: string, sample: Sample, onDisk: boolean, clockIsRight = false): Promise<void> {
		return this.#files.run(key, async (stored) => {
			try {
				if (clockIsRight) await this.#forgetOld().catch(() => undefined);
				await stored.log.record(sample, onDisk, clockIsRight);
				this.#files.disk.worked();
				await this.#readSeats(stored, sample);
			} catch (error) {
				this.#files.disk.failed(error);
			}
			this.#files.fireChange(key);
		});
	}

	/** Returns the samples of the last hours in memory, oldest first. */
	recent(key: string): readonly Sample[] {
		return this.#files.peek(key)?.log.recent ?? [];
	}

	/** Returns samples of license usage, one every few hours, oldest first; up to an hour old. */
	seats(key: string): readonly Sample[] {
		return this.#files.peek(key)?.seats.samples ?? [];
	}

	/** Reads all samples, oldest first. Never rejects. */
	all(key: string): Promise<readonly Sample[]> {
		return this.#files.run(key, ({ log }) => this.#readAll(log));
	}

	/** Deletes a deployment's samples. @throws Error with a sentence if files can't be deleted */
	clear(key: string): Promise<void> {
		return this.#files.clear(key);
	}

	/** Deletes all samples, including those of deployments that are no longer signed in. @throws as {@link clear} */
	clearAll(): Promise<void> {
		return this.#files.clearAll();
	}

	dispose(): void {
		this.#files.dispose();
	}

	#readAll(log: SampleLog): Promise<readonly Sample[]> {
		return log.all((error) => {
			this.#files.disk.failed(error);
		});
	}

	async #readSeats(stored: StoredSamples, sample: Sample): Promise<void> {
		const now = this.#now();
		if (isYoung(stored.seats.at, seatsMs, now)) return;
		if (!Object.keys(sample.values).some(isSeatName)) return;
		stored.seats = { at: now, samples: seatSamples(await this.#readAll(stored.log)) };
	}

	/** Deletes expired samples of deployments that are no longer shown. Runs once per session. */
	async #forgetOld(): Promise<void> {
		if (this.#forgotOld) return;
		this.#forgotOld = true;
		for (const file of await this.#files.paths()) {
			const { mtimeMs } = (await stat(file).catch(unlessMissing)) ?? {};
			if (mtimeMs !== undefined && mtimeMs < this.#now() - keptMs) await removeFile(file);
		}
	}
}
