import assert from "node:assert/strict";
import "../../support/stable.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import type { CompareContent, FromComparisonPage } from "../../../src/protocol/comparison.ts";
import type { ComparePage } from "../../../src/webview/comparison/comparePage.ts";
import { openPage, type OpenedPage } from "../../unit/configuration/support/openPage.ts";
import { optionsOf, textOption } from "../../unit/comparison/options.ts";

const sources = {
	left: { kind: "defaults", deployment: "key" },
	right: { kind: "deployment", deployment: "key" },
} as const;

const rows = changeRows(
	compareOptions(
		optionsOf(
			textOption("CODER_URL", "https://a"),
			textOption("CODER_LIST", ["same", "gone"]),
			textOption("CODER_ADDED", ""),
			textOption("CODER_OLD", "x"),
		),
		optionsOf(
			textOption("CODER_URL", "https://b"),
			textOption("CODER_LIST", ["same", "new"]),
			textOption("CODER_ADDED", "<img src=x>"),
		),
	),
);

const content: CompareContent = {
	sources,
	loading: false,
	result: {
		left: { name: "staging", version: "v1", notes: ["Something to know."] },
		right: { name: "production", detail: "https://coder.example", notes: [] },
		rows,
		linked: true,
	},
};

describe("the comparison page", () => {
	let opened: OpenedPage<FromComparisonPage, ComparePage>;
	let document: Document;
	let sent: (typeof opened)["sent"];

	async function open(saved?: unknown): Promise<void> {
		opened = await openPage(async (root, host) => {
			const { ComparePage } = await import("../../../src/webview/comparison/comparePage.ts");
			return new ComparePage(root, host);
		}, saved);
		({ document, sent } = opened);
	}
	const show = (content: CompareContent): void => {
		opened.page.show(content);
	};

	beforeEach(() => open());
	afterEach(() => {
		opened.testWindow.close();
	});

	const find = (selector: string): HTMLElement =>
		document.querySelector<HTMLElement>(selector) ?? assert.fail(`no ${selector}`);
	const button = (label: string): HTMLElement =>
		[...document.querySelectorAll("button")].find(({ textContent }) => textContent === label) ??
		assert.fail(`no button ${label}`);
	const shown = (): string[] =>
		[...document.querySelectorAll<HTMLElement>(".change")]
			.filter(({ hidden }) => !hidden)
			.map((row) => row.querySelector<HTMLElement>("[data-id]")?.dataset.id ?? "");
	const type = (text: string): void => {
		const input = find("input") as HTMLInputElement;
		input.value = text;
		input.dispatchEvent(new opened.testWindow.window.Event("input"));
	};
	const press = (key: string): void => {
		const event = new opened.testWindow.window.KeyboardEvent("keydown", { key, bubbles: true });
		document.activeElement?.dispatchEvent(event);
	};
	const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset.id;

	it("shows each change with its kind, both values, and both sources", () => {
		show(content);
		const texts = [...document.querySelectorAll(".change")].map(({ textContent }) => textContent);
		assert.equal(texts.length, 4);
		assert.match(
			texts[0] ?? "",
			/CODER URL.*Changed.*CODER_URL.*https:\/\/a.*Environment.*https:\/\/b/s,
		);
		assert.match(texts[3] ?? "", /CODER OLD.*Only in staging.*Option not found/s);
		assert.equal(find("h1").textContent, "staging compared with production");
		assert.equal(find(".notes").textContent, "staging: Something to know.");
		assert.equal(find("#count").textContent, "4 changes");
	});

	it("shows strings as text, not HTML", () => {
		show(content);
		assert.equal(document.querySelector("img"), null);
		assert.ok(document.body.textContent.includes("<img src=x>"));
	});

	it("highlights differences in a list", () => {
		show(content);
		const marked = [...document.querySelectorAll(".differs")].map(({ textContent }) => textContent);
		assert.deepEqual(marked, ["gone", "new"]);
	});

	it("is a table for screen readers, with column names", () => {
		show(content);
		assert.equal(
			find('[role="table"]').getAttribute("aria-label"),
			"Options that differ between staging and production",
		);
		const heads = [...document.querySelectorAll('[role="columnheader"]')];
		assert.deepEqual(
			heads.map(({ textContent }) => textContent),
			["Option", "staging", "production"],
		);
		for (const row of document.querySelectorAll(".change")) {
			const roles = [...row.children].map((cell) => cell.getAttribute("role"));
			assert.deepEqual(roles, ["rowheader", "cell", "cell"]);
		}
	});

	it("searches names, variables, and values of both sides", () => {
		show(content);
		type("https://B");
		assert.deepEqual(shown(), ["CODER_URL"]);
		type("coder_ gone");
		assert.deepEqual(shown(), ["CODER_LIST"]);
		assert.equal(find("#count").textContent, "1 of 4 changes");
		type("nothing like it");
		assert.equal(find(".notice").textContent, "No changes match the search.");
	});

	it("filters by kind, and counts each", () => {
		show(content);
		const toggles = [...document.querySelectorAll<HTMLElement>("[data-kind]")];
		assert.deepEqual(
			toggles.map(({ textContent }) => textContent),
			["Changed 2", "Added 1", "Only in staging 1"],
		);
		button("Added 1").click();
		assert.deepEqual(shown(), ["CODER_ADDED"]);
		assert.equal(button("Added 1").getAttribute("aria-pressed"), "true");
		button("Changed 2").click();
		assert.equal(shown().length, 3);
		button("Added 1").click();
		button("Changed 2").click();
		assert.equal(shown().length, 4);
	});

	it("hides defaults, and remembers that", async () => {
		const unset = { value_source: "default" };
		const rows = changeRows(
			compareOptions(
				optionsOf(
					textOption("CODER_SET", "a"),
					textOption("CODER_DEFAULT", "a", { ...unset, default: "a" }),
					textOption("CODER_ONLY_SET", "a"),
				),
				optionsOf(
					textOption("CODER_SET", "b"),
					textOption("CODER_DEFAULT", "b", { ...unset, default: "b" }),
					textOption("CODER_NEW", "c", { ...unset, default: "c" }),
				),
			),
		);
		const both = { ...content, result: { ...(content.result ?? assert.fail()), rows } };
		show(both);
		assert.equal(shown().length, 4);
		button("Hide Defaults 1").click();
		assert.deepEqual(shown(), ["CODER_SET", "CODER_ONLY_SET", "CODER_NEW"]);
		button("Hide Version Differences 1").click();
		assert.deepEqual(shown(), ["CODER_SET", "CODER_ONLY_SET"]);
		assert.equal(find("#count").textContent, "2 of 4 changes");
		assert.equal(button("Hide Defaults 1").getAttribute("aria-pressed"), "true");
		button("Copy as Markdown").click();
		assert.deepEqual(sent.at(-1), {
			type: "copyMarkdown",
			ids: ["CODER_SET", "CODER_ONLY_SET"],
		});
		const saved = opened.state;
		opened.testWindow.close();
		await open(saved);
		show(both);
		assert.deepEqual(shown(), ["CODER_SET", "CODER_ONLY_SET"]);
		button("Hide Version Differences 1").click();
		assert.equal(shown().length, 3);
	});

	it("hides what a compared file doesn't set", () => {
		const result = content.result ?? assert.fail();
		const [first, ...others] = result.rows;
		assert.ok(first);
		const rows = [first, ...others.map((row) => ({ ...row, notInFiles: true as const }))];
		show({ ...content, result: { ...result, rows } });
		button(`Hide Options Not in File ${String(others.length)}`).click();
		assert.deepEqual(shown(), [first.id]);
		assert.equal(find("#count").textContent, `1 of ${String(rows.length)} changes`);
	});

	it("moves through the rows with the arrow keys, and back to the search", () => {
		show(content);
		find("input").focus();
		press("ArrowDown");
		assert.equal(focused(), "CODER_URL");
		press("ArrowDown");
		assert.equal(focused(), "CODER_LIST");
		press("End");
		assert.equal(focused(), "CODER_OLD");
		press("Home");
		press("ArrowUp");
		assert.equal(document.activeElement, find("input"));
		const stops = [...document.querySelectorAll<HTMLElement>("[data-id]")];
		assert.equal(stops.filter(({ tabIndex }) => tabIndex === 0).length, 1);
		press("Escape");
		button("Open Diff").focus();
		press("/");
		assert.equal(document.activeElement, find("input"));
	});

	it("skips hidden rows", () => {
		show(content);
		button("Only in staging 1").click();
		find("input").focus();
		press("ArrowDown");
		assert.equal(focused(), "CODER_OLD");
	});

	it("sends a message for each button", () => {
		show(content);
		for (const label of ["Open Diff", "Swap Sides", "Compare Again"]) button(label).click();
		find('[data-id="CODER_URL"]').click();
		type("coder_url");
		button("Copy as Markdown").click();
		assert.deepEqual(sent, [
			{ type: "openDiff" },
			{ type: "swap" },
			{ type: "again" },
			{ type: "openOption", id: "CODER_URL" },
			{ type: "copyMarkdown", ids: ["CODER_URL"] },
		]);
	});

	it("has no links if neither side is a deployment", () => {
		show({ ...content, result: { ...(content.result ?? assert.fail()), linked: false } });
		find('[data-id="CODER_URL"]').click();
		assert.deepEqual(sent, []);
	});

	it("shows errors, and disables buttons that require a comparison", () => {
		show({ sources, loading: false, problem: "Couldn't open x.zip." });
		assert.equal(find(".notice").textContent, "Couldn't open x.zip.");
		assert.equal(button("Open Diff").hidden, true);
		assert.equal(button("Compare Again").hidden, false);
	});

	it("shows that nothing differs, and that it's loading", () => {
		show({ sources, loading: true });
		assert.equal(find(".notice").textContent, "Comparing…");
		show({ ...content, result: { ...(content.result ?? assert.fail()), rows: [] } });
		assert.equal(find(".notice").textContent, "No options differ.");
		assert.equal(find(".search").hidden, true);
	});

	it("remembers the search and what was compared", async () => {
		show(content);
		type("coder");
		button("Added 1").click();
		const saved = opened.state;
		assert.deepEqual(saved, { sources, text: "coder", kinds: ["added"], hidden: [] });
		opened.testWindow.close();
		await open(saved);
		show({ sources, loading: true });
		show(content);
		assert.deepEqual(shown(), ["CODER_ADDED"]);
	});

	it("keeps its rows if the same comparison arrives again", () => {
		show(content);
		const row = find(".change");
		show({ ...content, loading: true });
		show(structuredClone(content));
		assert.equal(find(".change"), row);
	});
});
