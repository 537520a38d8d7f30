import { t } from "../../core/base/l10n.ts";
import { zoneName } from "../../core/base/timeZone.ts";
import type { Plot } from "../../core/statistics/plot.ts";
import type { StatsContent } from "../../protocol/statistics.ts";
import { h } from "../shared/dom.ts";
import { formatPoint, formatValue } from "./statsText.ts";

/** The numbers of a plot as a table, newest first. */
export class StatsTable {
	readonly #title = h("h2");
	readonly #note = h("p", { class: "note" });
	readonly #heads = h("tr");
	readonly #body = h("tbody");
	readonly element = h(
		"div",
		{ class: "scroll", role: "region", tabindex: "0" },
		h(
			"table",
			{},
			h("caption", {}, this.#title, this.#note),
			h("thead", {}, this.#heads),
			this.#body,
		),
	);

	/** Shows new numbers. Keeps unchanged rows, because the reader may be reading them. */
	show({ table, from, to }: StatsContent, plot: Plot): void {
		this.element.setAttribute("aria-label", plot.title);
		this.#title.textContent = plot.title;
		this.#note.textContent = plot.note;
		const zone = zoneName(to);
		const time = zone === undefined ? t("Time") : t("Time ({0})", zone);
		const heads = [time, ...plot.series.map(({ label }) => label)];
		this.#heads.replaceChildren(...heads.map((head) => h("th", { scope: "col" }, head)));
		const rows = table.at.map((at, index) => rowOf(plot, index, formatPoint(at, to - from)));
		keepRows(this.#body, rows.reverse());
	}
}

function rowOf({ series, unit }: Plot, index: number, moment: string): HTMLElement {
	const time = h("th", { scope: "row" }, moment);
	const values = series.map(({ values }) => values[index] ?? null);
	if (values.every((value) => value === null)) {
		const colspan = String(series.length);
		return h("tr", { class: "gap" }, time, h("td", { colspan }, t("No data")));
	}
	return h("tr", {}, time, ...values.map((value) => h("td", {}, formatValue(unit, value))));
}

/** Replaces the rows of a table body, without touching those that it already contains. */
function keepRows(body: HTMLElement, wanted: readonly HTMLElement[]): void {
	const texts = new Set(wanted.map(({ innerHTML }) => innerHTML));
	for (const row of [...body.children]) if (!texts.has(row.innerHTML)) row.remove();
	wanted.forEach((row, index) => {
		const there = body.children[index];
		if (there?.innerHTML !== row.innerHTML) body.insertBefore(row, there ?? null);
	});
	while (body.children.length > wanted.length) body.lastElementChild?.remove();
}
