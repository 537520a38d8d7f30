import type { ConfigGroup } from "../core/configView.ts";
import { h } from "./dom.ts";
import type { Item } from "./item.ts";
import { optionRow } from "./optionRow.ts";

/** A group's heading and rows. Rows are made little by little: what is not made yet knows already if it is shown. */
export class GroupSection {
	readonly id: string;
	readonly path: readonly string[];
	readonly items: readonly Item[];
	readonly element: HTMLDetailsElement;
	readonly heading = h("summary");
	readonly #rows = h("div", { class: "rows" });
	readonly #linkable: boolean;
	#made = 0;
	#shown = 0;

	/**
	 * @param items the group's options
	 * @param linkable whether links to options can be made
	 */
	constructor(group: ConfigGroup, items: readonly Item[], linkable: boolean) {
		this.#linkable = linkable;
		this.id = group.id;
		this.path = group.path;
		this.items = items;
		const above = group.path.slice(0, -1).map((name) => `${name} › `);
		this.heading.append(
			h("h2", {}, h("span", { class: "above" }, above.join("")), group.path.at(-1) ?? ""),
		);
		this.element = h(
			"details",
			{ class: "group", open: true },
			this.heading,
			group.description !== undefined && h("p", { class: "description" }, group.description),
			this.#rows,
		);
	}

	/** How many options the filter left. */
	get shown(): number {
		return this.#shown;
	}

	/** Makes rows until all are there or `deadline` (a moment of `performance.now`) has passed; true when all are. */
	make(deadline: number): boolean {
		while (this.#made < this.items.length) {
			const item = this.items[this.#made++];
			if (!item) break;
			item.element = optionRow(item.row, item.index, this.#linkable);
			item.element.hidden = !item.shown;
			this.#rows.append(item.element);
			if (performance.now() > deadline) break;
		}
		return this.#made === this.items.length;
	}

	/** Shows the items that `finds` finds, and itself if there are any. */
	filter(finds: (item: Item) => boolean): void {
		this.#shown = 0;
		for (const item of this.items) {
			item.shown = finds(item);
			if (item.shown) this.#shown++;
		}
		this.element.hidden = this.#shown === 0;
		// A hidden section's rows are left as they were: they are put right when it appears again.
		if (this.#shown === 0) return;
		for (const { element, shown } of this.items) {
			if (element && element.hidden === shown) element.hidden = !shown;
		}
	}
}
