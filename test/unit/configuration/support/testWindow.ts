import { JSDOM } from "jsdom";

/** The globals that the page uses. */
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

/** A window without layout: scrolling and measuring have no effect. */
export class TestWindow {
	readonly window;
	readonly #globals = globalThis as unknown as Record<string, unknown>;
	readonly #before = new Map<string, unknown>();
	/** The elements of the page's IntersectionObserver, and its callback. */
	readonly #observed = new Set<Element>();
	#report: ((entries: unknown) => void) | undefined;
	readonly #timers = new Set<ReturnType<typeof setTimeout>>();

	/** Makes this the global window for page code until it's closed. */
	constructor() {
		this.window = new JSDOM("<!DOCTYPE html><body></body>", { pretendToBeVisual: true }).window;
		const { prototype } = this.window.Element;
		prototype.scrollIntoView = () => undefined;
		this.window.scrollTo = () => undefined;
		this.window.scrollBy = () => undefined;
		for (const name of taken) this.#set(name, this.window[name]);
		this.#set("CSS", {});
		this.#set("requestIdleCallback", (call: () => void) => setTimeout(call));
		this.#set(
			"ResizeObserver",
			class {
				observe(): void {
					return undefined;
				}
			},
		);
		const setReport = (report: (entries: unknown) => void): void => {
			this.#report = report;
		};
		const observed = this.#observed;
		this.#set(
			"IntersectionObserver",
			class {
				constructor(report: (entries: unknown) => void) {
					setReport(report);
				}
				observe(element: Element): void {
					observed.add(element);
				}
				disconnect(): void {
					observed.clear();
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

	/** Cancels the page's pending work, and restores the previous globals. */
	close(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		for (const [name, value] of this.#before) {
			if (value === undefined) Reflect.deleteProperty(this.#globals, name);
			else this.#globals[name] = value;
		}
		this.window.close();
	}

	/** Tells the page that elements came near the window, or went away from it. */
	move(elements: readonly Element[], isIntersecting: boolean): void {
		const entries = elements
			.filter((target) => this.#observed.has(target))
			.map((target) => ({ target, isIntersecting }));
		this.#report?.(entries);
	}

	#set(name: string, value: unknown): void {
		this.#before.set(name, this.#globals[name]);
		this.#globals[name] = value;
	}
}
