import type { ChangeRow } from "../../core/comparison/changeRow.ts";
import { kindLabel } from "../../core/comparison/changeText.ts";
import { sideName, type NamedSide } from "../../core/comparison/comparisonTitle.ts";
import { t } from "../../core/base/l10n.ts";
import { includesRow, haystackOf, wordsOf, type CompareFilter } from "./compareFilter.ts";
import { compareRow } from "./compareRow.ts";
import { h } from "../shared/dom.ts";
import { highlight } from "../shared/highlight.ts";

interface Item {
	readonly row: ChangeRow;
	readonly haystack: string;
	readonly element: HTMLElement;
	/** The row's name, which can be focused. */
	readonly stop: HTMLElement;
}

/**
 * The table of changed options. Rows are created once per comparison, and filtering hides them. Arrow keys move from
 * name to name.
 */
export class CompareTable {
	readonly element = h("div", { class: "changes", role: "table" });
	#items: readonly Item[] = [];
	readonly #leaveUp: () => void;

	/**
	 * @param open called with the ID of an option whose name was selected
	 * @param leaveUp called for the up arrow on the first row
	 */
	constructor(open: (id: string) => void, leaveUp: () => void) {
		this.#leaveUp = leaveUp;
		this.element.addEventListener("click", ({ target }) => {
			const { id } = (target as Element).closest<HTMLElement>("button[data-id]")?.dataset ?? {};
			if (id !== undefined) open(id);
		});
		this.element.addEventListener("keydown", (event) => {
			if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			if (this.#move(event.key)) event.preventDefault();
		});
		this.element.addEventListener("focusin", ({ target }) => {
			this.#makeStop(this.#items.find(({ stop }) => stop === target));
		});
	}

	/** The rows that match the filter. */
	get shown(): readonly ChangeRow[] {
		return this.#shownItems().map(({ row }) => row);
	}

	/** Replaces the rows. */
	show(left: NamedSide, right: NamedSide, rows: readonly ChangeRow[], linked: boolean): void {
		const names = [sideName(left, right), sideName(right, left)] as const;
		this.element.setAttribute("aria-label", t("Options that differ between {0} and {1}", ...names));
		this.#items = rows.map((row) => {
			const element = compareRow(row, kindLabel(row.kind, left, right), linked);
			const stop = element.querySelector<HTMLElement>("[data-id]") ?? element;
			return { row, haystack: haystackOf(row), element, stop };
		});
		const heads = [t("Option"), ...names].map((head) => h("div", { role: "columnheader" }, head));
		this.element.replaceChildren(
			h("div", { class: "heads", role: "row" }, ...heads),
			...this.#items.map(({ element }) => element),
		);
	}

	/** Hides the rows that don't match a filter. */
	filter(filter: CompareFilter): void {
		for (const { row, haystack, element } of this.#items) {
			element.hidden = !includesRow(filter, row, haystack);
		}
		const shown = this.#shownItems();
		if (!shown.some(({ stop }) => stop.tabIndex === 0)) this.#makeStop(shown[0]);
		this.element.hidden = shown.length === 0;
		highlight(
			shown.map(({ element }) => element),
			wordsOf(filter.text),
		);
	}

	/** Focuses the first visible row. */
	focusFirst(): void {
		this.#shownItems()[0]?.stop.focus();
	}

	#shownItems(): Item[] {
		return this.#items.filter(({ element }) => !element.hidden);
	}

	#move(key: string): boolean {
		const shown = this.#shownItems();
		const place = shown.findIndex(({ stop }) => stop === document.activeElement);
		const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: shown.length - 1 }[key];
		if (place === -1 || next === undefined) return false;
		if (next < 0) this.#leaveUp();
		else shown[next]?.stop.focus();
		return true;
	}

	/** Makes one row the tab stop. The others are reached with the arrow keys. */
	#makeStop(item: Item | undefined): void {
		if (!item) return;
		for (const { stop } of this.#items) if (stop.tabIndex === 0) stop.tabIndex = -1;
		item.stop.tabIndex = 0;
	}
}
