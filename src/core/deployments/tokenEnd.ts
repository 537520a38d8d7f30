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
	const { expiresAt, createdAt } = apiKey.value ?? {};
	if (expiresAt === undefined || expiresAt <= now) return undefined;
	const lifetimeMs = createdAt === undefined ? Infinity : expiresAt - createdAt;
	return expiresAt - now <= Math.min(endsSoonMs, lifetimeMs / 2) ? expiresAt : undefined;
}
