import { t } from "../../core/base/l10n.ts";
import { h } from "../shared/dom.ts";
import { sourceLabel } from "../../core/options/sourceLabel.ts";
import { TabStop } from "../shared/tabStop.ts";
import { flagLabel, flagNames, type Flag } from "../../core/configuration/filters.ts";
import { hasFilter } from "../../core/configuration/tokens.ts";

type Filter = readonly [filter: string, label: string, longLabel: string | undefined];

/** Buttons for the most useful filters. They change the search text and reflect it. */
export class Toggles {
	readonly element = h("div", { class: "toggles", role: "toolbar", "aria-label": t("Filters") });
	readonly #buttons: readonly (readonly [filter: string, button: HTMLButtonElement])[];

	/** @param toggle called with the filter of a selected button */
	constructor(toggle: (filter: string) => void) {
		const byFlag = (flag: Flag): Filter => [`@${flag}`, flagLabel(flag), undefined];
		const [changed = "changed", ...marks] = flagNames;
		const filters: readonly Filter[] = [
			byFlag(changed),
			["@source:flag", sourceLabel("flag"), t("Value source: {0}", sourceLabel("flag"))],
			["@source:env", sourceLabel("env"), t("Value source: {0}", sourceLabel("env"))],
			["@source:yaml", sourceLabel("yaml"), t("Value source: {0}", sourceLabel("yaml"))],
			["@source:default", sourceLabel("default"), t("Value source: {0}", sourceLabel("default"))],
			...marks.map(byFlag),
		];
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

	/** Shows which filters the search text contains. */
	update(text: string): void {
		for (const [filter, button] of this.#buttons) {
			const pressed = String(hasFilter(text, filter));
			// Setting the attribute to the same value would redraw the button.
			if (button.getAttribute("aria-pressed") !== pressed) {
				button.setAttribute("aria-pressed", pressed);
			}
		}
	}
}
