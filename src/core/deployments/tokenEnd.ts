import type { Snapshot } from "./slot.ts";

/** A token that ends within this time ends soon, in ms. */
export const endsSoonMs = 24 * 3_600_000;

/**
 * When the session token ends, in ms since the epoch, if that is soon: within a day, or in the second half of the life
 * of a token that lives less than two days, such as a browser's session. Announced from its beginning, that would be
 * noise.
 *
 * @param now in ms since the epoch
 */
export function tokenEndsSoon({ apiKey }: Snapshot, now: number): number | undefined {
	const { expiresAt, createdAt, lifetimeSeconds } = apiKey.value ?? {};
	if (expiresAt === undefined || expiresAt <= now) return undefined;
	// Use moves a session's end ahead, so that it can be far older than it lives after its last use.
	const lifetimeMs =
		lifetimeSeconds !== undefined && lifetimeSeconds > 0
			? lifetimeSeconds * 1000
			: expiresAt - (createdAt ?? -Infinity);
	const soonMs = lifetimeMs > 0 ? Math.min(endsSoonMs, lifetimeMs / 2) : endsSoonMs;
	return expiresAt - now <= soonMs ? expiresAt : undefined;
}
