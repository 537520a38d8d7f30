import type { ConfigView } from "../core/configView.ts";
import { h } from "./dom.ts";
import { GroupSection } from "./groupSection.ts";
import type { Item } from "./item.ts";
import { entryOf, matches } from "./match.ts";
import { isEmptyQuery, type Query } from "./query.ts";

/** How long rows are made in one go, in ms: short enough that typing is not felt to wait. */
const sliceMs = 8;

/** All options in their groups. Rows are made once a view; the filter only hides them. */
export class OptionList {
	readonly element = h("div", { class: "list" });
	#sections: readonly GroupSection[] = [];
	#items: readonly Item[] = [];
	#closed = new Set<string>();
	#searching = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #onClosed: () => void;

	/** @param onClosed called when the reader opened or closed a group */
	constructor(onClosed: () => void) {
		this.#onClosed = onClosed;
	}

	get sections(): readonly GroupSection[] {
		return this.#sections;
	}

	get items(): readonly Item[] {
		return this.#items;
	}

	/** The ids of the groups that the reader closed. */
	get closed(): readonly string[] {
		return [...this.#closed];
	}

	/** Replaces the options. The first rows are there at once, the others follow in slices. */
	show(view: ConfigView, query: Query, closed: readonly string[], linkable: boolean): void {
		clearTimeout(this.#timer);
		this.#closed = new Set(closed);
		let index = 0;
		this.#sections = view.groups
			.filter(({ rows }) => rows.length > 0)
			.map((group) => {
				const items = group.rows.map((row) => ({
					index: index++,
					row,
					entry: entryOf(group, row),
					shown: true,
				}));
				return new GroupSection(group, items, linkable);
			});
		this.#items = this.#sections.flatMap(({ items }) => items);
		for (const section of this.#sections) this.#listen(section);
		this.filter(query);
		this.element.replaceChildren(...this.#sections.map(({ element }) => element));
		this.#make(2 * sliceMs);
	}

	/** Hides what the query does not find. While something is searched for, closed groups are open. */
	filter(query: Query): number {
		this.#searching = !isEmptyQuery(query);
		let shown = 0;
		for (const section of this.#sections) {
			section.filter(({ entry }) => matches(entry, query));
			section.element.open = this.#searching || !this.#closed.has(section.id);
			shown += section.shown;
		}
		return shown;
	}

	/** The rows that are made and neither filtered out nor in a closed group, in the page's order. */
	openRows(): HTMLElement[] {
		return this.#sections
			.filter(({ element }) => element.open && !element.hidden)
			.flatMap(({ items }) => items.flatMap(({ shown, element }) => (shown && element) || []));
	}

	/** The option that an element, or what is around it, is the row of. */
	itemOf(element: Element | undefined): Item | undefined {
		const index = element?.closest<HTMLElement>(".row")?.dataset.index;
		return index === undefined ? undefined : this.#items[Number(index)];
	}

	/** The group that an element is in. */
	sectionOf(element: Element | undefined): GroupSection | undefined {
		const item = this.itemOf(element);
		return item && this.#sections.find(({ items }) => items.includes(item));
	}

	/** The row of the option with this id, made now if it was not yet, in a group that is opened for it. */
	rowOf(id: string): HTMLElement | undefined {
		const item = this.#items.find(({ row }) => row.id === id);
		const section = item && this.#sections.find(({ items }) => items.includes(item));
		section?.make(Number.POSITIVE_INFINITY);
		if (section && !section.element.open) {
			section.element.open = true;
			this.#closed.delete(section.id);
			this.#onClosed();
		}
		return item?.element;
	}

	#make(ms: number): void {
		const deadline = performance.now() + ms;
		const unfinished = this.#sections.some((section) => !section.make(deadline));
		if (!unfinished) return;
		this.#timer = setTimeout(() => {
			this.#make(sliceMs);
		});
	}

	#listen(section: GroupSection): void {
		section.heading.addEventListener("click", () => {
			// The state before the click; while searching, closing a group is for the moment only.
			if (this.#searching) return;
			if (section.element.open) this.#closed.add(section.id);
			else this.#closed.delete(section.id);
			this.#onClosed();
		});
	}
}
