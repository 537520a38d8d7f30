import { openWindows } from "./harness/openWorkbench.ts";

/** A window takes seconds to open, and longer on a busy machine. */
export const timeout = 90_000;

/** Saves a screenshot of every open window when a test fails. */
export async function onFailure(title: string): Promise<void> {
	for (const window of openWindows) {
		console.log(`      picture: ${await window.screenshot(`failed ${title}`)}`);
	}
}
