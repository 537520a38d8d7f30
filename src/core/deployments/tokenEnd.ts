import type { Snapshot } from "./slot.ts";

/** A token that ends within this time ends soon, in ms. */
export const endsSoonMs = 24 * 3_600_000;

/**
 * When the session token ends, in ms since the epoch, if that is soon. Tokens that live less than two days are expected
 * to end soon; a word about each would be noise.
 *
 * @param now in ms since the epoch
 */
export function tokenEndsSoon({ apiKey }: Snapshot, now: number): number | undefined {
	const { expiresAt, createdAt } = apiKey.value ?? {};
	if (expiresAt === undefined || expiresAt - now > endsSoonMs || expiresAt <= now) return undefined;
	if (createdAt !== undefined && expiresAt - createdAt < 2 * endsSoonMs) return undefined;
	return expiresAt;
}
