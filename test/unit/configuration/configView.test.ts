import assert from "node:assert/strict";
import { configView } from "../../../src/core/configuration/configView.ts";
import { assertGolden } from "./support/golden.ts";
import { harbour, option } from "./support/options.ts";
import { printView } from "./support/printView.ts";

const rowsOf = (...options: Parameters<typeof option>[0][]) =>
	configView({ options: options.map(option) }).groups.flatMap(({ rows }) => rows);

describe("configView", () => {
	it("shows every option in its group", () => {
		assertGolden("configView.txt", printView(configView(harbour())));
	});

	it("is plain data: it survives a message and contains no secret", () => {
		const view = configView(harbour());
		assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
		assert.doesNotMatch(JSON.stringify(view), /leaked/);
	});

	it("keeps a parent without its own options, and distinguishes groups with the same name", () => {
		const { groups } = configView({
			options: [
				option({ id: "A", groups: [{ name: "One" }, { name: "Mail" }] }),
				option({ id: "B", groups: [{ name: "Two" }, { name: "Mail" }] }),
				option({ id: "C", groups: [{ name: "One" }, { name: "Mail" }] }),
			],
		});
		const summary = groups.map(({ id, rows }) => [id, rows.map((row) => row.id)]);
		assert.deepEqual(summary, [
			["One", []],
			["One/Mail", ["A", "C"]],
			["Two", []],
			["Two/Mail", ["B"]],
		]);
	});

	it("doesn't report secrets as unset if the server reports no sources", () => {
		const [row] = rowsOf({ id: "A", secret: true });
		assert.deepEqual(row?.value, {
			form: "absent",
			lines: ["This server doesn't report whether it's set"],
		});
	});

	const useInstead = [{ id: "NEW", name: "New" }];

	it("reports that a deprecated name shares its source with its replacement if both have one", () => {
		const [old] = rowsOf(
			{ id: "OLD", useInstead, valueSource: "env" },
			{ id: "NEW", valueSource: "env" },
		);
		assert.equal(old?.sharesSource, true);
	});

	it("reports a deprecated name as in use if its replacement has another source", () => {
		const [old] = rowsOf({ id: "OLD", useInstead, valueSource: "flag" }, { id: "NEW" });
		assert.equal(old?.sharesSource, false);
	});

	it("describes an option's past, if there is one", () => {
		const [enabled, url] = rowsOf({ id: "CODER_AIBRIDGE_ENABLED" }, { id: "CODER_ACCESS_URL" });
		assert.match(enabled?.past ?? "", /^Available since v2\.27\. Deprecated since v2\.34/);
		assert.ok(url && !("past" in url));
	});

	it("shows findings at their options", () => {
		const finding = { severity: "high", title: "T", meaning: "M", advice: "A" } as const;
		const link = "https://coder.com/docs";
		const all = [
			{ ...finding, rule: "a", value: "", options: ["A", "B"] },
			{ ...finding, rule: "b", value: "", options: ["B"], link },
		];
		const options = [option({ id: "A" }), option({ id: "B" }), option({ id: "C" })];
		const [one, two, three] = configView({ options }, all).groups.flatMap(({ rows }) => rows);
		assert.deepEqual(one?.findings, [finding]);
		assert.deepEqual(two?.findings, [finding, { ...finding, link }]);
		assert.ok(three && !("findings" in three));
	});

	it("links an option to its deprecated names", () => {
		const [, row] = rowsOf({ id: "OLD", name: "Old", useInstead }, { id: "NEW" });
		assert.deepEqual(row?.predecessors, [{ id: "OLD", name: "Old" }]);
	});

	it("is empty without options", () => {
		assert.deepEqual(configView({ options: [] }), { groups: [], total: 0 });
	});
});
