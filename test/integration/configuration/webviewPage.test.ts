import assert from "node:assert/strict";
import { configView } from "../../../src/core/configuration/configView.ts";
import {
	closePages,
	harbourContent,
	openPage,
	type TestPage,
} from "../../unit/configuration/support/browser.ts";
import { harbour } from "../../unit/configuration/support/options.ts";

const problem = { message: "The harbour is closed.", advice: "Come back.", action: "Retry" };
const { view: _view, at: _at, ...withoutView } = harbourContent();

const focusedName = ({ document }: TestPage) =>
	document.activeElement?.querySelector("h3")?.textContent;

describe("the configuration page", () => {
	let test: TestPage;
	beforeEach(async () => {
		test = await openPage();
		test.page.show(harbourContent());
		await test.settle();
	});

	afterEach(closePages);

	it("shows all options and their number", () => {
		assert.equal(test.shown().length, 14);
		assert.equal(test.find(".box .count").textContent, "14 options");
	});

	it("shows whose configuration it is", () => {
		assert.equal(test.find("h1").textContent, "Harbour: Configuration");
		assert.equal(test.document.title, "Harbour: Configuration");
		assert.match(test.find(".facts").textContent, /harbour\.example · v2\.0\.0 · read /);
	});

	it("renders texts literally, except code in backticks and links from web addresses", () => {
		test.type("tide");
		const description = test.find(".description a").closest("p");
		assert.equal(
			description?.innerHTML,
			'Where ships land. See <a href="https://harbour.example/docs" tabindex="-1">https://harbour.example/docs</a>, <code>pier</code> for short.',
		);
	});

	it("shows the first part immediately, and goes to an option of the rest once it's there", async () => {
		const content = harbourContent();
		const { view } = content;
		assert.ok(view);
		const early = await openPage();
		early.page.show({ ...content, view: configView(harbour(), [], 5), partial: true });
		await early.settle();
		assert.equal(early.shown().length, 5);
		assert.deepEqual(early.sent, [{ type: "drawn" }]);
		const last = view.groups.at(-1)?.rows.at(-1);
		early.page.reveal(last?.id ?? "");
		early.page.show(content);
		await early.settle();
		assert.equal(early.shown().length, 14);
		assert.equal(focusedName(early), last?.name);
	});

	it("filters with each keystroke", () => {
		test.type("tide");
		assert.deepEqual(test.shown(), ["Tide Check"]);
		assert.equal(test.find(".box .count").textContent, "1 of 14 options");
	});

	it("counts each group's options in the table of contents", async () => {
		const contents = () =>
			test
				.all("nav button")
				.filter((button) => !button.closest("[hidden]"))
				.map(({ textContent }) => textContent);
		assert.deepEqual(contents(), ["Web 5", "TLS 3", "Mail 3", "Dangerous Waters 1", "Other 5"]);
		test.type("@changed");
		await test.settle();
		assert.deepEqual(contents(), ["Web 3", "TLS 1", "Mail 2", "Other 3"]);
	});

	it("adds filters to the search text with its buttons, and updates the buttons from the text", () => {
		const button = test.find('[title="@secret"]');
		button.click();
		assert.equal((test.find("input") as HTMLInputElement).value, "@secret");
		assert.deepEqual(test.shown(), ["Mail Password", "Old Password"]);
		assert.equal(button.getAttribute("aria-pressed"), "true");
		test.type("");
		assert.equal(button.getAttribute("aria-pressed"), "false");
	});

	it("shows that nothing was found, and clears the search", () => {
		test.type("no such ship @moon");
		assert.match(test.find(".empty").textContent, /No options match.*no filter @moon/s);
		test.find(".empty button").click();
		assert.equal(test.shown().length, 14);
	});

	it("shows the default only next to a different value", () => {
		const row = (name: string) =>
			test.all(".row").find((element) => element.querySelector("h3")?.textContent === name);
		assert.equal(
			row("Tide Check")?.querySelector(".default-value")?.textContent,
			"Default: 1 day24h0m0s",
		);
		assert.equal(row("Lock Gates")?.querySelector(".default-value"), null);
	});

	it("copies the text of a copy button", () => {
		for (const target of ["flag", "shorthand", "env", "yamlPath", "copyValue", "copyEnv"]) {
			test.find(`[data-copy=${target}]`).click();
		}
		assert.deepEqual(
			test.sent.map((message) => message.type === "copy" && message.text),
			[
				"--pier-url",
				"-p",
				"HARBOUR_PIER_URL",
				"web.pierURL",
				"https://pier.example",
				"HARBOUR_PIER_URL=https://pier.example",
			],
		);
	});

	it("sends messages for links, addresses, commands, and refreshing", () => {
		test.find("[data-link]").click();
		let clicked = false;
		test.document.addEventListener("click", () => (clicked = true));
		test.find(".description a").click();
		for (const button of test.all(".commands button")) button.click();
		assert.deepEqual(test.sent, [
			{ type: "copyLink", id: "HARBOUR_PIER_URL" },
			{ type: "openUrl", url: "https://harbour.example/docs" },
			{ type: "run", command: "compare" },
			{ type: "run", command: "export" },
			{ type: "run", command: "openYaml" },
			{ type: "run", command: "openJson" },
			{ type: "refresh" },
		]);
		assert.deepEqual(
			test.all(".commands button").map(({ textContent }) => textContent),
			["Compare With…", "Export…", "Open as YAML", "Open as JSON", "Refresh"],
		);
		// The frame around the page opens every link whose click event it receives.
		assert.ok(clicked);
	});

	it("copies the same from VS Code's context menu as with a row's buttons", () => {
		const context = (name: string): unknown => {
			const row = test.all(".row").find((one) => one.querySelector("h3")?.textContent === name);
			return JSON.parse(row?.dataset.vscodeContext ?? "{}");
		};
		assert.deepEqual(context("Pier URL"), {
			webviewSection: "option",
			option: "HARBOUR_PIER_URL",
			hasValue: true,
			hasEnv: true,
			linkable: true,
		});
		for (const target of ["copyValue", "copyEnv", "link"] as const) {
			test.page.copyFrom("HARBOUR_PIER_URL", target);
		}
		test.page.copyFrom("HARBOUR_NOTHING", "copyValue");
		assert.deepEqual(test.sent, [
			{ type: "copy", text: "https://pier.example" },
			{ type: "copy", text: "HARBOUR_PIER_URL=https://pier.example" },
			{ type: "copyLink", id: "HARBOUR_PIER_URL" },
		]);
	});

	it("keeps its rows if the options are unchanged", () => {
		const row = test.find(".row");
		test.page.show(harbourContent({ loading: true }));
		test.page.show(harbourContent({ problem }));
		assert.equal(test.find(".row"), row);
		assert.match(test.find(".banner").textContent, /closed.*previously read/s);
		test.page.show(harbourContent({ revision: 2 }));
		assert.notEqual(test.find(".row"), row);
		assert.equal(test.all(".banner").length, 0);
	});

	it("removes the options when the account can no longer read them", () => {
		test.page.show({ ...withoutView, problem });
		assert.equal(test.all(".row").length, 0);
		assert.ok(test.find(".search").hidden);
		test.find(".notice button").click();
		assert.deepEqual(test.sent, [{ type: "act" }]);
	});

	it("shows a loading state only before the first options", () => {
		test.page.show({ ...withoutView, loading: true });
		assert.ok(test.find(".loading"));
		test.page.show(harbourContent({ loading: true }));
		assert.equal(test.all(".loading").length, 0);
	});

	it("goes to an option that the search hides", () => {
		test.type("tide");
		test.page.reveal("HARBOUR_SENDER");
		assert.equal(focusedName(test), "Sender");
		assert.equal((test.find("input") as HTMLInputElement).value, "");
	});

	it("goes to a replacement and back to the option that it replaces", () => {
		test.find("[data-go=HARBOUR_SENDER]").click();
		assert.equal(focusedName(test), "Sender");
		test.find("[data-go=HARBOUR_OLD_FROM]").click();
		assert.equal(focusedName(test), "Mail From");
	});

	it("reports that an option doesn't exist", () => {
		test.page.reveal("HARBOUR_MOON");
		assert.equal(
			test.find(".toast").textContent,
			"This deployment doesn't have the option HARBOUR_MOON.",
		);
	});

	it("waits for the options before going to one", async () => {
		const other = await openPage();
		other.page.reveal("HARBOUR_SENDER");
		other.page.show(harbourContent());
		assert.equal(focusedName(other), "Sender");
	});

	it("saves the search and the collapsed groups", async () => {
		test.find("summary").click();
		test.type("tide");
		await test.settle(300);
		assert.deepEqual(test.state(), { deployment: "harbour", query: "tide", closed: ["Web"] });
		const again = await openPage(test.state());
		again.page.show(harbourContent());
		assert.deepEqual(again.shown(), ["Tide Check"]);
		again.type("");
		assert.equal((again.find("details") as HTMLDetailsElement).open, false);
	});

	it("opens with any state that an older version saved", async () => {
		for (const state of [null, 7, "x", [], { query: 1, closed: "x", anchor: { id: 2 } }]) {
			const other = await openPage(state);
			other.page.show(harbourContent());
			assert.equal(other.shown().length, 14);
		}
	});
});
