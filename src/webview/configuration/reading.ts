import type { GroupSection } from "./groupSection.ts";
import { afterPaint } from "../shared/afterPaint.ts";
import { highlight } from "../shared/highlight.ts";
import type { OptionList } from "./optionList.ts";
import type { Anchor } from "./savedState.ts";
import { inView } from "./viewport.ts";

/** Knows which rows are being read: marks what was searched for in them, and tells where the reader is. */
export class Reading {
	readonly #list: OptionList;
	readonly #painted: (group: string | undefined) => void;
	#words: readonly string[] = [];
	/** The next drawing will be looked at. */
	#awaited = false;
	/** How much of the window's upper edge the bar covers once the page is scrolled, in px. */
	#covered = 0;
	/** Where the list begins on the page, in px, and whether that is above the window: measured after each paint. */
	#begin = 0;
	#scrolled = false;

	/**
	 * @param bar what covers the upper edge of the window
	 * @param painted called after the filter changed or the reader moved, with the id of the group that is read now
	 */
	constructor(list: OptionList, bar: HTMLElement, painted: (group: string | undefined) => void) {
		this.#list = list;
		this.#painted = painted;
		new ResizeObserver(() => {
			this.#covered = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
			// What is scrolled to must not end under the bar.
			document.documentElement.style.scrollPaddingTop = `${this.#covered}px`;
		}).observe(bar);
		window.addEventListener("scroll", this.#later, { passive: true });
		window.addEventListener("resize", this.#later);
		list.element.addEventListener("focusin", this.#later);
		list.element.addEventListener("toggle", this.#later, { capture: true });
	}

	/** After the filter changed. The marks follow once the rows are painted. */
	show(words: readonly string[]): void {
		this.#words = words;
		this.#later();
	}

	/** Where the reader is; nothing at the very top. */
	get anchor(): Anchor | undefined {
		if (window.scrollY === 0) return undefined;
		const [row] = this.#rows();
		const item = this.#list.itemOf(row);
		return row && item && { id: item.row.id, offset: row.getBoundingClientRect().top };
	}

	/** Brings the reader back to where an {@link anchor} was taken. */
	restore({ id, offset }: Anchor): void {
		const item = this.#list.items.find(({ row, shown }) => shown && row.id === id);
		const row = item && this.#list.rowOf(item);
		// Rows above get their true height only near the window, so the first try may miss.
		for (let tries = 0; row && tries < 3; tries++) {
			window.scrollBy(0, row.getBoundingClientRect().top - offset);
		}
	}

	/** Changes what is listed, and takes the reader to the list's beginning if that was above the window. */
	fromTheTop(change: () => void): void {
		change();
		if (this.#scrolled) window.scrollTo(0, this.#begin);
	}

	readonly #later = (): void => {
		if (this.#awaited) return;
		this.#awaited = true;
		afterPaint(() => {
			this.#awaited = false;
			this.#update();
		});
	};

	#update(): void {
		this.#begin = this.#list.element.getBoundingClientRect().top + window.scrollY - this.#covered;
		this.#scrolled = window.scrollY > this.#begin;
		const rows = this.#rows();
		highlight(rows, this.#words);
		this.#painted(this.#focusedIn(rows)?.id ?? this.#sections()[0]?.id);
	}

	/** The group of the option that has the focus, if that is one of the rows. */
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
			.flatMap(({ items }) => items.flatMap(({ shown, element }) => (shown && element) || []));
		return inView(rows, (row) => row, this.#covered);
	}
}
