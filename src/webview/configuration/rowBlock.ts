import { h } from "../shared/dom.ts";
import type { Item } from "./item.ts";
import { optionRow } from "./optionRow.ts";

/**
 * Some neighbouring rows of a group. What the filter says is known at once; rows are made, hidden and shown when
 * there is time, those in the window first. Until then the block stands there with about the height it will have.
 */
export class RowBlock {
	readonly items: readonly Item[];
	readonly element = h("div", { class: "rows" });
	readonly #linkable: boolean;
	/** How many rows are made. */
	#made = 0;
	/** Rows are hidden, or not, as an earlier filter wanted it. */
	#outdated = false;
	#shown = 0;

	/** @param linkable whether links to options can be made */
	constructor(items: readonly Item[], linkable: boolean) {
		this.items = items;
		this.#linkable = linkable;
	}

	/** Finds out which items are shown, and returns how many. Their rows follow with {@link catchUp}. */
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

	/** Makes and hides rows until all is right, or `deadline` (a moment of `performance.now`) has passed. */
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
			// So that the first keystroke finds it made.
			item.entry();
			if (performance.now() > deadline) return false;
		}
		return true;
	}
}

/** Hides an element without rows; of others the style estimates the height by the number of their rows. */
export function showCount(element: HTMLElement, shown: number): void {
	element.hidden = shown === 0;
	if (shown > 0) element.style.setProperty("--shown", String(shown));
}
