import assert from "node:assert/strict";
import {
	closePages,
	harbourContent,
	openPage,
	type TestPage,
} from "../../unit/configuration/support/browser.ts";

describe("the configuration page with a keyboard", () => {
	let test: TestPage;
	const focused = () => test.document.activeElement;
	const focusedName = () => focused()?.closest(".row")?.querySelector("h3")?.textContent;
	beforeEach(async () => {
		test = await openPage();
		test.page.show(harbourContent());
		await test.settle();
		test.type("");
	});

	afterEach(closePages);

	it("focuses the search box with Ctrl+F without the frame around the page noticing", () => {
		const { defaultView } = test.document;
		assert.ok(defaultView);
		const pressed: string[] = [];
		defaultView.addEventListener("keydown", ({ key }) => pressed.push(key));
		test.press("ArrowDown");
		for (const keys of [{ ctrlKey: true }, { metaKey: true }]) {
			(focused() as HTMLElement).blur();
			const event: KeyboardEvent = new defaultView.KeyboardEvent("keydown", {
				key: "f",
				bubbles: true,
				cancelable: true,
				...keys,
			});
			assert.equal(test.document.body.dispatchEvent(event), false);
			assert.equal(focused(), test.find("input"));
		}
		test.press("f");
		assert.deepEqual(pressed, ["ArrowDown", "f"]);
		assert.match(test.find("input").getAttribute("placeholder") ?? "", /\(Ctrl\+F\)/);
	});

	it("focuses the search box when it opens, unless something else has the focus", async () => {
		const open = async (before: (page: TestPage) => void) => {
			const page = await openPage();
			Object.defineProperty(page.document, "hasFocus", { value: () => true });
			before(page);
			page.page.show(harbourContent());
			return page.document.activeElement;
		};
		assert.equal((await open(() => undefined))?.tagName, "INPUT");
		const revealed = await open(({ page }) => {
			page.reveal("HARBOUR_TIDE_CHECK");
		});
		assert.equal(revealed?.querySelector("h3")?.textContent, "Tide Check");
		closePages();
		const behind = await openPage();
		Object.defineProperty(behind.document, "hasFocus", { value: () => false });
		behind.page.show(harbourContent());
		assert.equal(behind.document.activeElement, behind.document.body);
		const { defaultView } = behind.document;
		assert.ok(defaultView);
		defaultView.dispatchEvent(new defaultView.Event("focus"));
		assert.equal(behind.document.activeElement, behind.find("input"));
	});

	it("moves from the search box into the rows and back", () => {
		assert.equal(test.press("ArrowDown"), false);
		assert.equal(focusedName(), "Pier URL");
		test.press("ArrowDown");
		assert.equal(focusedName(), "Tide Check");
		test.press("End");
		assert.equal(focusedName(), "Fog Horn");
		test.press("Home");
		test.press("ArrowUp");
		assert.equal(focused(), test.find("input"));
	});

	it("skips rows that the filter hides", () => {
		test.type("@source:yaml");
		test.press("ArrowDown");
		test.press("ArrowDown");
		assert.equal(focusedName(), "Cargo Map");
	});

	it("makes one row and its buttons a tab stop", () => {
		test.press("ArrowDown");
		test.press("ArrowDown");
		const stops = test.all('.list [tabindex="0"]');
		assert.ok(stops.length > 1);
		assert.ok(stops.every((stop) => stop.closest(".row") === focused()));
	});

	it("keeps a tab stop when the filter hides its row", () => {
		test.press("ArrowDown");
		test.type("tide");
		assert.equal(test.find('.row[tabindex="0"] h3').textContent, "Tide Check");
	});

	it("makes the filter buttons one tab stop, and the table of contents another", async () => {
		for (const buttons of [".toggles button", "nav button"]) {
			const stops = () => test.all(buttons).filter(({ tabIndex }) => tabIndex === 0);
			assert.equal(stops().length, 1, buttons);
			stops()[0]?.focus();
			test.press("End");
			assert.equal(focused(), test.all(buttons).at(-1));
			test.press("ArrowUp");
			assert.equal(focused(), test.all(buttons).at(-2));
			assert.deepEqual(stops(), [focused()]);
		}
		test.type("@group:web");
		await test.settle();
		const stops = test.all("nav button").filter(({ tabIndex }) => tabIndex === 0);
		assert.deepEqual(
			stops.map(({ textContent }) => textContent),
			["Web 5"],
		);
	});

	it("moves through a row's buttons and back to the row", () => {
		test.press("ArrowDown");
		test.press("ArrowRight");
		assert.equal(focused()?.tagName, "A");
		test.press("ArrowRight");
		assert.equal(focused()?.textContent, "--pier-url");
		test.press("Escape");
		assert.equal(focused(), test.find(".row"));
	});

	it("clears the search with Escape", () => {
		test.type("tide");
		test.press("Escape");
		assert.equal(test.shown().length, 14);
		assert.equal(focused(), test.find("input"));
	});

	it("focuses the search box with a slash, but types one inside it", () => {
		test.press("ArrowDown");
		assert.equal(test.press("/"), false);
		assert.equal(focused(), test.find("input"));
		assert.equal(test.press("/"), true);
	});

	it("accepts a filter from the suggestions", () => {
		test.type("@de");
		const input = test.find("input") as HTMLInputElement;
		assert.equal(input.getAttribute("aria-expanded"), "true");
		test.press("ArrowDown");
		assert.equal(input.getAttribute("aria-activedescendant"), "suggestion0");
		assert.equal(test.press("Enter"), false);
		assert.equal(input.value, "@deprecated ");
		assert.equal(input.getAttribute("aria-expanded"), "false");
		assert.deepEqual(test.shown(), ["Mail From", "Old Password"]);
	});

	it("closes the suggestions with Escape, and clears the search with the next", () => {
		test.type("tide @");
		test.press("Escape");
		const input = test.find("input") as HTMLInputElement;
		assert.equal(input.getAttribute("aria-expanded"), "false");
		assert.equal(input.value, "tide @");
		test.press("Escape");
		assert.equal(input.value, "");
	});
});
