import type { ConfigGroup } from "../../core/configuration/configView.ts";
import { h, serverText } from "../shared/dom.ts";
import type { Item } from "./item.ts";
import { RowBlock, showCount } from "./rowBlock.ts";

/** The number of rows that are processed together: about as many as fit into a window. */
const blockSize = 16;

/** A group's heading and rows. */
export class GroupSection {
	readonly id: string;
	readonly items: readonly Item[];
	readonly element: HTMLDetailsElement;
	readonly heading = h("summary");
	readonly blocks: readonly RowBlock[];
	#shown = 0;
	/** The value of `#shown` that the page currently shows. */
	#drawn = -1;

	/**
	 * @param items the group's options
	 * @param linkable whether options can be linked to
	 */
	constructor(group: ConfigGroup, items: readonly Item[], linkable: boolean) {
		this.id = group.id;
		this.items = items;
		this.blocks = Array.from(
			{ length: Math.ceil(items.length / blockSize) },
			(_unused, index) =>
				new RowBlock(items.slice(index * blockSize, (index + 1) * blockSize), linkable),
		);
		const above = group.path.slice(0, -1).map((name) => `${name} › `);
		this.heading.append(
			h("h2", serverText, h("span", { class: "above" }, above.join("")), group.path.at(-1) ?? ""),
		);
		this.element = h(
			"details",
			{ class: "group", open: true },
			this.heading,
			group.description !== undefined &&
				h("p", { class: "description", ...serverText }, group.description),
			...this.blocks.map(({ element }) => element),
		);
	}

	/** The number of options that match the filter. */
	get shown(): number {
		return this.#shown;
	}

	/**
	 * Determines which items are shown. The others of the section's rows are drawn later.
	 *
	 * @param urgent the number of rows to draw immediately; if 0, the section isn't redrawn yet
	 */
	filter(finds: (item: Item) => boolean, urgent: number): void {
		let shown = 0;
		for (const block of this.blocks) {
			const found = block.filter(finds);
			if (shown < urgent) {
				if (found > 0) block.draw();
				else block.drawSize();
			}
			shown += found;
		}
		this.#shown = shown;
		if (urgent > 0) this.#drawSize();
	}

	/** Hides the section, or gives it and its blocks their approximate heights. */
	drawSizes(): void {
		this.#drawSize();
		for (const block of this.blocks) block.drawSize();
	}

	/** Draws an item's row, and those around it. */
	drawAround(item: Item): void {
		const place = this.blocks.findIndex(({ items }) => items.includes(item));
		for (const block of this.blocks.slice(Math.max(place - 1, 0), place + 2)) block.draw();
	}

	#drawSize(): void {
		if (this.#drawn === this.#shown) return;
		this.#drawn = this.#shown;
		showCount(this.element, this.#shown);
	}
}
