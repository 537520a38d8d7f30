import { setTimeout as sleep } from "node:timers/promises";

/**
 * Repeats a call until it returns something other than undefined or false, and returns that. `what` completes the
 * sentence "Timed out waiting for …".
 */
export async function poll<T>(
	what: string,
	timeout: number,
	ask: () => Promise<T | undefined | false>,
): Promise<T> {
	const end = Date.now() + timeout;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) {
			return answer;
		}
		if (Date.now() > end) {
			throw new Error(`Timed out waiting for ${what}`);
		}
		await sleep(50);
	}
}
