import type { ConfigView } from "../../core/configuration/configView.ts";
import { h } from "../shared/dom.ts";
import { GroupSection } from "./groupSection.ts";
import { itemOf, type Item } from "./item.ts";
import { NearWindow } from "./nearWindow.ts";
import type { RowBlock } from "./rowBlock.ts";
import { Slices } from "./slices.ts";
import { matches } from "../../core/configuration/match.ts";
import { isEmptyQuery, type Query } from "../../core/configuration/query.ts";

/** How long drawing rows below the window waits for the next keystroke, in ms. */
const pauseMs = 50;

/** How long drawing rows far from the window waits for the next keystroke, in ms. */
const idleMs = 500;

/** The height of a row with few texts, in px. */
const shortRow = 80;

/**
 * The maximum number of options whose rows are all kept on the page, so that Select All and screen readers find them
 * there. Of more options, only the rows near the window are, because the page would become slow.
 */
const keptRows = 1000;

/** Callbacks of an {@link OptionList}. */
export interface ListEvents {
	/** The reader opened or closed a group. */
	readonly closed: () => void;
	/** Rows were added or removed, but not by a filter. */
	readonly drawn: () => void;
}

/** All options in their groups. Rows are created once per view, and the filter only hides them. */
export class OptionList {
	readonly element = h("div", { class: "list" });
	#sections: readonly GroupSection[] = [];
	#blocks: readonly RowBlock[] = [];
	#items: readonly Item[] = [];
	#closed = new Set<string>();
	#searching = false;
	readonly #slices = new Slices();
	readonly #events: ListEvents;
	/** Whether the filter has just changed, so that more keystrokes are likely. */
	#typing = false;
	readonly #near = new NearWindow(() => {
		if (!this.#typing) this.#drawNear();
	});

	constructor(events: ListEvents) {
		this.#events = events;
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

	/** Replaces the options. Call {@link filter} next, which draws rows. */
	show(view: ConfigView, closed: readonly string[], linkable: boolean): void {
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
		this.element.replaceChildren(...this.#sections.map(({ element }) => element));
		this.#blocks = this.#sections.flatMap(({ blocks }) => blocks);
		this.#near.watch(this.#blocks);
	}

	/**
	 * Hides what the query doesn't match. During a search, closed groups are open.
	 *
	 * @returns the number of matching options
	 */
	filter(query: Query): number {
		this.#searching = !isEmptyQuery(query);
		// The rows that fit into the window are drawn immediately, those close to them soon, and the others in a pause.
		const firstRows = Math.ceil(window.innerHeight / shortRow);
		let left = 0;
		for (const section of this.#sections) {
			section.filter((item) => !this.#searching || matches(item.entry(), query), firstRows - left);
			const open = this.#searching || !this.#closed.has(section.id);
			if (section.element.open !== open) section.element.open = open;
			left += section.shown;
		}
		this.#typing = true;
		this.#slices.later(pauseMs, () => {
			this.#typing = false;
			this.#drawNear();
		});
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

	/** Gives everything its approximate height now, which is necessary before scrolling to a row. */
	drawSizes(): void {
		for (const section of this.#sections) section.drawSizes();
	}

	/** Returns an option's row. Creates it if necessary, and opens its group. */
	rowOf(item: Item): HTMLElement | undefined {
		const section = this.#sections.find(({ items }) => items.includes(item));
		this.drawSizes();
		section?.drawAround(item);
		if (section && !section.element.open) {
			section.element.open = true;
			this.#closed.delete(section.id);
			this.#events.closed();
		}
		return item.element;
	}

	get #keepsAll(): boolean {
		return this.#items.length <= keptRows;
	}

	/** Draws the rows near the window. Later, prepares the search, and then draws the others. */
	#drawNear(): void {
		this.drawSizes();
		for (const block of this.#blocks) if (this.#near.isNear(block)) block.draw();
		this.#events.drawn();
		const prepare = (block: RowBlock, deadline: number): boolean => block.prepare(deadline);
		this.#slices.each(0, this.#blocks, prepare, () => {
			this.#drawRest();
		});
	}

	/** Draws the other rows, or removes them if there are too many. */
	#drawRest(): void {
		const work = (block: RowBlock, deadline: number): boolean => {
			if (this.#keepsAll) block.draw();
			else if (this.#near.isNear(block) === false) block.clear();
			return performance.now() < deadline;
		};
		this.#slices.each(idleMs, this.#blocks, work, this.#events.drawn);
	}

	#listen(section: GroupSection): void {
		section.heading.addEventListener("click", () => {
			// The state before the click. During a search, closing a group is temporary.
			if (this.#searching) return;
			if (section.element.open) this.#closed.add(section.id);
			else this.#closed.delete(section.id);
			this.#events.closed();
		});
	}
}
