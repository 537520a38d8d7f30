import type { Snapshot } from "./slot.ts";

/** A token expires soon if it expires within this time, in ms. */
export const endsSoonMs = 24 * 3_600_000;

/**
 * Returns when the session token expires, in ms since the epoch, if that is soon: within a day, or in the second half
 * of a lifetime of less than two days, as for a browser session. Warning from the start would be noise.
 *
 * @param now in ms since the epoch
 */
export function tokenEndsSoon({ apiKey }: Snapshot, now: number): number | undefined {
	const { expiresAt, createdAt, lifetimeSeconds } = apiKey.value ?? {};
	if (expiresAt === undefined || expiresAt <= now) return undefined;
	// Using a session extends it, so it may be much older than its lifetime after the last use.
	const lifetimeMs =
		lifetimeSeconds !== undefined && lifetimeSeconds > 0
			? lifetimeSeconds * 1000
			: expiresAt - (createdAt ?? -Infinity);
	const soonMs = lifetimeMs > 0 ? Math.min(endsSoonMs, lifetimeMs / 2) : endsSoonMs;
	return expiresAt - now <= soonMs ? expiresAt : undefined;
}
