import { h } from "../shared/dom.ts";
import type { Item } from "./item.ts";
import { optionRow } from "./optionRow.ts";

/**
 * Several consecutive rows of a group. Which rows match the filter is determined immediately. Rows are created, hidden,
 * and shown by {@link draw}. Without rows, the block has its approximate height.
 */
export class RowBlock {
	readonly items: readonly Item[];
	readonly element = h("div", { class: "rows" });
	readonly #linkable: boolean;
	/** Whether the rows reflect the filter. */
	#drawn = false;
	/** The number of items with a search text. */
	#prepared = 0;
	#shown = 0;
	/** The value of `#shown` that the page currently shows. */
	#sized = -1;

	/** @param linkable whether options can be linked to */
	constructor(items: readonly Item[], linkable: boolean) {
		this.items = items;
		this.#linkable = linkable;
	}

	/** Determines which items are shown, and returns their number. */
	filter(finds: (item: Item) => boolean): number {
		let shown = 0;
		for (const item of this.items) {
			const found = finds(item);
			if (found !== item.shown) this.#drawn = false;
			item.shown = found;
			if (found) shown++;
		}
		this.#shown = shown;
		return shown;
	}

	/** Creates the rows that match the filter, and hides the others. */
	draw(): void {
		if (this.#drawn) return;
		this.#drawn = true;
		this.drawSize();
		let next: HTMLElement | null = null;
		for (const item of [...this.items].reverse()) {
			if (item.shown) item.element ??= optionRow(item.row, item.index, this.#linkable);
			const { element, shown } = item;
			if (!element) continue;
			if (element.hidden === shown) element.hidden = !shown;
			if (element.parentNode !== this.element) this.element.insertBefore(element, next);
			next = element;
		}
	}

	/** Hides the block, or gives it its approximate height, but leaves its rows as they are. */
	drawSize(): void {
		if (this.#sized === this.#shown) return;
		this.#sized = this.#shown;
		showCount(this.element, this.#shown);
	}

	/** Takes the rows off the page, unless the reader uses one of them. */
	clear(): void {
		if (this.element.childElementCount === 0) return;
		if (this.element.contains(document.activeElement)) return;
		const selection = document.getSelection();
		const range = selection?.isCollapsed === false && selection.getRangeAt(0);
		if (range && range.intersectsNode(this.element)) return;
		this.element.replaceChildren();
		this.#drawn = false;
	}

	/**
	 * Prepares the search texts, which shouldn't delay the first paint or the first keystroke.
	 *
	 * @param deadline in terms of `performance.now`
	 * @returns whether all are prepared
	 */
	prepare(deadline: number): boolean {
		while (this.#prepared < this.items.length && performance.now() < deadline) {
			this.items[this.#prepared++]?.entry();
		}
		return this.#prepared === this.items.length;
	}
}

/** Hides an element without rows. For other elements, the style estimates the height from the number of rows. */
export function showCount(element: HTMLElement, shown: number): void {
	element.hidden = shown === 0;
	if (shown > 0) element.style.setProperty("--shown", String(shown));
}
