import { setTimeout as sleep } from "node:timers/promises";

/**
 * Checks again and again until it does not throw. Several rows of a tree are not drawn at the same moment, so what was
 * waited for in one says nothing of another. After `timeout` ms the last check's error is thrown.
 */
export async function eventually(check: () => Promise<void>, timeout = 10_000): Promise<void> {
	const end = Date.now() + timeout;
	for (;;) {
		try {
			await check();
			return;
		} catch (error) {
			if (Date.now() > end) throw error;
			await sleep(50);
		}
	}
}
