import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import {
	markerSecrets,
	startSampleDeployment,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { upgradeEndpoints } from "../../src/core/upgrade/deploymentUpgrade.ts";
import { seriousViolations } from "./harness/axe.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow, signIn } from "./session.ts";

describe("the upgrade preview", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment({ version: "old" });
		sample.setConfigOption("CODER_NOTIFICATIONS_EMAIL_FROM", "coder@larkspur.example");
		window = await openWorkbench({
			size: { width: 1200, height: 760 },
			settings: { "coderDeployment.updateNotification": false },
		});
		await signIn(window, sample.url, sample.tokens.owner);
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	const titled = (page: Frame, text: RegExp): Promise<boolean> =>
		poll(`the title ${String(text)}`, 10_000, async () =>
			text.test(await page.locator("h1").innerText()),
		);

	it("opens from the Update section, with the server's latest release", async () => {
		const tree = window.tree();
		await tree.expand("Update");
		await tree.click("Preview Upgrade");
		const page = await window.webview(".lines li");
		await titled(page, / to v2\.16$/);
		assert.match(await page.locator("header").innerText(), /Release Notes of v2\.16/);
	});

	it("changes to another version", async () => {
		const page = await window.webview(".lines li");
		await page.getByRole("button", { name: "Change Version…" }).click();
		await window.quickInput.waitForTitle("Preview Upgrade");
		await quickPickRow(window, "v2.35").click();
		await titled(page, / to v2\.35$/);
		assert.match(await page.locator("main").innerText(), /Deprecated in favor of CODER_EMAIL_FROM/);
		await window.clearNotifications();
		// A tooltip of the side bar would cover the page.
		await page.locator("h1").hover();
		await window.page.locator(".workbench-hover-container").first().waitFor({ state: "hidden" });
		await window.screenshot("readme upgrade");
	});

	it("supports the keyboard: one tab stop, arrow keys between links", async () => {
		const page = await window.webview(".lines li");
		await page.getByRole("button", { name: "Read Again" }).focus();
		await window.page.keyboard.press("Tab");
		const first = await page.evaluate(() => document.activeElement?.textContent);
		await window.page.keyboard.press("ArrowDown");
		const second = await page.evaluate(() => document.activeElement?.textContent);
		assert.notEqual(first, second);
		assert.ok(await page.evaluate(() => document.activeElement?.closest(".lines") !== null));
	});

	it("requests each answer once while one of them fails", async () => {
		const page = await window.webview(".lines li");
		sample.setFault("updateCheck", { kind: "status", status: 500 });
		sample.resetRequests();
		await page.getByRole("button", { name: "Read Again" }).click();
		await poll("the answers", 20_000, () => Promise.resolve(sample.count("updateCheck") > 0));
		await page.getByRole("button", { name: "Read Again" }).waitFor();
		// Requests that follow from the failure would be sent at once.
		await window.page.waitForTimeout(3000);
		for (const id of upgradeEndpoints) assert.equal(sample.count(id), 1, id);
		sample.clearFaults();
	});

	it("copies a checklist without secrets", async () => {
		const page = await window.webview(".lines li");
		await page.getByRole("button", { name: "Copy as Markdown" }).click();
		const text = await poll("the clipboard", 5000, async () => {
			const copied = await window.clipboard();
			return copied.startsWith("# Upgrade ") && copied;
		});
		assert.match(text, /^- \[ \] \[.*`CODER_NOTIFICATIONS_EMAIL_FROM`/m);
		for (const secret of markerSecrets) assert.equal(text.includes(secret), false);
	});

	it("has no serious accessibility violations", async () => {
		assert.deepEqual(await seriousViolations(await window.webview(".lines li")), []);
	});

	it("exports the options with their current names", async () => {
		const page = await window.webview(".lines li");
		await page.getByRole("button", { name: "Export With Current Names" }).click();
		await poll("the export", 10_000, async () =>
			/Coder\sv2\.35/.test(
				await window.page.locator(".monaco-editor .view-lines").first().innerText(),
			),
		);
		await window.command("View: Close Editor");
	});

	it("is restored after a reload, and leads to an option", async () => {
		const tab = ": Upgrade Preview";
		await poll(tab, 20_000, async () => (await window.placesWith(tab)).length > 0);
		await window.reload();
		const page = await window.webview(".lines li");
		await titled(page, / to v2\.35$/);
		await page.locator(".lines button[data-id]").first().click();
		await window.webview(".row");
	});
});
