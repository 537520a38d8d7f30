import assert from "node:assert/strict";
import type { Frame, Locator } from "playwright-core";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import { webviewFrame } from "./harness/webview.ts";
import type { Workbench } from "./harness/workbench.ts";
import { signIn, statusItem } from "./session.ts";

describe("panels in front", () => {
	let window: Workbench;
	let first: SampleDeployment;
	let second: SampleDeployment;
	let page: Frame;
	const hostOf = ({ url }: SampleDeployment): string => new URL(url).host;

	before(async () => {
		first = await startSampleDeployment();
		second = await startSampleDeployment({ version: "ancient", extraOptions: 2000 });
		window = await openWorkbench({ size: { width: 1500, height: 950 } });
		await signIn(window, first.url, first.tokens.owner);
		await window.command("Coder Deployment: Open Configuration");
		page = await webviewFrame(window.page, ".row");
	});
	after(async () => {
		await window.close();
		await first.close();
		await second.close();
	});

	const tab = (label: string): Locator => window.page.locator(".tab", { hasText: label });
	const isSearching = async (): Promise<boolean> =>
		page.evaluate(() => document.activeElement?.getAttribute("role") === "combobox");

	it("open with the focus in the search", async () => {
		await poll("the focus in the search", 10_000, isSearching);
		await window.page.keyboard.type("@changed");
		await poll("what was typed", 5000, async () =>
			/^\d+ of \d+ options$/.test((await page.locator(".count").first().textContent()) ?? ""),
		);
		await window.screenshot("panel-search");
	});

	it("focus their search with Ctrl+F, without a find bar on top", async () => {
		await page
			.locator(".row:not([hidden])")
			.nth(2)
			.click({ position: { x: 5, y: 5 } });
		assert.equal(await isSearching(), false);
		await window.page.keyboard.press("Control+F");
		await poll("the focus in the search", 5000, isSearching);
		assert.equal(await window.page.locator(".simple-find-part.visible").count(), 0);
		await window.page.keyboard.press("Escape");
	});

	it("highlight the group of the focused option", async () => {
		const names = await page.evaluate(() => {
			const sections = [...document.querySelectorAll("details.group:not([hidden])")].filter(
				(section) => section.getBoundingClientRect().top < globalThis.innerHeight,
			);
			const last = sections.at(-1);
			last?.querySelector<HTMLElement>(".row:not([hidden])")?.focus();
			return last?.querySelector("h2")?.lastChild?.textContent;
		});
		await poll("the mark", 5000, async () => {
			const marked = await page.locator("nav [aria-current] .name").textContent();
			return marked === names;
		});
	});

	it("offer an option's copy commands in their context menu", async () => {
		await page.locator(".row h3", { hasText: "Access URL" }).first().click({ button: "right" });
		const entries = await window.contextMenu.entries();
		assert.deepEqual(
			entries.filter((entry) => /^Copy .+/.test(entry)),
			["Copy Value", "Copy Env Line", "Copy Link"],
		);
		await window.screenshot("panel-menu");
		await window.contextMenu.choose("Copy Env Line");
		await page.locator(".copied").first().waitFor({ state: "attached" });
	});

	it("are the target of commands from the Command Palette, whichever deployment is active", async () => {
		await signIn(window, second.url, second.tokens.owner);
		await statusItem(window).waitForText(hostOf(second));
		await tab(`${hostOf(first)}: Configuration`).click();
		await window.command("Coder Deployment: Open Statistics");
		await tab(`${hostOf(first)}: Statistics`).waitFor();
		await window.command("Coder Deployment: Open Configuration as YAML");
		await tab("server-config.yaml").waitFor();
		await window.command("Coder Deployment: Open Statistics");
		await poll("the document's statistics", 10_000, async () =>
			tab(`${hostOf(first)}: Statistics`).evaluate((one) => one.classList.contains("active")),
		);
		assert.equal(await tab(`${hostOf(second)}: Statistics`).count(), 0);
	});

	it("aren't the target of the status bar's commands", async () => {
		await statusItem(window).click();
		await window.quickInput.waitForTitle(hostOf(second));
		await window.quickInput.pick("Open Statistics");
		await tab(`${hostOf(second)}: Statistics`).waitFor();
	});

	it("show rows wherever the reader scrolls, even of thousands of options", async () => {
		await window.command("Coder Deployment: Open Configuration");
		await tab(`${hostOf(second)}: Configuration`).waitFor();
		const many = await webviewFrame(window.page, ".row");
		const rowAt = (part: number): Promise<string> =>
			poll("a row", 5000, () =>
				many.evaluate((top) => {
					const height = document.documentElement.scrollHeight - innerHeight;
					scrollTo(0, height * top);
					const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
					return middle?.closest<HTMLElement>(".row")?.dataset["index"];
				}, part),
			);
		const found = [];
		for (const part of [1, 0.75, 0.5, 0.25]) found.push(await rowAt(part));
		assert.equal(new Set(found).size, 4);
		await poll(
			"other rows to be removed",
			5000,
			async () => (await many.locator(".row").count()) < 200,
		);
		await tab(`${hostOf(second)}: Configuration`)
			.getByRole("button", { name: "Close" })
			.click();
	});

	it("export into an editor that closes without a question", async () => {
		await tab(`${hostOf(first)}: Configuration`).click();
		page = await webviewFrame(window.page, ".row");
		await page.getByRole("button", { name: "Export…" }).click();
		await window.quickInput.waitForTitle(/\(1\/4\)/);
		for (const label of ["Environment File", "Changed Options", "Keep Deprecated Names"]) {
			await window.quickInput.pick(label);
		}
		await window.quickInput.waitForTitle(/\(4\/4\)/);
		await window.quickInput.pick("New Editor");
		await tab("coder.env").waitFor();
		assert.match(await window.editorText(), /CODER_/);
		assert.equal(await window.page.locator(".tab.dirty").count(), 0);
		await window.command("View: Close Editor");
		await tab("coder.env").waitFor({ state: "detached" });
		assert.equal(await window.page.locator(".monaco-dialog-box").count(), 0);
	});
});
