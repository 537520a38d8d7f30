import { mergeJson, type JsonObject } from "../json.ts";
import { goJsonTime } from "./goTime.ts";
import { busyNumbers, idleNumbers } from "./numbers.ts";

/** States of GET /deployment/stats; "processing" is the 400 before the first aggregation. */
export type StatsState = "normal" | "idle" | "processing";

/** How statistics are generated. */
export interface StatsSettings {
	readonly state: StatsState;
	/** Merged into the generated body; can replace any field and add unknown ones. */
	readonly body: JsonObject;
	/** Equal seeds produce equal numbers at equal aggregations. */
	readonly seed: number;
	/** Time between aggregations, in ms. */
	readonly intervalMs: number;
	/** The server's local offset from UTC, which answers contain since v2.21. */
	readonly offsetMinutes: number;
}

const windowMs = 15 * 60_000;

/** Returns the latest aggregation at `now` of a server that has run since `startedAt` (both in ms). */
export function deploymentStats(
	settings: StatsSettings,
	level: number,
	startedAt: number,
	now: number,
): JsonObject {
	const aggregation = Math.max(0, Math.floor((now - startedAt) / settings.intervalMs));
	const collectedAt = startedAt + aggregation * settings.intervalMs;
	const offset = level >= 21 ? settings.offsetMinutes : 0;
	// Microseconds below the millisecond, as from a real clock, in nanoseconds.
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
