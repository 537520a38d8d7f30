import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { removeFile } from "../base/patientFiles.ts";
import { Emitter, type Disposable } from "../base/event.ts";
import { unlessMissing } from "../base/diskFailure.ts";
import { deleteForPeople, DiskReport } from "../base/diskReport.ts";
import { fileNameOf } from "../base/fileName.ts";
import { t } from "../base/l10n.ts";
import { SerialQueue } from "../base/serialQueue.ts";
import { isYoung } from "../base/age.ts";
import type { Sample } from "./sample.ts";
import { sampleLimits } from "./sampleLimits.ts";
import { SampleLog } from "./sampleLog.ts";
import { isSeatName } from "../license/seats.ts";
import { seatSamples } from "./seatSamples.ts";
import { keptMs } from "./thin.ts";

/** License usage changes slowly: all samples are read for it this often, in ms. */
const seatsMs = 3_600_000;

/** This extension's files: logs, and what crashes may leave behind. */
const ourFile = /^[0-9a-f]{32}\.log(\.damaged|\.lock|\.\d+\.[0-9a-f]{8}\.tmp)?$/;

/** Stores samples of statistics in a folder that all windows share, with one file per deployment. */
export class Samples implements Disposable {
	readonly #root: string;
	readonly #tell: (problem: string) => void;
	readonly #now: () => number;
	readonly #limits: typeof sampleLimits;
	readonly #logs = new Map<string, SampleLog>();
	/** Samples of license usage, and when they were read, in ms since the epoch. */
	readonly #seats = new Map<string, { readonly at: number; readonly samples: readonly Sample[] }>();
	readonly #changed = new Emitter<string>();
	readonly #queue = new SerialQueue();
	readonly #disk: DiskReport;
	#forgotOld = false;

	/**
	 * @param root the folder for the files; doesn't have to exist
	 * @param tell called with a sentence about a problem, once while it lasts
	 * @param now ms since the epoch
	 */
	constructor(
		root: string,
		tell: (problem: string) => void,
		now: () => number = Date.now,
		limits = sampleLimits,
	) {
		this.#root = root;
		this.#tell = tell;
		this.#now = now;
		this.#limits = limits;
		this.#disk = new DiskReport(tell, (reason) =>
			t("Statistics can't be stored in {0}: {1}.", root, reason),
		);
	}

	/** Fires with a deployment's key when its samples change. */
	get onDidChange() {
		return this.#changed.event;
	}

	/**
	 * Stores a sample. Never rejects.
	 *
	 * @param onDisk if false, in memory only, as long as tooltips need it
	 * @param clockIsRight whether samples that are too old by this machine's clock may be deleted
	 */
	record(key: string, sample: Sample, onDisk: boolean, clockIsRight = false): Promise<void> {
		return this.#queue.run(async () => {
			try {
				if (clockIsRight) await this.#forgetOld().catch(() => undefined);
				await this.#of(key).record(sample, onDisk, clockIsRight);
				this.#disk.worked();
				await this.#readSeats(key, sample);
			} catch (error) {
				this.#disk.failed(error);
			}
			this.#changed.fire(key);
		});
	}

	/** Returns the samples of the last hours in memory, oldest first. */
	recent(key: string): readonly Sample[] {
		return this.#logs.get(key)?.recent ?? [];
	}

	/** Returns samples of license usage, one every few hours, oldest first; up to an hour old. */
	seats(key: string): readonly Sample[] {
		return this.#seats.get(key)?.samples ?? [];
	}

	/** Reads all samples, oldest first. Never rejects. */
	all(key: string): Promise<readonly Sample[]> {
		return this.#queue.run(() =>
			this.#of(key).all((error) => {
				this.#disk.failed(error);
			}),
		);
	}

	/** Deletes a deployment's samples. @throws Error with a sentence if files can't be deleted */
	clear(key: string): Promise<void> {
		return this.#queue.run(async () => {
			await deleteForPeople(() => this.#of(key).clear(), notDeleted);
			this.#seats.delete(key);
			this.#changed.fire(key);
		});
	}

	/** Deletes all samples, including those of deployments that are no longer signed in. @throws as {@link clear} */
	clearAll(): Promise<void> {
		return this.#queue.run(async () => {
			await deleteForPeople(async () => {
				for (const log of this.#logs.values()) await log.clear();
				for (const file of await this.#files()) await removeFile(file);
				this.#seats.clear();
			}, notDeleted);
			for (const key of this.#logs.keys()) this.#changed.fire(key);
		});
	}

	dispose(): void {
		this.#changed.dispose();
	}

	async #readSeats(key: string, sample: Sample): Promise<void> {
		const now = this.#now();
		if (isYoung(this.#seats.get(key)?.at ?? -Infinity, seatsMs, now)) return;
		if (!Object.keys(sample.values).some(isSeatName)) return;
		const all = await this.#of(key).all((error) => {
			this.#disk.failed(error);
		});
		this.#seats.set(key, { at: now, samples: seatSamples(all) });
	}

	#of(key: string): SampleLog {
		const known = this.#logs.get(key);
		if (known) return known;
		const file = path.join(this.#root, `${fileNameOf(key)}.log`);
		const log = new SampleLog(file, this.#now, this.#limits, (aside) => {
			this.#tell(t("Damaged statistics were set aside: {0}", aside));
		});
		this.#logs.set(key, log);
		return log;
	}

	async #files(): Promise<string[]> {
		const names = (await readdir(this.#root).catch(unlessMissing)) ?? [];
		return names.filter((name) => ourFile.test(name)).map((name) => path.join(this.#root, name));
	}

	/** Deletes expired samples of deployments that are no longer shown. Runs once per session. */
	async #forgetOld(): Promise<void> {
		if (this.#forgotOld) return;
		this.#forgotOld = true;
		for (const file of await this.#files()) {
			const { mtimeMs } = (await stat(file).catch(unlessMissing)) ?? {};
			if (mtimeMs !== undefined && mtimeMs < this.#now() - keptMs) await removeFile(file);
		}
	}
}

function notDeleted(reason: string): string {
	return t("The stored statistics couldn't be deleted: {0}.", reason);
}
