import type { Plot, PlotSeries } from "../../core/statistics/plot.ts";
import { h } from "../shared/dom.ts";
import { formatValue } from "./statsText.ts";

/** The appearance of a series. Depends on the theme. */
export interface LineLook {
	readonly color: string;
	/** In px. */
	readonly width: number;
	readonly dash: readonly number[];
	readonly shown: boolean;
}

interface Entry {
	readonly series: PlotSeries;
	readonly button: HTMLButtonElement;
	readonly swatch: HTMLElement;
	readonly value: HTMLElement;
}

/** The names of a plot's series, with their lines and values. Each is a button that hides and shows its series. */
export class StatsLegend {
	readonly element = h("ul", { class: "legend" });
	readonly #toggle: (name: string) => void;
	#entries: readonly Entry[] = [];
	#unit: Plot["unit"] = "count";

	/** @param toggle called with the name of the series whose button was pressed */
	constructor(toggle: (name: string) => void) {
		this.#toggle = toggle;
	}

	/** @param isHidden whether the series with a name is hidden */
	show({ series, unit }: Plot, isHidden: (name: string) => boolean): void {
		this.#unit = unit;
		const same =
			series.length === this.#entries.length &&
			series.every(({ name }, index) => name === this.#entries[index]?.series.name);
		if (same) {
			this.#entries = this.#entries.map((entry, index) => ({
				...entry,
				series: series[index] ?? entry.series,
			}));
		} else {
			this.#entries = series.map((one, index) => this.#entry(one, index));
			this.element.replaceChildren(...this.#entries.map(({ button }) => h("li", {}, button)));
		}
		for (const { series: one, button } of this.#entries) {
			button.setAttribute("aria-pressed", String(!isHidden(one.name)));
		}
	}

	/** Shows the values at a point; by default, the newest. */
	point(index: number | undefined): void {
		for (const { series, value } of this.#entries) {
			const number = index === undefined ? series.newest : series.values[index];
			value.textContent = formatValue(this.#unit, number);
		}
	}

	/** Returns the current looks of the lines, in the order of the series. They match the samples next to the names. */
	looks(): LineLook[] {
		return this.#entries.map(({ swatch, button }) => {
			const { borderTopColor, borderTopStyle, borderTopWidth } = getComputedStyle(swatch);
			return {
				color: borderTopColor,
				width: (parseFloat(borderTopWidth) || 3) / 2,
				dash: { dashed: [8, 4], dotted: [2, 3], double: [12, 3, 2, 3] }[borderTopStyle] ?? [],
				shown: button.getAttribute("aria-pressed") === "true",
			};
		});
	}

	#entry(series: PlotSeries, index: number): Entry {
		const swatch = h("span", { class: `swatch line${index % 8}`, "data-name": series.name });
		const value = h("span", { class: "value" });
		const button = h(
			"button",
			{ type: "button" },
			swatch,
			h("span", { class: "name" }, series.label),
			" ",
			value,
		);
		button.addEventListener("click", () => {
			this.#toggle(series.name);
		});
		return { series, button, swatch, value };
	}
}
