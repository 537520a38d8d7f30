import type { Clock } from "../../src/core/deployments/refresher.ts";

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
	/** Moves on by `ms` and lets go off, in order, what was set for that time. */
	readonly advance: (ms: number) => void;
	/**
	 * The clock is set by `ms`, back if negative, or the machine slept for that long: timers notice nothing of it, what
	 * was set for in ten minutes still is.
	 */
	readonly shift: (ms: number) => void;
	/** How many alarms are set. */
	readonly alarms: () => number;
	/** When the next alarm goes off, in ms from now. */
	readonly next: () => number | undefined;
}

export function fakeClock(start: number): FakeClock {
	let now = start;
	const alarms = new Set<{ at: number; readonly run: () => void }>();
	const first = () => [...alarms].sort((a, b) => a.at - b.at)[0];
	return {
		now: () => now,
		after: (ms, run) => {
			const alarm = { at: now + ms, run };
			alarms.add(alarm);
			return { dispose: () => alarms.delete(alarm) };
		},
		advance: (ms) => {
			const end = now + ms;
			for (let alarm = first(); alarm && alarm.at <= end; alarm = first()) {
				now = alarm.at;
				alarms.delete(alarm);
				alarm.run();
			}
			now = end;
		},
		shift: (ms) => {
			now += ms;
			for (const alarm of alarms) alarm.at += ms;
		},
		alarms: () => alarms.size,
		next: () => {
			const alarm = first();
			return alarm && alarm.at - now;
		},
	};
}
