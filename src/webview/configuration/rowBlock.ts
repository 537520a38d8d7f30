import { h } from "../shared/dom.ts";
import type { Item } from "./item.ts";
import { optionRow } from "./optionRow.ts";

/**
 * Several consecutive rows of a group. Which rows match the filter is determined immediately. Rows are created, hidden,
 * and shown when there is time, starting with those in the window. Until then, the block has its approximate height.
 */
export class RowBlock {
	readonly items: readonly Item[];
	readonly element = h("div", { class: "rows" });
	readonly #linkable: boolean;
	/** The number of created rows. */
	#made = 0;
	/** The number of rows with a search text. */
	#prepared = 0;
	/** Whether the visibility of rows reflects an earlier filter. */
	#outdated = false;
	#shown = 0;

	/** @param linkable whether options can be linked to */
	constructor(items: readonly Item[], linkable: boolean) {
		this.items = items;
		this.#linkable = linkable;
	}

	/** Determines which items are shown, and returns their number. Rows are updated by {@link catchUp}. */
	filter(finds: (item: Item) => boolean): number {
		let shown = 0;
		for (const item of this.items) {
			const found = finds(item);
			if (found !== item.shown) this.#outdated = true;
			item.shown = found;
			if (found) shown++;
		}
		this.#shown = shown;
		return shown;
	}

	/** Creates and hides rows until all are up to date, or until `deadline`, in terms of `performance.now`. */
	catchUp(deadline: number): boolean {
		if (this.#outdated) {
			this.#outdated = false;
			showCount(this.element, this.#shown);
			for (const { element, shown } of this.items) {
				if (element && element.hidden === shown) element.hidden = !shown;
			}
		}
		while (this.#made < this.items.length) {
			const item = this.items[this.#made++];
			if (!item) break;
			item.element = optionRow(item.row, item.index, this.#linkable);
			item.element.hidden = !item.shown;
			this.element.append(item.element);
			if (performance.now() > deadline) return false;
		}
		// Prepares the search texts before the first keystroke, but after the first paint.
		while (deadline < Number.POSITIVE_INFINITY && this.#prepared < this.items.length) {
			this.items[this.#prepared++]?.entry();
			if (performance.now() > deadline) return false;
		}
		return true;
	}
}

/** Hides an element without rows. For other elements, the style estimates the height from the number of rows. */
export function showCount(element: HTMLElement, shown: number): void {
	element.hidden = shown === 0;
	if (shown > 0) element.style.setProperty("--shown", String(shown));
}
