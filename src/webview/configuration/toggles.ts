import { t } from "../../core/base/l10n.ts";
import { h } from "../shared/dom.ts";
import { sourceLabel } from "../../core/options/sourceLabel.ts";
import { flagLabel } from "./labels.ts";
import { TabStop } from "../shared/tabStop.ts";
import { hasFilter } from "../../core/configuration/tokens.ts";

/** Buttons for the filters that are wanted most. The search text is the truth: they write it and follow it. */
export class Toggles {
	readonly element = h("div", { class: "toggles", role: "toolbar", "aria-label": t("Filters") });
	readonly #buttons: readonly (readonly [filter: string, button: HTMLButtonElement])[];

	/** @param toggle called with the filter whose button was pressed */
	constructor(toggle: (filter: string) => void) {
		const filters = [
			["@changed", flagLabel("changed"), undefined],
			["@source:flag", sourceLabel("flag"), t("Value source: {0}", sourceLabel("flag"))],
			["@source:env", sourceLabel("env"), t("Value source: {0}", sourceLabel("env"))],
			["@source:yaml", sourceLabel("yaml"), t("Value source: {0}", sourceLabel("yaml"))],
			["@source:default", sourceLabel("default"), t("Value source: {0}", sourceLabel("default"))],
			["@finding", flagLabel("finding"), undefined],
			["@deprecated", flagLabel("deprecated"), undefined],
			["@dangerous", flagLabel("dangerous"), undefined],
			["@secret", flagLabel("secret"), undefined],
			["@enterprise", flagLabel("enterprise"), undefined],
			["@proxies", flagLabel("proxies"), undefined],
			["@hidden", flagLabel("hidden"), undefined],
		] as const;
		this.#buttons = filters.map(([filter, label, longLabel]) => {
			const button = h(
				"button",
				{ type: "button", "aria-pressed": "false", "aria-label": longLabel, title: filter },
				label,
			);
			button.addEventListener("click", () => {
				toggle(filter);
			});
			return [filter, button];
		});
		const buttons = this.#buttons.map(([, button]) => button);
		this.element.append(...buttons);
		new TabStop(this.element, () => buttons).settle();
	}

	/** Shows which filters the search text holds. */
	update(text: string): void {
		for (const [filter, button] of this.#buttons) {
			const pressed = String(hasFilter(text, filter));
			// Setting it anew would have the button drawn anew.
			if (button.getAttribute("aria-pressed") !== pressed) {
				button.setAttribute("aria-pressed", pressed);
			}
		}
	}
}
