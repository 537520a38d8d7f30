import assert from "node:assert/strict";
import { setLocale } from "../../../src/core/base/l10n.ts";
import type { Plot } from "../../../src/core/statistics/plot.ts";
import { topOf, valueLabels } from "../../../src/webview/statistics/statsAxes.ts";

const plot = (unit: Plot["unit"]) => ({ unit, thresholds: [] }) as unknown as Plot;

/** Returns the labels of an axis that's divided into five, as in small plots. */
function labels(unit: Plot["unit"], highest: number | null): string[] {
	const top = topOf(plot(unit), highest);
	const values = [0, 1, 2, 3, 4].map((part) => (part * top) / 5);
	return valueLabels(unit)(null as never, values, 0, 0, 0) as string[];
}

describe("the value axis", () => {
	before(() => {
		setLocale("en");
	});
	after(() => {
		setLocale(undefined);
	});

	for (const unit of ["bytes", "latency", "count"] as const) {
		for (const highest of [0, null, 1, 3, 900, 5e9]) {
			it(`has no duplicate label for ${unit} up to ${highest}`, () => {
				const all = labels(unit, highest);
				assert.deepEqual([...new Set(all)], all);
			});
		}
	}

	it("extends slightly above the highest value", () => {
		assert.ok(topOf(plot("bytes"), 5e9) > 5e9);
		assert.ok(topOf(plot("bytes"), 5e9) < 6e9);
		assert.ok(topOf(plot("latency"), 0.5) < 1);
	});
});
