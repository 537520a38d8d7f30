import { mergeJson, type JsonObject } from "../json.ts";
import { goJsonTime } from "./goTime.ts";
import { busyNumbers, idleNumbers } from "./numbers.ts";

/** What GET /deployment/stats tells; "processing" is the 400 before the first aggregation. */
export type StatsState = "normal" | "idle" | "processing";

/** How the statistics are made. */
export interface StatsSettings {
	readonly state: StatsState;
	/** Merged over the generated body; may replace any field and add unknown ones. */
	readonly body: JsonObject;
	/** Equal seeds give equal numbers at equal aggregations. */
	readonly seed: number;
	/** Milliseconds between aggregations. */
	readonly intervalMs: number;
	/** The server's local offset from UTC, which it shows from v2.21 on. */
	readonly offsetMinutes: number;
}

const windowMs = 15 * 60_000;

/** The newest aggregation at `now` of a server that runs since `startedAt` (both in ms). */
export function deploymentStats(
	settings: StatsSettings,
	level: number,
	startedAt: number,
	now: number,
): JsonObject {
	const aggregation = Math.max(0, Math.floor((now - startedAt) / settings.intervalMs));
	const collectedAt = startedAt + aggregation * settings.intervalMs;
	const offset = level >= 21 ? settings.offsetMinutes : 0;
	// Microseconds below the millisecond, as a real clock has them, in nanoseconds.
	const nanos = (aggregation * 137_000 + 209_000) % 998_000;
	const windowNanos = level >= 21 ? nanos + 733 : nanos;
	const head: JsonObject = {
		aggregated_from: goJsonTime(collectedAt - windowMs, windowNanos, offset),
		collected_at: goJsonTime(collectedAt, nanos, offset),
		next_update_at: goJsonTime(collectedAt + settings.intervalMs, nanos + 1000, offset),
	};
	const numbers =
		settings.state === "idle" ? idleNumbers() : busyNumbers(settings.seed, aggregation);
	return mergeJson({ ...head, ...numbers }, settings.body);
}
