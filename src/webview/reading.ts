import { highlight } from "./highlight.ts";
import type { OptionList } from "./optionList.ts";
import type { Anchor } from "./savedState.ts";
import { inView } from "./viewport.ts";

/** Knows which rows are being read: marks what was searched for in them, and tells where the reader is. */
export class Reading {
	readonly #list: OptionList;
	readonly #bar: HTMLElement;
	readonly #moved: (group: string | undefined) => void;
	#words: readonly string[] = [];
	#frame: number | undefined;

	/**
	 * @param bar what covers the upper edge of the window
	 * @param moved called with the id of the group that is being read now
	 */
	constructor(list: OptionList, bar: HTMLElement, moved: (group: string | undefined) => void) {
		this.#list = list;
		this.#bar = bar;
		this.#moved = moved;
		window.addEventListener("scroll", this.#later, { passive: true });
		window.addEventListener("resize", this.#later);
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
		const row = this.#list.rowOf(id);
		if (!row) return;
		// Rows above get their true height only near the window, so the first try may miss.
		for (let tries = 0; tries < 3; tries++) {
			window.scrollBy(0, row.getBoundingClientRect().top - offset);
		}
	}

	readonly #later = (): void => {
		if (this.#frame !== undefined) return;
		this.#frame = requestAnimationFrame(() => {
			// Behind the frame: the reader sees the rows before the marks are looked for.
			setTimeout(() => {
				this.#frame = undefined;
				this.#update();
			});
		});
	};

	#update(): void {
		const rows = this.#rows();
		highlight(rows, this.#words);
		this.#moved(this.#list.sectionOf(rows[0])?.id);
	}

	#rows(): readonly HTMLElement[] {
		return inView(this.#list.openRows(), this.coveredPx);
	}

	/** How much of the window's upper edge the bar covers once the page is scrolled, in px. */
	get coveredPx(): number {
		return getComputedStyle(this.#bar).position === "sticky" ? this.#bar.offsetHeight : 0;
	}
}
