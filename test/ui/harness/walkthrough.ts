import type { Page } from "playwright-core";

/** Returns the steps of the open walkthrough, each with whether it's done. */
export async function walkthroughSteps(
	page: Page,
): Promise<readonly (readonly [title: string, done: boolean])[]> {
	const found = page.locator(".gettingStartedContainer .getting-started-step");
	await found.first().waitFor();
	return found.evaluateAll((elements) =>
		elements.map((element) => [
			element.querySelector(".step-title")?.textContent ?? "",
			element.querySelector(".codicon.complete") !== null,
		]),
	);
}
