import type { Disposable } from "../base/event.ts";
import { dueEndpoints, nextDueMs } from "./schedule.ts";
import type { Watched } from "./watchers.ts";

/** The clock and its alarm; tests put a fake here. */
export interface Clock {
	/** ms since the epoch */
	now(): number;
	/** Calls `run` once, `ms` from now. */
	after(ms: number, run: () => void): Disposable;
}

export const systemClock: Clock = {
	now: Date.now,
	after: (ms, run) => {
		const timer = setTimeout(run, ms);
		return {
			dispose: () => {
				clearTimeout(timer);
			},
		};
	},
};

/**
 * The longest alarm, in ms. Timers stand still while the machine sleeps, and clocks are set: what became due meanwhile
 * is noticed this much later at most. An alarm with nothing to do asks for nothing.
 */
const longestWaitMs = 5 * 60_000;

/** Keeps what is watched fresh. Nothing is asked for, and no timer runs, while nothing is watched. */
export class Refresher implements Disposable {
	readonly #watched: () => Watched;
	readonly #clock: Clock;
	#alarm: Disposable | undefined;

	/** @param watched tells what is on screen now; empty while nobody looks */
	constructor(watched: () => Watched, clock: Clock = systemClock) {
		this.#watched = watched;
		this.#clock = clock;
	}

	/** Asks for what is due and sets the alarm for what comes next. To be called when what is watched, or known, changed. */
	wake(): void {
		const now = this.#clock.now();
		const waits: number[] = [];
		for (const { deployment, ids, patienceMs } of this.#watched()) {
			const due = dueEndpoints(ids, deployment, now, patienceMs);
			if (due.length > 0) void deployment.refreshShared(due);
			const wait = nextDueMs(ids, deployment, now, patienceMs);
			if (wait !== undefined) waits.push(wait);
		}
		// Last, because asking changes what is known, which wakes this again: there is one alarm at a time.
		this.#alarm?.dispose();
		this.#alarm =
			waits.length === 0
				? undefined
				: this.#clock.after(Math.min(...waits, longestWaitMs), () => {
						this.wake();
					});
	}

	dispose(): void {
		this.#alarm?.dispose();
		this.#alarm = undefined;
	}
}
