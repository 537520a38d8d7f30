import assert from "node:assert/strict";
import "../../support/stable.ts";
import { releaseEdition } from "../../../src/core/upgrade/edition.ts";
import { upgradePlan } from "../../../src/core/upgrade/plan.ts";
import type { FromUpgradePage, UpgradeContent } from "../../../src/protocol/upgrade.ts";
import type { UpgradePage } from "../../../src/webview/upgrade/upgradePage.ts";
import { openPage, type OpenedPage } from "../../unit/configuration/support/openPage.ts";
import { configWith } from "../../unit/export/support/configs.ts";

const hostile = "<img src=x onerror=alert(1)>\u202egnp";
const { options } = configWith(
	{ env: "CODER_IN_MEMORY", value: true, value_source: "flag" },
	{ env: "CODER_NOTIFICATIONS_EMAIL_FROM", value: "a@b.example", value_source: "env" },
);

describe("the upgrade page", () => {
	let content: UpgradeContent;
	before(() => {
		content = {
			deployment: "key",
			target: { kind: "release", release: 35 },
			loading: false,
			plan: upgradePlan(hostile, hostile, releaseEdition(15), releaseEdition(35), {
				options,
				experiments: ["multi-organization"],
			}),
			links: [["How to upgrade", "https://coder.com/docs/install/upgrade"]],
		};
	});

	let opened: OpenedPage<FromUpgradePage, UpgradePage>;
	let document: Document;
	let sent: (typeof opened)["sent"];
	const show = (next: UpgradeContent): void => {
		opened.page.show(next);
	};

	beforeEach(async () => {
		opened = await openPage(async (root, host) => {
			const { UpgradePage } = await import("../../../src/webview/upgrade/upgradePage.ts");
			return new UpgradePage(root, host);
		});
		({ document, sent } = opened);
		show(content);
	});
	afterEach(() => {
		opened.testWindow.close();
	});

	const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
	const button = (label: string) =>
		all("button").find(({ textContent }) => textContent === label) ?? assert.fail(label);

	it("shows four sections with their lines, and what must be done", () => {
		assert.deepEqual(
			all("h2").map(({ textContent }) => textContent.replace(/ \(\d+\)$/, "")),
			["Before You Upgrade", "Automatic Changes", "New", "After the Upgrade"],
		);
		assert.equal(all(".badge.dangerous").length, 1);
		assert.ok(all(".lines li").length > 60);
	});

	it("renders strings literally", () => {
		assert.equal(all("img").length, 0);
		assert.ok(!document.body.innerHTML.includes("\u202e"));
	});

	it("links to options and to documentation, and is one tab stop", () => {
		button("In Memory Database").click();
		assert.deepEqual(sent, [{ type: "openOption", id: "CODER_IN_MEMORY" }]);
		const stops = all(".sections a, .sections button");
		assert.equal(stops.filter(({ tabIndex }) => tabIndex === 0).length, 1);
		stops[0]?.focus();
		stops[0]?.dispatchEvent(
			new opened.testWindow.window.KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }),
		);
		assert.equal(document.activeElement, stops[1]);
		for (const link of all("a"))
			assert.match(link.getAttribute("href") ?? "", /^https:\/\/coder\.com\//);
	});

	it("sends a message for each button, and saves whose preview it is", () => {
		for (const label of [
			"Change Version…",
			"Copy as Markdown",
			"Export With Current Names",
			"Read Again",
		])
			button(label).click();
		assert.deepEqual(
			sent.map(({ type }) => type),
			["changeTarget", "copyMarkdown", "exportReplaced", "again"],
		);
		assert.deepEqual(opened.state, { deployment: "key", target: content.target });
	});

	it("doesn't change while it's loading again, and explains why it's empty", () => {
		const [first] = all(".lines li");
		show({ ...content, loading: true });
		assert.equal(all(".lines li")[0], first);
		button("Reading…").click();
		assert.deepEqual(sent, []);
		show({ deployment: "key", loading: false, problem: "No.", links: [] });
		assert.equal(all(".lines li").length, 0);
		assert.equal(document.querySelector(".notice")?.textContent, "No.");
		assert.equal(button("Copy as Markdown").hidden, true);
	});
});
