import { t } from "../../core/base/l10n.ts";
import type { Plot } from "../../core/statistics/plot.ts";
import type { RangeId } from "../../core/statistics/ranges.ts";
import type { FromStatisticsPage, StatsContent } from "../../protocol/statistics.ts";
import { Announcer } from "../shared/announcer.ts";
import { Copying } from "../shared/copying.ts";
import { h } from "../shared/dom.ts";
import { problemNotice } from "../shared/notices.ts";
import type { MakeChart } from "./statsDrawing.ts";
import { StatsHeader } from "./statsHeader.ts";
import type { Host } from "../shared/host.ts";
import { emptyNotice } from "./statsNotices.ts";
import { StatsPlot } from "./statsPlot.ts";
import { rangeLabel } from "./statsRanges.ts";
import { readStatsState, type StatsState } from "./statsState.ts";
import { StatsTable } from "./statsTable.ts";

/** The page: shows the data that it receives as plots or tables, and the selection of the time range. */
export class StatsPage {
	readonly #host: Host<FromStatisticsPage>;
	readonly #makeChart: MakeChart;
	readonly #header: StatsHeader;
	readonly #problem = h("div", { role: "status" });
	readonly #notice = h("div");
	readonly #plots = h("div", { class: "plots" });
	readonly #tables = h("div", { class: "tables" });
	readonly #announcer = new Announcer();
	readonly #copying = new Copying(this.#announcer);
	readonly #drawn = new Map<Plot["id"], StatsPlot>();
	readonly #tabled = new Map<Plot["id"], StatsTable>();
	#state: StatsState;
	#content: StatsContent | undefined;

	constructor(root: HTMLElement, host: Host<FromStatisticsPage>, makeChart: MakeChart) {
		this.#host = host;
		this.#makeChart = makeChart;
		this.#state = readStatsState(host.getState());
		this.#header = new StatsHeader({
			range: (range) => {
				this.#choose(range);
			},
			table: () => {
				this.#change({ table: !this.#state.table });
			},
			copy: () => {
				host.postMessage({ type: "copyCsv" });
				this.#copying.start(() => {
					this.#announcer.show(t("Copied"));
				});
			},
			refresh: () => {
				host.postMessage({ type: "refresh" });
			},
		});
		const main = h("main", {}, this.#notice, this.#plots, this.#tables);
		root.append(this.#header.element, this.#problem, main, this.#announcer.element);
	}

	/** Requests the content. */
	begin(): void {
		const { range } = this.#state;
		this.#host.postMessage({ type: "ready", ...(range && { range }) });
	}

	/** Shows new content. */
	show(content: StatsContent): void {
		this.#content = content;
		const { deployment } = content;
		this.#state = { ...this.#state, ...(deployment && { deployment: deployment.key }) };
		this.#draw();
	}

	/** Confirms that the extension copied what was requested. */
	copied(): void {
		this.#copying.copied();
	}

	/** Redraws the plots with the theme's colors. */
	restyle(): void {
		for (const plot of this.#drawn.values()) plot.restyle();
	}

	#choose(range: RangeId): void {
		this.#state = { ...this.#state, range };
		this.#host.setState(this.#state);
		this.#host.postMessage({ type: "range", range });
		this.#announcer.say(range === "all" ? t("All samples") : t("Last {0}", rangeLabel(range)));
	}

	#change(change: Partial<StatsState>): void {
		this.#state = { ...this.#state, ...change };
		this.#draw();
	}

	#draw(): void {
		const content = this.#content;
		if (!content) return;
		this.#host.setState(this.#state);
		const { range = content.range, table } = this.#state;
		const { problem, newest } = content;
		this.#header.show(content, range, table);
		document.title = this.#header.title;
		const act = (): void => {
			this.#host.postMessage({ type: "act" });
		};
		const notices = problem ? [problemNotice(problem, newest !== undefined, act)] : [];
		this.#problem.replaceChildren(...notices);
		const empty = emptyNotice(content, () => {
			this.#choose("all");
		});
		this.#notice.replaceChildren(...(empty ? [empty] : []));
		this.#plots.hidden = table || empty !== undefined;
		this.#tables.hidden = !table || empty !== undefined;
		if (!this.#plots.hidden) for (const plot of content.drawn.plots) this.#drawPlot(content, plot);
		if (!this.#tables.hidden)
			for (const plot of content.table.plots) this.#drawTable(content, plot);
	}

	#drawTable(content: StatsContent, plot: Plot): void {
		const table = this.#tabled.get(plot.id) ?? new StatsTable();
		if (!this.#tabled.has(plot.id)) {
			this.#tabled.set(plot.id, table);
			this.#tables.append(table.element);
		}
		table.show(content, plot);
	}

	#drawPlot(content: StatsContent, plot: Plot): void {
		const drawn = this.#drawn.get(plot.id) ?? this.#addPlot(plot.id);
		drawn.show(content, plot, (name) => this.#state.hidden.includes(`${plot.id}/${name}`));
	}

	#addPlot(id: Plot["id"]): StatsPlot {
		const plot = new StatsPlot(this.#makeChart, {
			point: (index) => {
				for (const drawn of this.#drawn.values()) drawn.point(index);
			},
			toggle: (name) => {
				const { hidden } = this.#state;
				const one = `${id}/${name}`;
				const rest = hidden.filter((other) => other !== one);
				this.#change({ hidden: rest.length < hidden.length ? rest : [...hidden, one] });
			},
		});
		this.#drawn.set(id, plot);
		this.#plots.append(plot.element);
		return plot;
	}
}
