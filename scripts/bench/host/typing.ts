import type { Frame, Page } from "playwright-core";

/** Typical searches: words that many, few, and no options contain, and a filter. */
const searches = ["access url", "oidc", "@changed ", "CODER_PG", "sample 42"];

/** The time from each key to the end of the frame with its result, in ms. */
export interface Keystrokes {
	readonly typed: readonly number[];
	readonly cleared: readonly number[];
}

/** Types searches into the page's search box, and clears it after each. */
export async function typeAndMeasure(
	page: Page,
	frame: Frame,
	rounds: number,
): Promise<Keystrokes> {
	const box = frame.getByRole("combobox");
	await box.focus();
	await frame.evaluate(measureKeys);
	for (let round = 0; round < rounds; round++) {
		for (const search of searches) {
			// As fast as users type who know what they want.
			await page.keyboard.type(search, { delay: 70 });
			await page.keyboard.press("Escape");
			if ((await box.inputValue()) !== "") await page.keyboard.press("Escape");
			await page.waitForTimeout(100);
		}
	}
	return {
		typed: await entries(frame, "bench typed"),
		cleared: await entries(frame, "bench cleared"),
	};
}

/** Runs in the page: writes a performance entry for each key that changes the search. */
function measureKeys(): void {
	const box = document.querySelector<HTMLInputElement>("[role=combobox]");
	if (!box) throw new Error("There is no search box.");
	let before = box.value;
	const measure = (event: Event): void => {
		// The page's own listeners have already run, because this one was added last.
		if (box.value === before) return;
		before = box.value;
		const name = before === "" ? "bench cleared" : "bench typed";
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			performance.measure(name, { start: event.timeStamp, end: performance.now() });
		};
		// A message that is sent in an animation frame arrives after it.
		requestAnimationFrame(() => {
			port2.postMessage("");
		});
	};
	box.addEventListener("input", measure);
	box.addEventListener("keydown", measure);
}

function entries(frame: Frame, name: string): Promise<number[]> {
	return frame.evaluate(
		(wanted) => performance.getEntriesByName(wanted).map(({ duration }) => duration),
		name,
	);
}
