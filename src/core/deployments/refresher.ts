import type { Disposable } from "../base/event.ts";
import { dueEndpoints, nextDueMs } from "./schedule.ts";
import type { Watched } from "./watchers.ts";

/** Clock and timer; tests use a fake. */
export interface Clock {
	/** Returns the time in ms since the epoch. */
	now(): number;
	/** Calls `run` once, after `ms` milliseconds. */
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
 * The longest timer, in ms. Timers stop while the machine sleeps, and clocks are adjusted; this bounds the delay. A
 * timer with nothing due sends no requests.
 */
const longestWaitMs = 5 * 60_000;

/** Keeps watched data fresh. Sends no requests and runs no timer while nothing is watched. */
export class Refresher implements Disposable {
	readonly #watched: () => Watched;
	readonly #clock: Clock;
	#alarm: Disposable | undefined;

	/** @param watched returns what is on screen; empty while nothing is visible */
	constructor(watched: () => Watched, clock: Clock = systemClock) {
		this.#watched = watched;
		this.#clock = clock;
	}

	/** Requests what is due and sets the next timer. Call it when watched surfaces or their data change. */
	wake(): void {
		const now = this.#clock.now();
		const waits: number[] = [];
		for (const { deployment, ids, patienceMs } of this.#watched()) {
			const due = dueEndpoints(ids, deployment, now, patienceMs);
			if (due.length > 0) void deployment.refreshShared(due);
			const wait = nextDueMs(ids, deployment, now, patienceMs);
			if (wait !== undefined) waits.push(wait);
		}
		// Last, because requests change data, which calls this again: there is one timer at a time.
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
