import { t } from "../../core/base/l10n.ts";
import type { Plot } from "../../core/statistics/plot.ts";
import type { StatsContent } from "../../protocol/statistics.ts";
import { h } from "../shared/dom.ts";
import type { Chart, MakeChart } from "./statsDrawing.ts";
import { StatsLegend } from "./statsLegend.ts";
import { describePoint, describeSeries, formatPoint } from "./statsText.ts";

/** Callbacks of a plot. */
export interface StatsPlotEvents {
	/** Called when the mouse or keyboard moves to a point, or leaves. */
	readonly point: (index: number | undefined) => void;
	/** Called to hide or show the series with a name. */
	readonly toggle: (name: string) => void;
}

/** A plot with its title and legend. For the keyboard and screen readers, it is a slider over its points. */
export class StatsPlot {
	readonly element: HTMLElement;
	readonly #title = h("h2");
	readonly #moment = h("span", { class: "moment" });
	readonly #note = h("p", { class: "note" });
	readonly #place = h("div", { class: "chart", role: "slider", tabindex: "0" });
	readonly #legend: StatsLegend;
	readonly #chart: Chart;
	readonly #events: StatsPlotEvents;
	#content: StatsContent | undefined;
	#plot: Plot | undefined;
	#index: number | undefined;

	constructor(makeChart: MakeChart, events: StatsPlotEvents) {
		this.#events = events;
		this.#legend = new StatsLegend(events.toggle);
		this.#chart = makeChart(this.#place, events.point);
		this.#place.addEventListener("keydown", (event) => {
			if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
			if (this.#onKey(event.key)) event.preventDefault();
		});
		this.#place.addEventListener("blur", () => {
			events.point(undefined);
		});
		this.element = h(
			"section",
			{ class: "plot" },
			h("div", { class: "head" }, this.#title, this.#moment),
			this.#legend.element,
			this.#place,
			this.#note,
		);
	}

	/** @param isHidden whether the series with a name is hidden */
	show(content: StatsContent, plot: Plot, isHidden: (name: string) => boolean): void {
		const pointed = this.#index === undefined ? undefined : this.#content?.drawn.at[this.#index];
		this.#content = content;
		this.#plot = plot;
		this.#title.textContent = plot.title;
		this.#note.textContent = plot.note;
		const described = plot.series.map((series) => `${describeSeries(series, plot.unit)}.`);
		this.#place.setAttribute("aria-label", [`${plot.title}.`, ...described].join(" "));
		this.#place.setAttribute("aria-valuemin", "0");
		this.#place.setAttribute("aria-valuemax", String(Math.max(0, content.drawn.at.length - 1)));
		this.#legend.show(plot, isHidden);
		this.restyle();
		// The same time as before, if it still exists.
		const index = pointed === undefined ? -1 : content.drawn.at.indexOf(pointed);
		this.point(index === -1 ? undefined : index);
	}

	/** Redraws the plot with the theme's colors. */
	restyle(): void {
		if (!this.#content || !this.#plot) return;
		const { drawn, from, to } = this.#content;
		this.#chart.show({ at: drawn.at, from, to, plot: this.#plot, looks: this.#legend.looks() });
	}

	/** Shows the values at a point; by default, the newest. */
	point(index: number | undefined): void {
		this.#index = index;
		this.#chart.point(index);
		this.#legend.point(index);
		const { drawn, from, to } = this.#content ?? {};
		const last = (drawn?.at.length ?? 0) - 1;
		const at = drawn?.at[index ?? last];
		if (!this.#plot || at === undefined || from === undefined || to === undefined) return;
		const moment = formatPoint(at, to - from);
		this.#moment.textContent = index === undefined ? "" : moment;
		this.#place.setAttribute("aria-valuenow", String(index ?? last));
		this.#place.setAttribute(
			"aria-valuetext",
			t("{0}: {1}", moment, describePoint(this.#plot, index ?? last)),
		);
	}

	#onKey(key: string): boolean {
		const last = (this.#content?.drawn.at.length ?? 0) - 1;
		const from = this.#index ?? last;
		const next = {
			ArrowLeft: from - 1,
			ArrowDown: from - 1,
			ArrowRight: from + 1,
			ArrowUp: from + 1,
			PageDown: from - 10,
			PageUp: from + 10,
			Home: 0,
			End: last,
		}[key];
		if (next !== undefined) this.#events.point(Math.max(0, Math.min(next, last)));
		else if (key === "Escape") this.#events.point(undefined);
		return next !== undefined;
	}
}
