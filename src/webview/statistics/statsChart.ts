import UPlot from "uplot";
import type { Chart, Drawing, MakeChart } from "./statsDrawing.ts";
import { countSteps, dateThere, timeLabels, topOf, valueLabels } from "./statsAxes.ts";
import { drawThresholds } from "./statsThresholds.ts";

const height = 190;
/** The space for the numbers next to a plot, in px: the same for all plots, to align their times. */
const axisWidth = 66;

/** Draws with uPlot, which sets styles only through the DOM. The page's policy allows that. */
export const drawWithUPlot: MakeChart = (place, hover) => new UPlotChart(place, hover);

class UPlotChart implements Chart {
	readonly #place: HTMLElement;
	readonly #hover: (index: number | undefined) => void;
	#drawing: Drawing | undefined;
	#plot: UPlot | undefined;
	/** Identifies the current plot. If it is the same, only the numbers are replaced. */
	#made = "";

	constructor(place: HTMLElement, hover: (index: number | undefined) => void) {
		this.#place = place;
		this.#hover = hover;
		new ResizeObserver(() => {
			if (place.clientWidth > 0) this.#plot?.setSize({ width: place.clientWidth, height });
		}).observe(place);
	}

	show(drawing: Drawing): void {
		this.#drawing = drawing;
		const { plot, looks, at } = drawing;
		const { color, fontFamily } = getComputedStyle(this.#place);
		const names = plot.series.map(({ name }) => name);
		const made = JSON.stringify([names, looks, color, fontFamily]);
		const data: UPlot.AlignedData = [[...at], ...plot.series.map(({ values }) => [...values])];
		if (this.#plot && made === this.#made) {
			this.#plot.setData(data);
			return;
		}
		this.#made = made;
		this.#plot?.destroy();
		this.#plot = new UPlot(this.#options(color, fontFamily), data, this.#place);
	}

	point(index: number | undefined): void {
		const at = index === undefined ? undefined : this.#drawing?.at[index];
		const left = at === undefined ? -10 : (this.#plot?.valToPos(at, "x") ?? -10);
		this.#plot?.setCursor({ left, top: left < 0 ? -10 : 0 }, false);
	}

	#options(color: string, fontFamily: string): UPlot.Options {
		const drawing = (): Drawing | undefined => this.#drawing;
		const { plot, looks } = drawing() ?? { plot: undefined, looks: [] };
		const style = getComputedStyle(this.#place);
		const grid = { stroke: style.getPropertyValue("--grid").trim(), width: 1 };
		const axis = { stroke: color, font: `11px ${fontFamily}`, grid, ticks: { show: false } };
		return {
			width: Math.max(this.#place.clientWidth, 200),
			height,
			ms: 1,
			tzDate: dateThere,
			padding: [10, 30, 0, 0],
			legend: { show: false },
			cursor: { y: false, drag: { x: false, y: false, setScale: false } },
			scales: {
				x: { range: () => [drawing()?.from ?? 0, drawing()?.to ?? 1] },
				y: { range: (_chart, _lowest, highest) => [0, topOf(plot, highest)] },
			},
			axes: [
				{ ...axis, size: 30, gap: 8, space: 80, values: timeLabels },
				{
					...axis,
					size: axisWidth,
					values: valueLabels(plot?.unit ?? "count"),
					...(plot?.unit === "count" && { incrs: countSteps }),
				},
			],
			series: [
				{},
				...looks.map(({ color: stroke, width, dash, shown }) => ({
					stroke,
					dash: [...dash],
					show: shown,
					width,
					points: { show: false, filter: lonely, size: 4, fill: stroke },
				})),
			],
			hooks: {
				draw: [
					(chart) => {
						drawThresholds(chart, plot?.thresholds ?? [], style, axis.font);
					},
				],
				setCursor: [
					(chart) => {
						this.#hover(chart.cursor.idx ?? undefined);
					},
				],
			},
		};
	}
}

/** Returns the isolated points between two gaps, which are drawn as dots because no line connects them. */
function lonely(chart: UPlot, series: number): number[] {
	const values = Array.from(chart.data[series] ?? []);
	const missing = (index: number): boolean => (values[index] ?? null) === null;
	return [...values.keys()].filter(
		(index) => !missing(index) && missing(index - 1) && missing(index + 1),
	);
}
