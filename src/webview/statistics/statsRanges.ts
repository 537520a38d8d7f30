import { formatDuration } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import { ranges, type RangeId } from "../../core/statistics/ranges.ts";
import { h } from "../shared/dom.ts";

const ids = Object.keys(ranges) as readonly RangeId[];

/** Returns the label of a range. */
export function rangeLabel(id: RangeId): string {
	return id === "all" ? t("All") : formatDuration(ranges[id]);
}

/** The selection of the time range: a group of radio buttons that looks like a bar. */
export class StatsRanges {
	readonly element = h("div", {
		class: "ranges",
		role: "radiogroup",
		"aria-label": t("Time range"),
	});
	readonly #inputs: ReadonlyMap<RangeId, HTMLInputElement>;

	/** @param choose called with the selected range */
	constructor(choose: (range: RangeId) => void) {
		this.#inputs = new Map(
			ids.map((id) => {
				const input = h("input", { type: "radio", name: "range", value: id });
				input.addEventListener("change", () => {
					choose(id);
				});
				this.element.append(h("label", {}, input, h("span", {}, rangeLabel(id))));
				return [id, input];
			}),
		);
	}

	show(range: RangeId): void {
		const input = this.#inputs.get(range);
		if (input) input.checked = true;
	}
}
