import assert from "node:assert/strict";
import { configView } from "../../../src/core/configuration/configView.ts";
import {
	closePages,
	harbourContent,
	openPage,
	type TestPage,
} from "../../unit/configuration/support/browser.ts";
import { option } from "../../unit/configuration/support/options.ts";

/** Returns the content of a deployment with this many options, all in one group. */
function content(count: number) {
	const options = Array.from({ length: count }, (_unused, index) =>
		option({ id: `o${index}`, name: `Buoy ${index}`, groups: [{ name: "Buoys" }] }),
	);
	return harbourContent({ view: configView({ options }) });
}

async function open(count: number): Promise<TestPage> {
	const test = await openPage();
	test.page.show(content(count));
	await test.settle(200);
	return test;
}

/** Waits until rows far from the window are removed. */
const idle = (test: TestPage) => test.settle(900);

const blocks = (test: TestPage) => test.all(".rows");
const rowsOf = (block: HTMLElement | undefined) => block?.querySelectorAll(".row").length;
const focused = (test: TestPage) => test.document.activeElement?.querySelector("h3")?.textContent;

describe("the rows of the configuration page", () => {
	afterEach(closePages);

	it("are all on the page, up to 1,000 options", async () => {
		const test = await open(1000);
		while (test.all(".row").length < 1000) await test.settle(100);
		test.move(blocks(test), false);
		await idle(test);
		assert.equal(test.all(".row").length, 1000);
	}).timeout(30_000);

	it("are only those near the window, of more options", async () => {
		const test = await open(1001);
		const first = test.all(".row").length;
		assert.ok(first > 0 && first < 50, `${first} rows`);
		const [block] = blocks(test).slice(20);
		assert.equal(rowsOf(block), 0);
		test.move(block ? [block] : [], true);
		assert.equal(rowsOf(block), 16);
		assert.equal(test.all(".row").length, first + 16);
		test.move(block ? [block] : [], false);
		await idle(test);
		assert.equal(rowsOf(block), 0);
	});

	it("stay while one has the focus, or is part of a selection", async () => {
		const test = await open(1001);
		const [a, b] = blocks(test).slice(20);
		assert.ok(a && b);
		test.move([a, b], true);
		a.querySelector<HTMLElement>(".row")?.focus();
		test.document.getSelection()?.selectAllChildren(b);
		test.move([a, b], false);
		await idle(test);
		assert.deepEqual([rowsOf(a), rowsOf(b)], [16, 16]);
		test.find("input").focus();
		test.document.getSelection()?.removeAllRanges();
		test.move([a, b], false);
		await idle(test);
		assert.deepEqual([rowsOf(a), rowsOf(b)], [0, 0]);
	});

	it("come in the order of the options, however the search changes", async () => {
		const test = await open(1001);
		const [, block] = blocks(test);
		assert.ok(block);
		test.type('"Buoy 17"');
		test.move([block], true);
		const rest = Array.from({ length: 10 }, (_unused, index) => `Buoy ${170 + index}`);
		assert.deepEqual(test.shown(), ["Buoy 17", ...rest]);
		test.type("");
		test.move([block], true);
		await test.settle(200);
		const names = [...block.querySelectorAll("h3")].map(({ textContent }) => textContent);
		assert.deepEqual(
			names,
			Array.from({ length: 16 }, (_unused, index) => `Buoy ${16 + index}`),
		);
	});

	it("are all found by a search, and reached by the keyboard", async () => {
		const test = await open(2000);
		test.type('"Buoy 1999"');
		assert.deepEqual(test.shown(), ["Buoy 1999"]);
		test.type("");
		test.find("input").focus();
		test.press("ArrowDown");
		test.press("End");
		assert.equal(focused(test), "Buoy 1999");
		test.press("ArrowUp");
		assert.equal(focused(test), "Buoy 1998");
	});

	it("leave a row in the tab order when that one is taken off the page", async () => {
		const test = await open(1001);
		const [first, ...others] = blocks(test);
		const [next] = others;
		assert.ok(first && next);
		test.move([next], true);
		test.move([first], false);
		await idle(test);
		assert.equal(rowsOf(first), 0);
		assert.deepEqual(
			test.all('.row[tabindex="0"]').map((row) => row.querySelector("h3")?.textContent),
			["Buoy 16"],
		);
	});
});
