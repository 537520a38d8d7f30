import type { ConfigView } from "../../core/configuration/configView.ts";
import { h } from "../shared/dom.ts";
import { GroupSection } from "./groupSection.ts";
import { itemOf, type Item } from "./item.ts";
import { matches } from "../../core/configuration/match.ts";
import { isEmptyQuery, type Query } from "../../core/configuration/query.ts";

/**
 * The maximum duration of creating or hiding rows without a break, in ms: short enough not to delay typing noticeably.
 */
const sliceMs = 8;

/** How long the work waits for the next keystroke, in ms. */
const pauseMs = 50;

/** The height of a row with few texts, in px. */
const shortRow = 80;

/** All options in their groups. Rows are created once per view, and the filter only hides them. */
export class OptionList {
	readonly element = h("div", { class: "list" });
	#sections: readonly GroupSection[] = [];
	#items: readonly Item[] = [];
	#closed = new Set<string>();
	#searching = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #onClosed: () => void;

	/** @param onClosed called when the reader opens or closes a group */
	constructor(onClosed: () => void) {
		this.#onClosed = onClosed;
	}

	get sections(): readonly GroupSection[] {
		return this.#sections;
	}

	get items(): readonly Item[] {
		return this.#items;
	}

	/** The IDs of the groups that the reader closed. */
	get closed(): readonly string[] {
		return [...this.#closed];
	}

	/** Replaces the options. */
	show(view: ConfigView, query: Query, closed: readonly string[], linkable: boolean): void {
		this.#closed = new Set(closed);
		let index = 0;
		this.#sections = view.groups
			.filter(({ rows }) => rows.length > 0)
			.map((group) => {
				const items = group.rows.map((row) => itemOf(group, row, index++));
				return new GroupSection(group, items, linkable);
			});
		this.#items = this.#sections.flatMap(({ items }) => items);
		for (const section of this.#sections) this.#listen(section);
		this.filter(query);
		this.element.replaceChildren(...this.#sections.map(({ element }) => element));
		this.drawAll();
		this.#later(0);
	}

	/**
	 * Hides what the query doesn't match. During a search, closed groups are open.
	 *
	 * @returns the number of matching options
	 */
	filter(query: Query): number {
		this.#searching = !isEmptyQuery(query);
		// The rows that fit into the window are updated immediately, the others later.
		const firstRows = Math.ceil(window.innerHeight / shortRow);
		let left = 0;
		for (const section of this.#sections) {
			section.filter((item) => !this.#searching || matches(item.entry(), query), firstRows - left);
			const open = this.#searching || !this.#closed.has(section.id);
			if (section.element.open !== open) section.element.open = open;
			left += section.shown;
		}
		this.#later(pauseMs);
		return left;
	}

	/** Returns the sections that match the filter and are drawn. */
	shownSections(): GroupSection[] {
		return this.#sections.filter(({ shown, element }) => shown > 0 && !element.hidden);
	}

	/** Returns the option whose row contains an element. */
	itemOf(element: Element | undefined): Item | undefined {
		const index = element?.closest<HTMLElement>(".row")?.dataset.index;
		return index === undefined ? undefined : this.#items[Number(index)];
	}

	/** Gives every section its approximate height now, which is necessary before scrolling to a row. */
	drawAll(): void {
		for (const section of this.#sections) section.draw();
	}

	/** Returns an option's row. Creates it if necessary, and opens its group. */
	rowOf(item: Item): HTMLElement | undefined {
		const section = this.#sections.find(({ items }) => items.includes(item));
		this.drawAll();
		section?.catchUp(Number.POSITIVE_INFINITY);
		if (section && !section.element.open) {
			section.element.open = true;
			this.#closed.delete(section.id);
			this.#onClosed();
		}
		return item.element;
	}

	#catchUp(): void {
		const deadline = performance.now() + sliceMs;
		const done = this.#sections.every((section) => section.catchUp(deadline));
		if (!done) this.#later(0);
	}

	#later(ms: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#catchUp();
		}, ms);
	}

	#listen(section: GroupSection): void {
		section.heading.addEventListener("click", () => {
			// The state before the click. During a search, closing a group is temporary.
			if (this.#searching) return;
			if (section.element.open) this.#closed.add(section.id);
			else this.#closed.delete(section.id);
			this.#onClosed();
		});
	}
}
