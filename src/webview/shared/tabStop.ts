/**
 * Makes the buttons of an element a single tab stop: arrow keys, Home, and End move between them. Skips hidden buttons.
 */
export class TabStop {
	readonly #buttons: () => readonly HTMLElement[];

	/**
	 * @param element the element that receives the keys
	 * @param buttons returns all buttons, in order
	 */
	constructor(element: HTMLElement, buttons: () => readonly HTMLElement[]) {
		this.#buttons = buttons;
		element.addEventListener("focusin", ({ target }) => {
			this.#choose(target);
		});
		element.addEventListener("keydown", (event) => {
			if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			const shown = this.#shown();
			const next = place(event.key, shown.indexOf(event.target as HTMLElement), shown.length);
			if (next === undefined) return;
			event.preventDefault();
			shown[next]?.focus();
		});
	}

	/**
	 * Call this after buttons were added or removed. If the button in the tab order no longer exists, another one
	 * replaces it.
	 */
	settle(preferred?: HTMLElement): void {
		const shown = this.#shown();
		const current = shown.find(({ tabIndex }) => tabIndex === 0);
		this.#choose(preferred ?? current ?? shown[0]);
	}

	#shown(): HTMLElement[] {
		return this.#buttons().filter((button) => !button.closest("[hidden]"));
	}

	#choose(chosen: EventTarget | null | undefined): void {
		for (const button of this.#buttons()) {
			const tabIndex = button === chosen ? 0 : -1;
			if (button.tabIndex !== tabIndex) button.tabIndex = tabIndex;
		}
	}
}

/** Returns the position that a key moves to from position `from`; undefined for other keys. */
function place(key: string, from: number, count: number): number | undefined {
	switch (key) {
		case "ArrowDown":
		case "ArrowRight":
			return Math.min(from + 1, count - 1);
		case "ArrowUp":
		case "ArrowLeft":
			return Math.max(from - 1, 0);
		case "Home":
			return 0;
		case "End":
			return count - 1;
		default:
			return undefined;
	}
}
