import { t } from "../../core/base/l10n.ts";
import { h } from "../shared/dom.ts";
import { accept, suggest, type Suggestions } from "./suggest.ts";

/** The suggested filters below the search box: a listbox that the box controls, following the ARIA combobox pattern. */
export class SuggestionList {
	readonly element = h("ul", {
		id: "suggestions",
		role: "listbox",
		class: "suggestions",
		"aria-label": t("Filters"),
		hidden: true,
	});
	readonly #input: HTMLInputElement;
	readonly #onTaken: () => void;
	#groups: readonly (readonly string[])[] = [];
	#suggestions: Suggestions | undefined;
	#active = -1;

	/** @param onTaken called after a suggestion changed the input's text */
	constructor(input: HTMLInputElement, onTaken: () => void) {
		this.#input = input;
		this.#onTaken = onTaken;
		// Not `click`: the box would lose the focus, which closes the list.
		this.element.addEventListener("mousedown", (event) => {
			event.preventDefault();
			const option = (event.target as Element).closest("[role=option]");
			this.#take([...this.element.children].findIndex((child) => child === option));
		});
	}

	/** @param groups the paths of the groups to suggest */
	setGroups(groups: readonly (readonly string[])[]): void {
		this.#groups = groups;
	}

	/** Opens or closes the list, depending on the text and the caret. */
	update(): void {
		const { value, selectionStart } = this.#input;
		this.#suggestions = suggest(value, selectionStart ?? value.length, this.#groups);
		if (!this.#suggestions && this.element.hidden) return;
		this.#active = -1;
		this.element.replaceChildren(
			...(this.#suggestions?.items ?? []).map(({ filter, description }, index) =>
				h(
					"li",
					{ role: "option", id: `suggestion${index}`, "aria-selected": "false" },
					h("span", { class: "filter" }, filter),
					" ",
					h("span", { class: "about" }, description),
				),
			),
		);
		this.#setOpen(this.#suggestions !== undefined);
	}

	close(): void {
		this.#setOpen(false);
	}

	/** Handles a key of the search box. Returns false if the list doesn't use it. */
	onKey(key: string): boolean {
		if (this.element.hidden) return false;
		switch (key) {
			case "ArrowDown":
				return this.#activate(this.#active + 1);
			case "ArrowUp":
				return this.#activate(this.#active - 1);
			case "Enter":
			case "Tab":
				if (this.#active < 0) return false;
				this.#take(this.#active);
				return true;
			case "Escape":
				this.close();
				return true;
			default:
				return false;
		}
	}

	#activate(index: number): boolean {
		const options = this.element.children;
		options[this.#active]?.setAttribute("aria-selected", "false");
		this.#active = (index + options.length) % options.length;
		const option = options[this.#active];
		option?.setAttribute("aria-selected", "true");
		option?.scrollIntoView({ block: "nearest" });
		this.#input.setAttribute("aria-activedescendant", option?.id ?? "");
		return true;
	}

	#take(index: number): void {
		const suggestion = this.#suggestions?.items[index];
		if (!this.#suggestions || !suggestion) return;
		const { text, caret } = accept(this.#input.value, this.#suggestions, suggestion);
		this.#input.value = text;
		this.#input.setSelectionRange(caret, caret);
		this.close();
		this.#onTaken();
	}

	#setOpen(open: boolean): void {
		this.element.hidden = !open;
		this.#input.setAttribute("aria-expanded", String(open));
		this.#input.removeAttribute("aria-activedescendant");
	}
}
