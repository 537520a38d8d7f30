import type { StoredItem } from "../base/keyedFiles.ts";
import type { Sample } from "./sample.ts";
import type { SampleLog } from "./sampleLog.ts";

/** Samples of license usage, and when they were read, in ms since the epoch. */
interface Seats {
	readonly at: number;
	readonly samples: readonly Sample[];
}

const noSeats: Seats = { at: -Infinity, samples: [] };

/** What is stored of one deployment. */
export class StoredSamples implements StoredItem {
	readonly log: SampleLog;
	seats = noSeats;

	constructor(log: SampleLog) {
		this.log = log;
	}

	async clear(): Promise<void> {
		await this.log.clear();
		this.seats = noSeats;
	}
}
