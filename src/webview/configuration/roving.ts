import type { Item } from "./item.ts";
import type { OptionList } from "./optionList.ts";

/** Keyboard navigation of the rows: one row and its buttons are in the tab order, and arrow keys move to other rows. */
export class Roving {
	readonly #list: OptionList;
	readonly #leaveUp: () => void;
	#active: HTMLElement | undefined;

	/** @param leaveUp called for the up arrow on the first row */
	constructor(list: OptionList, leaveUp: () => void) {
		this.#list = list;
		this.#leaveUp = leaveUp;
		list.element.addEventListener("keydown", (event) => {
			this.#onKey(event);
		});
		list.element.addEventListener("focusin", ({ target }) => {
			const row = (target as Element).closest<HTMLElement>(".row");
			if (row) this.#activate(row);
		});
	}

	/**
	 * Call this after rows were added or removed. If the active row no longer exists, the first visible one replaces
	 * it.
	 */
	settle(): void {
		if (this.#active?.isConnected && !this.#active.hidden) return;
		const first = this.#list.items.find(({ shown, element }) => shown && element?.isConnected);
		if (first?.element) this.#activate(first.element);
	}

	/** Focuses the first visible row. */
	focusFirst(): void {
		this.#focus(this.#list.items.find(({ shown }) => shown));
	}

	#onKey(event: KeyboardEvent): void {
		const target = event.target as HTMLElement;
		const row = target.closest<HTMLElement>(".row");
		if (!row || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
		if (this.#move(event.key, row, target)) event.preventDefault();
	}

	#move(key: string, row: HTMLElement, target: HTMLElement): boolean {
		const shown = this.#list.items.filter((item) => item.shown);
		const place = shown.findIndex(({ element }) => element === row);
		switch (key) {
			case "ArrowDown":
				return this.#focus(shown[place + 1]);
			case "ArrowUp":
				if (place > 0) return this.#focus(shown[place - 1]);
				this.#leaveUp();
				return true;
			case "Home":
				return this.#focus(shown[0]);
			case "End":
				return this.#focus(shown.at(-1));
			case "ArrowRight":
			case "ArrowLeft": {
				const stops = [row, ...buttonsIn(row)];
				stops[stops.indexOf(target) + (key === "ArrowRight" ? 1 : -1)]?.focus();
				return true;
			}
			case "Escape":
				row.focus();
				return target !== row;
			default:
				return false;
		}
	}

	#focus(item: Item | undefined): boolean {
		if (item) this.#list.rowOf(item)?.focus();
		return item !== undefined;
	}

	#activate(row: HTMLElement): void {
		if (this.#active === row) return;
		if (this.#active) setTabIndex(this.#active, -1);
		setTabIndex(row, 0);
		this.#active = row;
	}
}

function setTabIndex(row: HTMLElement, tabIndex: number): void {
	for (const stop of [row, ...buttonsIn(row)]) stop.tabIndex = tabIndex;
}

function buttonsIn(row: HTMLElement): HTMLElement[] {
	return [...row.querySelectorAll<HTMLElement>("button, a")];
}
