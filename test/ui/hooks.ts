import { openWindows } from "./harness/openWorkbench.ts";

/** A window takes seconds to open, and a busy machine takes longer. */
export const timeout = 90_000;

/** Keeps a picture of every open window when a test fails. */
export async function onFailure(title: string): Promise<void> {
	for (const window of openWindows) {
		console.log(`      picture: ${await window.screenshot(`failed ${title}`)}`);
	}
}
