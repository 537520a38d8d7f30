/**
 * How long connecting to one address of a host may take before the next one is tried, in ms. Node then abandons the
 * first address instead of racing both as in RFC 8305, and by default does so after 250 ms: less than a handshake takes
 * over a satellite or a slow VPN, or after a lost packet, which is sent again after 1 s.
 */
const longestAttemptMs = 2000;

/**
 * Returns the options of `net.connect` for attempts of this length in ms. All requests and TLS connections pass them
 * on.
 */
export function attemptOptions(attemptMs: number): {
	readonly autoSelectFamilyAttemptTimeout: number;
} {
	return { autoSelectFamilyAttemptTimeout: attemptMs };
}

/**
 * Returns how long the first attempts of a request may take, in ms, so that several addresses can be tried.
 *
 * @param timeoutMs the timeout of the whole request
 */
export function firstAttemptMs(timeoutMs: number): number {
	return Math.max(250, Math.min(longestAttemptMs, Math.floor(timeoutMs / 3)));
}
