import type { ChangeRow } from "../../core/comparison/changeRow.ts";
import { changeKinds, kindLabel, kindMeaning } from "../../core/comparison/changeText.ts";
import type { ChangeKind } from "../../core/comparison/compare.ts";
import type { NamedSide } from "../../core/comparison/comparisonTitle.ts";
import {
	hidingLabel,
	hidingMeaning,
	hidingOf,
	hidings,
	type Hiding,
} from "../../core/comparison/hiding.ts";
import { formatCount } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { CompareFilter } from "./compareFilter.ts";
import { h } from "../shared/dom.ts";
import { searchKey } from "../shared/searchKeys.ts";

/** Callbacks of the search bar. */
export interface CompareSearchEvents {
	readonly changed: () => void;
	/** Called for the down arrow, which moves the focus to the rows. */
	readonly leaveDown: () => void;
}

/** The search box, a button with a count for each kind of change, and the number of results. */
export class CompareSearch {
	readonly input = h("input", {
		type: "text",
		"aria-label": t("Search changes"),
		"aria-describedby": "count",
		placeholder: t("Search changes ({0})", searchKey()),
		spellcheck: "false",
		autocomplete: "off",
	});
	readonly #count = h("span", { class: "count", id: "count" });
	readonly #toggles = h("div", {
		class: "toggles",
		role: "group",
		"aria-label": t("Kinds of change"),
	});
	readonly #hide = h("div", {
		class: "toggles",
		role: "group",
		"aria-label": t("Hide differences"),
	});
	readonly element = h(
		"div",
		{ class: "search", role: "search" },
		h("div", { class: "box" }, this.input, this.#count),
		this.#toggles,
		this.#hide,
	);
	readonly #events: CompareSearchEvents;
	readonly #kinds: Set<ChangeKind>;
	readonly #hidden: Set<Hiding>;

	/** @param before the filter when the page was last shown */
	constructor(before: CompareFilter, events: CompareSearchEvents) {
		this.#events = events;
		this.#kinds = new Set(before.kinds);
		this.#hidden = new Set(before.hidden);
		this.input.value = before.text;
		this.input.addEventListener("input", events.changed);
		this.input.addEventListener("keydown", (event) => {
			if (event.isComposing) return;
			if (event.key === "ArrowDown") events.leaveDown();
			else if (event.key === "Escape" && this.input.value !== "") this.clear();
			else return;
			event.preventDefault();
		});
	}

	get filter(): CompareFilter {
		return { text: this.input.value, kinds: this.#kinds, hidden: this.#hidden };
	}

	/** Clears the text, the kinds, and what is hidden, and focuses the box. */
	clear(): void {
		this.input.value = "";
		this.#kinds.clear();
		this.#hidden.clear();
		this.#press();
		this.input.focus();
		this.#events.changed();
	}

	/** Shows buttons for the kinds in the comparison. */
	show(left: NamedSide, right: NamedSide, rows: readonly ChangeRow[]): void {
		const counts = new Map<ChangeKind, number>();
		for (const { kind } of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
		for (const kind of this.#kinds) if (!counts.has(kind)) this.#kinds.delete(kind);
		const buttons = changeKinds.flatMap((kind) => {
			const count = counts.get(kind);
			const label = `${kindLabel(kind, left, right)} ${formatCount(count ?? 0)}`;
			const about = { title: kindMeaning(kind), "data-kind": kind };
			return count === undefined ? [] : [this.#toggle(label, about, this.#kinds, kind)];
		});
		this.#toggles.replaceChildren(...buttons);
		this.#hide.replaceChildren(
			...hidings.flatMap((hiding) => {
				const count = rows.filter((row) => hidingOf(row) === hiding).length;
				const label = `${hidingLabel(hiding)} ${formatCount(count)}`;
				const about = { title: hidingMeaning(hiding), "data-hiding": hiding };
				return count === 0 ? [] : [this.#toggle(label, about, this.#hidden, hiding)];
			}),
		);
		this.#press();
	}

	showCount(sentence: string): void {
		this.#count.textContent = sentence;
	}

	#toggle<T>(
		label: string,
		about: Readonly<Record<string, string>>,
		chosen: Set<T>,
		one: T,
	): HTMLElement {
		const button = h("button", { type: "button", ...about }, label);
		button.addEventListener("click", () => {
			if (!chosen.delete(one)) chosen.add(one);
			this.#press();
			this.#events.changed();
		});
		return button;
	}

	#press(): void {
		for (const button of this.element.querySelectorAll<HTMLElement>("[data-kind], [data-hiding]")) {
			const { kind, hiding } = button.dataset;
			const pressed = this.#kinds.has(kind as ChangeKind) || this.#hidden.has(hiding as Hiding);
			button.setAttribute("aria-pressed", String(pressed));
		}
	}
}
