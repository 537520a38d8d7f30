import { formatDuration, formatMoment } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { RangeId } from "../../core/statistics/ranges.ts";
import type { StatsContent } from "../../protocol/statistics.ts";
import { h } from "../shared/dom.ts";
import { StatsRanges } from "./statsRanges.ts";

/** Callbacks of the header's buttons. */
export interface StatsHeaderEvents {
	readonly range: (range: RangeId) => void;
	readonly table: () => void;
	readonly copy: () => void;
	readonly refresh: () => void;
}

/** The header of the page: the deployment, the time range, and commands. */
export class StatsHeader {
	readonly #title = h("h1");
	readonly #facts = h("p", { class: "facts" });
	readonly #step = h("p", { class: "step" });
	readonly #ranges: StatsRanges;
	readonly #table: HTMLButtonElement;
	readonly #copy: HTMLButtonElement;
	readonly #refresh: HTMLButtonElement;
	readonly element: HTMLElement;

	constructor({ range, table, copy, refresh }: StatsHeaderEvents) {
		this.#ranges = new StatsRanges(range);
		this.#table = button(t("Show as Table"), table);
		this.#copy = button(t("Copy as CSV"), copy);
		this.#refresh = button(t("Refresh"), refresh);
		this.element = h(
			"header",
			{},
			h("div", {}, this.#title, this.#facts),
			h("div", { class: "commands" }, this.#table, this.#copy, this.#refresh),
			h("div", { class: "time" }, this.#ranges.element, this.#step),
		);
	}

	get title(): string {
		return this.#title.textContent;
	}

	/**
	 * @param range the selected range, which the content doesn't have yet if it was selected a moment ago
	 * @param asTable whether tables are shown instead of plots
	 */
	show(content: StatsContent, range: RangeId, asTable: boolean): void {
		const { deployment, newest, loading, drawn, table } = content;
		this.#title.textContent = deployment ? t("{0}: Statistics", deployment.name) : t("Statistics");
		this.#facts.textContent = [
			deployment?.host !== deployment?.name && deployment?.host,
			newest !== undefined && t("Newest sample: {0}", formatMoment(newest)),
		]
			.filter(Boolean)
			.join(" · ");
		this.#ranges.show(range);
		const { stepMs } = asTable ? table : drawn;
		this.#step.textContent =
			stepMs === undefined
				? ""
				: t("Each point is {0} (average; latency: maximum).", formatDuration(stepMs));
		this.#table.setAttribute("aria-pressed", String(asTable));
		for (const needsSamples of [this.#table, this.#copy])
			needsSamples.hidden = newest === undefined;
		this.#refresh.hidden = !deployment;
		this.#refresh.setAttribute("aria-disabled", String(loading));
	}
}

function button(label: string, press: () => void): HTMLButtonElement {
	const element = h("button", { type: "button" }, label);
	element.addEventListener("click", () => {
		if (element.getAttribute("aria-disabled") !== "true") press();
	});
	return element;
}
