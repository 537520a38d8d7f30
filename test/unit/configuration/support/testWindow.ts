import { JSDOM } from "jsdom";

/** What the page takes from its window without saying so. */
const taken = [
	"window",
	"document",
	"HTMLElement",
	"HTMLAnchorElement",
	"HTMLInputElement",
	"HTMLUListElement",
	"getComputedStyle",
	"requestAnimationFrame",
] as const;

/** A window that draws nothing: what needs a layout, such as scrolling, does nothing in it. */
export class TestWindow {
	readonly window;
	readonly #globals = globalThis as unknown as Record<string, unknown>;
	readonly #before = new Map<string, unknown>();
	readonly #timers = new Set<ReturnType<typeof setTimeout>>();

	/** Makes the window the one that page code sees, until it is closed. */
	constructor() {
		this.window = new JSDOM("<!DOCTYPE html><body></body>", { pretendToBeVisual: true }).window;
		const { prototype } = this.window.Element;
		prototype.scrollIntoView = () => undefined;
		this.window.scrollTo = () => undefined;
		this.window.scrollBy = () => undefined;
		for (const name of taken) this.#set(name, this.window[name]);
		this.#set("CSS", {});
		this.#set(
			"ResizeObserver",
			class {
				observe(): void {
					return undefined;
				}
			},
		);
		// Node's own timers outlive the window.
		for (const name of ["setTimeout", "setInterval"] as const) {
			const start = globalThis[name];
			this.#set(name, (call: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
				const timer = start(call, ms, ...args);
				this.#timers.add(timer);
				return timer;
			});
		}
	}

	/** Ends all that the page put off, and gives back what was there before. */
	close(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		for (const [name, value] of this.#before) {
			if (value === undefined) Reflect.deleteProperty(this.#globals, name);
			else this.#globals[name] = value;
		}
		this.window.close();
	}

	#set(name: string, value: unknown): void {
		this.#before.set(name, this.#globals[name]);
		this.#globals[name] = value;
	}
}
