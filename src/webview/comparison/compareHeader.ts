import { t } from "../../core/base/l10n.ts";
import type { CompareContent, FromComparisonPage, PanelSide } from "../../protocol/comparison.ts";
import { comparisonTitle, sideName } from "../../core/comparison/comparisonTitle.ts";
import { h } from "../shared/dom.ts";

/** The header of the page: what is compared, and commands for the comparison. */
export class CompareHeader {
	readonly #title = h("h1");
	readonly #facts = h("div", { class: "facts" });
	readonly #notes = h("ul", { class: "notes" });
	readonly #buttons: readonly HTMLButtonElement[];
	readonly #again: HTMLButtonElement;
	readonly element: HTMLElement;

	/** @param press called with the message of a selected button */
	constructor(press: (type: Exclude<FromComparisonPage["type"], "openOption">) => void) {
		const button = (label: string, type: Parameters<typeof press>[0]): HTMLButtonElement => {
			const element = h("button", { type: "button" }, label);
			element.addEventListener("click", () => {
				press(type);
			});
			return element;
		};
		this.#buttons = [
			button(t("Open Diff"), "openDiff"),
			button(t("Copy as Markdown"), "copyMarkdown"),
			button(t("Swap Sides"), "swap"),
		];
		this.#again = button("", "again");
		this.element = h(
			"header",
			{},
			h("div", {}, this.#title, this.#facts, this.#notes),
			h("div", { class: "commands" }, ...this.#buttons, this.#again),
		);
	}

	get title(): string {
		return this.#title.textContent;
	}

	show({ result, loading }: CompareContent): void {
		this.#title.textContent = result ? comparisonTitle(result.left, result.right) : t("Comparison");
		const sides = result ? [result.left, result.right] : [];
		const facts = sides.map((side, index) => h("p", {}, factsOf(side, sides[1 - index] ?? side)));
		this.#facts.replaceChildren(...facts);
		const notes = sides.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`));
		this.#notes.replaceChildren(...notes.map((note) => h("li", {}, note)));
		for (const button of this.#buttons) button.hidden = !result;
		this.#again.textContent = loading ? t("Comparing…") : t("Compare Again");
		this.#again.setAttribute("aria-disabled", String(loading));
	}
}

function factsOf(side: PanelSide, other: PanelSide): string {
	return [sideName(side, other), side.version, side.detail]
		.filter((fact) => fact !== undefined)
		.join(" · ");
}
