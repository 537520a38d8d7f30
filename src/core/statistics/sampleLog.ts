import { mkdir } from "node:fs/promises";
import path from "node:path";
import { isYoung } from "../base/age.ts";
import { removeFile, renameFile } from "../base/patientFiles.ts";
import { compactFile } from "./compactFile.ts";
import { inOrder, trustedSkewMs, type Sample } from "./sample.ts";
import { append, readOn, readStart, type FilePosition } from "./sampleFile.ts";
import { readSampleLines, sampleLine } from "./sampleLine.ts";
import type { SampleLimits } from "./sampleLimits.ts";
import { isOfNow, keptMs, thin } from "./thin.ts";

/** Maximum age, in ms, and maximum number of samples in memory, for tooltips. */
export const recentMs = 6 * 3_600_000;
const mostRecent = 1000;
/** How much of the file is read initially: about as much as is kept in memory. */
const tailBytes = 128_000;
const dayMs = 86_400_000;

/**
 * The log of one deployment's samples: a file to which every window appends lines, with the last hours in memory. Calls
 * must not overlap. Methods reject if the disk fails.
 */
export class SampleLog {
	readonly #file: string;
	readonly #now: () => number;
	readonly #limits: SampleLimits;
	readonly #onDamaged: (file: string) => void;
	#place: FilePosition | undefined;
	#recent: readonly Sample[] = [];
	/** Samples that couldn't be written. */
	#unwritten: readonly Sample[] = [];
	#checkedAt = -Infinity;

	/**
	 * @param now ms since the epoch
	 * @param onDamaged called with the new location of an unreadable file
	 */
	constructor(
		file: string,
		now: () => number,
		limits: SampleLimits,
		onDamaged: (file: string) => void,
	) {
		this.#file = file;
		this.#now = now;
		this.#limits = limits;
		this.#onDamaged = onDamaged;
	}

	/** The samples of the last hours, oldest first. */
	get recent(): readonly Sample[] {
		return this.#recent;
	}

	/**
	 * Stores a sample unless it already exists.
	 *
	 * @param onDisk if false, only in memory
	 * @param clockIsRight whether samples that are too old by this machine's clock may be deleted
	 */
	async record(sample: Sample, onDisk: boolean, clockIsRight: boolean): Promise<void> {
		if (!onDisk) {
			this.#remember([sample]);
			return;
		}
		try {
			await this.#look();
		} finally {
			if (!this.#recent.some(({ id }) => id === sample.id)) {
				this.#unwritten = [...this.#unwritten, sample].slice(-mostRecent);
			}
			this.#remember([sample]);
		}
		await this.#write(clockIsRight);
	}

	/** Returns all samples, oldest first, including those in memory even if the file can't be read. */
	async all(onFailure: (error: unknown) => void): Promise<readonly Sample[]> {
		const read = await this.#readAll().catch((error: unknown) => {
			onFailure(error);
			return [];
		});
		const now = this.#now();
		return inOrder([...read, ...this.#unwritten, ...this.#recent]).filter(({ at }) =>
			isOfNow(at, now),
		);
	}

	/** Deletes all samples. */
	async clear(): Promise<void> {
		this.#recent = [];
		this.#unwritten = [];
		this.#place = undefined;
		for (const end of ["", ".damaged", ".lock"]) await removeFile(this.#file + end);
	}

	/** Reads what other windows wrote. */
	async #look(): Promise<void> {
		const first = this.#place === undefined;
		const reading = await readOn(this.#file, this.#place, tailBytes);
		this.#place = reading?.position;
		const samples = readSampleLines(reading?.text ?? "");
		if (first && samples.length === 0) await this.#readAll();
		this.#remember(samples);
	}

	async #readAll(): Promise<readonly Sample[]> {
		const text = (await readOn(this.#file, undefined, 16 * this.#limits.bytes))?.text ?? "";
		const samples = readSampleLines(text);
		if (samples.length === 0 && text.trim() !== "") {
			const aside = `${this.#file}.damaged`;
			await renameFile(this.#file, aside);
			this.#place = undefined;
			this.#onDamaged(aside);
		}
		return samples;
	}

	async #write(clockIsRight: boolean): Promise<void> {
		if (this.#unwritten.length === 0) return;
		await mkdir(path.dirname(this.#file), { recursive: true, mode: 0o700 });
		await append(this.#file, this.#unwritten.map(sampleLine).join(""));
		this.#unwritten = [];
		if (!(await this.#isDue(clockIsRight))) return;
		const now = this.#now();
		const keep = (samples: readonly Sample[]): readonly Sample[] =>
			clockIsRight ? thin(samples, now) : samples;
		await compactFile(this.#file, keep, this.#limits);
	}

	/** Returns whether the file is too large or, checked once a day, begins with expired samples. */
	async #isDue(clockIsRight: boolean): Promise<boolean> {
		if ((this.#place?.offset ?? 0) > this.#limits.bytes) return true;
		const now = this.#now();
		if (!clockIsRight || isYoung(this.#checkedAt, dayMs, now)) return false;
		this.#checkedAt = now;
		const [oldest] = readSampleLines(await readStart(this.#file, 10_000));
		return oldest !== undefined && oldest.at < now - keptMs;
	}

	#remember(samples: readonly Sample[]): void {
		const all = inOrder([...this.#recent, ...samples]);
		const now = this.#now();
		this.#recent = all
			.filter(({ at }) => at >= now - recentMs && at <= now + trustedSkewMs)
			.slice(-mostRecent);
	}
}
