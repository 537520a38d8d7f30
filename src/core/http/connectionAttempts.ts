/**
 * How long connecting to one address of a host may take before the next one is tried, in ms. Node gives up the first
 * address then (it does not go on beside the next one, as RFC 8305 asks), and after 250 ms unless told otherwise: less
 * than a handshake takes over a satellite, a slow VPN or after a lost packet, which is sent again after 1 s.
 */
const longestAttemptMs = 2000;

/** The options of `net.connect`, which all requests and TLS connections hand on, for attempts of this length in ms. */
export function attemptOptions(attemptMs: number): {
	readonly autoSelectFamilyAttemptTimeout: number;
} {
	return { autoSelectFamilyAttemptTimeout: attemptMs };
}

/**
 * How long the first attempts of a request may take, in ms: several addresses are to be reached in its time.
 *
 * @param timeoutMs the time of the whole request
 */
export function firstAttemptMs(timeoutMs: number): number {
	return Math.max(250, Math.min(longestAttemptMs, Math.floor(timeoutMs / 3)));
}
