/** The X-RateLimit headers of a response. */
export interface RateLimitStatus {
	readonly limit: number;
	/** Remaining requests in this minute, at least 0. */
	readonly remaining: number;
	/** When the count restarts, in Unix seconds. */
	readonly reset: number;
	readonly exceeded: boolean;
}

interface Window {
	readonly minute: number;
	count: number;
}

const minuteMs = 60_000;

/** Counts requests per minute and key. Real servers use a sliding minute; this one restarts it. */
export class RateLimiter {
	private readonly windows = new Map<string, Window>();

	/** Counts a request at `now` (ms); returns undefined if the limit is off. */
	count(key: string, limit: number, now: number): RateLimitStatus | undefined {
		if (limit < 0) {
			return undefined;
		}
		const minute = Math.floor(now / minuteMs);
		let window = this.windows.get(key);
		if (window?.minute !== minute) {
			window = { minute, count: 0 };
			this.windows.set(key, window);
		}
		window.count += 1;
		return {
			limit,
			remaining: Math.max(0, limit - window.count),
			reset: (minute + 1) * 60,
			exceeded: window.count > limit,
		};
	}
}
