/** What the X-RateLimit headers tell about one request. */
export interface RateLimitStatus {
	readonly limit: number;
	/** Requests left in this minute, not below 0. */
	readonly remaining: number;
	/** Unix seconds at which the count starts over. */
	readonly reset: number;
	readonly exceeded: boolean;
}

interface Window {
	readonly minute: number;
	count: number;
}

const minuteMs = 60_000;

/** Counts requests per minute and key. Real servers slide the minute; this one starts it over. */
export class RateLimiter {
	private readonly windows = new Map<string, Window>();

	/** Counts a request at `now` (ms); undefined where the limit is switched off. */
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
