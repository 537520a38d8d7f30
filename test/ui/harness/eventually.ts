import { poll } from "./poll.ts";

/**
 * Repeats a check until it succeeds. The rows of a tree aren't drawn at the same time, so waiting for one doesn't cover
 * the others. After 10 s, the last check's error is thrown.
 */
export async function eventually(check: () => Promise<void>): Promise<void> {
	let failure: unknown;
	const passes = async (): Promise<boolean> => {
		try {
			await check();
			return true;
		} catch (error) {
			failure = error;
			return false;
		}
	};
	await poll("a check to pass", 10_000, passes).catch(() => {
		throw failure;
	});
}
