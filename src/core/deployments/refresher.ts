import type { Disposable } from "../base/event.ts";
import type { Deployment } from "./deployment.ts";
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
	/** When the first endpoint of each watched deployment is due, in ms since the epoch. */
	readonly #dueAt = new Map<Deployment, number>();
	#wokenAt = 0;
	#alarm: Disposable | undefined;

	/** @param watched returns what is on screen; empty while nothing is visible */
	constructor(watched: () => Watched, clock: Clock = systemClock) {
		this.#watched = watched;
		this.#clock = clock;
	}

	/**
	 * Requests what is due and sets the next timer. Call it when watched surfaces or their data change.
	 *
	 * @param changed the only deployment with new data; nothing is computed for the others
	 */
	wake(changed?: Deployment): void {
		const now = this.#clock.now();
		// If the clock was set back, all times are wrong.
		const only = now < this.#wokenAt ? undefined : changed;
		this.#wokenAt = now;
		if (only) this.#dueAt.delete(only);
		else this.#dueAt.clear();
		for (const { deployment, ids, patienceMs } of this.#watched()) {
			if (only && deployment !== only) continue;
			const due = dueEndpoints(ids, deployment, now, patienceMs);
			if (due.length > 0) void deployment.refreshShared(due);
			const wait = nextDueMs(ids, deployment, now, patienceMs);
			if (wait === undefined) continue;
			this.#dueAt.set(deployment, Math.min(this.#dueAt.get(deployment) ?? Infinity, now + wait));
		}
		// Last, because requests change data, which calls this again: there is one timer at a time.
		this.#alarm?.dispose();
		const next = Math.min(...this.#dueAt.values());
		this.#alarm =
			next === Infinity
				? undefined
				: this.#clock.after(Math.min(Math.max(next - now, 0), longestWaitMs), () => {
						this.wake();
					});
	}

	dispose(): void {
		this.#dueAt.clear();
		this.#alarm?.dispose();
		this.#alarm = undefined;
	}
}
