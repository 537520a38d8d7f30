import { t } from "../../core/base/l10n.ts";
import { h } from "../shared/dom.ts";
import { searchKey } from "../shared/searchKeys.ts";
import { SuggestionList } from "./suggestionList.ts";
import { toggleFilter } from "../../core/configuration/tokens.ts";
import { Toggles } from "./toggles.ts";

/** Callbacks of the search box. */
export interface SearchEvents {
	/** Called when the text has changed. */
	readonly changed: () => void;
	/** Called for the down arrow, which moves the focus to the rows. */
	readonly leaveDown: () => void;
}

/** The search box with its suggestions, the filter buttons, and the number of results. */
export class SearchBox {
	readonly input = h("input", {
		type: "text",
		role: "combobox",
		"aria-expanded": "false",
		"aria-controls": "suggestions",
		"aria-autocomplete": "list",
		"aria-describedby": "count",
		"aria-label": t("Search options"),
		placeholder: t("Search options ({0}), or type @ for filters", searchKey()),
		spellcheck: "false",
		autocomplete: "off",
	});
	readonly #count = h("span", { class: "count", id: "count" });
	readonly #clear = h("button", { type: "button" }, t("Clear"));
	readonly #events: SearchEvents;
	readonly #suggestions: SuggestionList;
	readonly #toggles: Toggles;
	readonly element: HTMLElement;

	constructor(events: SearchEvents) {
		this.#events = events;
		this.#suggestions = new SuggestionList(this.input, () => {
			this.#changed();
		});
		this.#toggles = new Toggles((filter) => {
			this.text = toggleFilter(this.text, filter);
		});
		this.#clear.addEventListener("click", () => {
			this.clear();
		});
		this.element = h(
			"div",
			{ class: "search", role: "search" },
			h("div", { class: "box" }, this.input, this.#count, this.#clear, this.#suggestions.element),
			this.#toggles.element,
		);
		this.#listen();
	}

	get text(): string {
		return this.input.value;
	}

	/** Setting the text also applies it as a filter. */
	set text(text: string) {
		this.input.value = text;
		this.#suggestions.close();
		this.#changed();
	}

	/** Clears the text, and focuses the box. */
	clear(): void {
		this.text = "";
		this.input.focus();
	}

	setGroups(groups: readonly (readonly string[])[]): void {
		this.#suggestions.setGroups(groups);
	}

	showCount(sentence: string): void {
		this.#count.textContent = sentence;
	}

	#changed(): void {
		this.#toggles.update(this.text);
		this.#clear.hidden = this.text === "";
		this.#events.changed();
	}

	#listen(): void {
		this.input.addEventListener("input", () => {
			this.#suggestions.update();
			this.#changed();
		});
		this.input.addEventListener("click", () => {
			this.#suggestions.update();
		});
		this.input.addEventListener("blur", () => {
			this.#suggestions.close();
		});
		this.input.addEventListener("keydown", (event) => {
			if (event.isComposing) return;
			if (this.#suggestions.onKey(event.key) || this.#onKey(event.key)) event.preventDefault();
		});
	}

	#onKey(key: string): boolean {
		if (key === "Escape" && this.text !== "") {
			this.clear();
			return true;
		}
		if (key !== "ArrowDown") return false;
		this.#events.leaveDown();
		return true;
	}
}
