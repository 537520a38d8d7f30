import type { GroupSection } from "./groupSection.ts";
import { highlight } from "../shared/highlight.ts";
import type { OptionList } from "./optionList.ts";
import type { Anchor } from "./savedState.ts";
import { inView } from "./viewport.ts";
import { whenIdle } from "../shared/whenIdle.ts";

/** Tracks the rows in view: highlights the search text in them, and determines the scroll position. */
export class Reading {
	readonly #list: OptionList;
	readonly #painted: (group: string | undefined) => void;
	#words: readonly string[] = [];
	/** Whether an update after the next paint is scheduled. */
	#awaited = false;
	/** How much of the window's top edge the bar covers once the page is scrolled, in px. */
	#covered = 0;
	/** The start of the list on the page, and how far the page is scrolled, in px. Measured after each paint. */
	#begin = 0;
	#scrolled = 0;

	/**
	 * @param bar the element that covers the top edge of the window
	 * @param painted called with the ID of the current group after the filter or the scroll position changed
	 */
	constructor(list: OptionList, bar: HTMLElement, painted: (group: string | undefined) => void) {
		this.#list = list;
		this.#painted = painted;
		new ResizeObserver(() => {
			this.#covered = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
			// Prevents scrolling to something from leaving it under the bar.
			document.documentElement.style.scrollPaddingTop = `${this.#covered}px`;
		}).observe(bar);
		window.addEventListener("scroll", this.#later, { passive: true });
		window.addEventListener("resize", this.#later);
		list.element.addEventListener("focusin", this.#later);
		list.element.addEventListener("toggle", this.#later, { capture: true });
	}

	/** Call this after the filter changed. Highlights are added once the rows are painted. */
	show(words: readonly string[]): void {
		this.#words = words;
		this.#later();
	}

	/** Call this after rows were added to the page or removed from it. */
	rowsChanged(): void {
		this.#later();
	}

	/** The scroll position; undefined at the very top. */
	get anchor(): Anchor | undefined {
		if (window.scrollY === 0) return undefined;
		const [row] = this.#rows();
		const item = this.#list.itemOf(row);
		return row && item && { id: item.row.id, offset: row.getBoundingClientRect().top };
	}

	/** Restores the scroll position of an {@link anchor}. */
	restore({ id, offset }: Anchor): void {
		const item = this.#list.items.find(({ row, shown }) => shown && row.id === id);
		const row = item && this.#list.rowOf(item);
		// Rows above only get their actual height near the window, so the first attempt may miss.
		for (let tries = 0; row && tries < 3; tries++) {
			window.scrollBy(0, row.getBoundingClientRect().top - offset);
		}
	}

	/** Changes the list, and scrolls to its start if the page was scrolled further down. */
	fromTheTop(change: () => void): void {
		change();
		// Even if the start is in the window: Chromium would scroll to keep rows in place while others appear above them.
		if (this.#scrolled > 0) window.scrollTo(0, Math.min(this.#scrolled, this.#begin));
	}

	readonly #later = (): void => {
		if (this.#awaited) return;
		this.#awaited = true;
		whenIdle(() => {
			this.#awaited = false;
			this.#update();
		});
	};

	#update(): void {
		this.#scrolled = window.scrollY;
		this.#begin = this.#list.element.getBoundingClientRect().top + this.#scrolled - this.#covered;
		const rows = this.#rows();
		highlight(rows, this.#words);
		this.#painted(this.#focusedIn(rows)?.id ?? this.#sections()[0]?.id);
	}

	/** Returns the group of the focused option, if that is one of the rows. */
	#focusedIn(rows: readonly HTMLElement[]): GroupSection | undefined {
		const row = document.activeElement?.closest<HTMLElement>(".row");
		const item = row && rows.includes(row) ? this.#list.itemOf(row) : undefined;
		return item && this.#list.sections.find(({ items }) => items.includes(item));
	}

	#sections(): readonly GroupSection[] {
		return inView(this.#list.shownSections(), ({ element }) => element, this.#covered);
	}

	#rows(): readonly HTMLElement[] {
		const rows = this.#sections()
			.filter(({ element }) => element.open)
			.flatMap(({ items }) =>
				items.flatMap(({ shown, element }) => (shown && element?.isConnected && element) || []),
			);
		return inView(rows, (row) => row, this.#covered);
	}
}
