import type { ApiFailure } from "./failure.ts";

const firstPauseMs = 5_000;
const longestPauseMs = 5 * 60_000;
/** For failures that only an administrator or an upgrade can fix. */
const settledPauseMs = 15 * 60_000;

/**
 * Returns how long to wait after a failure, in ms: doubling from 5 s to 5 minutes, with up to a quarter of jitter so
 * that many editors don't return at once. An ended session isn't retried automatically.
 *
 * @param failures the number of consecutive failures, at least 1
 * @param random from 0 to 1
 */
export function pauseMs(failure: ApiFailure, failures: number, random: number): number {
	switch (failure.kind) {
		case "signedOut":
			return Infinity;
		case "forbidden":
		case "unsupported":
		case "heldBack":
			return settledPauseMs;
		default: {
			const pause = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
			return Math.max(pause * (1 + random / 4), failure.retryAfterMs ?? 0);
		}
	}
}
