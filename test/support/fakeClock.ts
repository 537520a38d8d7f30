import type { Clock } from "../../src/core/deployments/refresher.ts";

/** A clock that moves only when told. */
export interface FakeClock extends Clock {
	/** Moves on by `ms` and runs the alarms that are due, in order. */
	readonly advance: (ms: number) => void;
	/**
	 * Sets the clock by `ms` (back if negative), as if the machine had slept: timers aren't affected, and an alarm in
	 * ten minutes is still ten minutes away.
	 */
	readonly shift: (ms: number) => void;
	/** Number of active alarms. */
	readonly alarms: () => number;
	/** Time until the next alarm, in ms. */
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
