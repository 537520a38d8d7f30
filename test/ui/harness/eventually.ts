import { poll } from "./poll.ts";

/**
 * Checks again and again until it does not throw. Several rows of a tree are not drawn at the same moment, so what was
 * waited for in one says nothing of another. After 10 s the last check's error is thrown.
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
