import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { cutTexts } from "./harness/cutTexts.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { setSideBarWidth } from "./harness/sideBar.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow, signIn, statusItem } from "./session.ts";

/**
 * Makes VS Code use German as its display language from the next load on. Its own texts remain English, because its
 * German texts are an extension from the Marketplace; extensions get German.
 */
async function speakGerman(page: Page): Promise<void> {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", {
			get: () => "de",
			// VS Code's English texts set it, too.
			set: () => undefined,
		});
	});
}

describe("VS Code in German", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment();
		window = await openWorkbench();
		await signIn(window, sample.url, sample.tokens.owner);
		await speakGerman(window.page);
		await window.reload();
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	it("has a German tree and status bar", async () => {
		const tree = window.tree();
		for (const label of ["Experimente", "Statistik", "Sitzung", "Konfiguration"]) {
			await tree.waitForRow(label);
		}
		// Drawn last, above the other sections.
		await tree.waitForRow("1 Befund");
		await tree.expand("Update");
		await tree.waitForRow("Neueste stabile Version");
		assert.match(await tree.text(), /Experimente {2}\d aktiviert/);
		await statusItem(window).waitForText("v2.36.0");
		assert.match(await statusItem(window).ariaLabel(), /v2\.36\.0 ist verfügbar/);
		await tree.collapse("Update");
		await tree.waitForRow("Überblick");
		for (const width of [200, 300]) {
			await setSideBarWidth(window.page, width);
			await window.screenshot(`german ${String(width)}`);
			const { labels, firstWords, firstParts } = await cutTexts(tree);
			assert.deepEqual(labels, []);
			// German takes more space: at 200 px, no number is cut off.
			const isNumber = (text: string): boolean => /: \d+$/.test(text);
			assert.deepEqual(
				firstWords.filter((text) => width === 300 || isNumber(text)),
				[],
			);
			if (width === 300) assert.deepEqual(firstParts, []);
		}
	});

	it("has German commands, questions, and messages", async () => {
		await window.command("Coder Deployment: Anmelden");
		await window.quickInput.waitForTitle("Bei einem Coder-Deployment anmelden");
		await window.quickInput.cancel();
		await window.command("Coder Deployment: CA-Datei auswählen");
		await window.notifications.waitFor(/verwendet kein HTTPS, daher gibt es kein Zertifikat/);
		await window.screenshot("german messages");
	});

	it("has a German configuration panel, which is marked as German for screen readers", async () => {
		await window.command("Coder Deployment: Konfiguration öffnen");
		const page = await window.webview(".row");
		assert.equal(await page.locator("html").getAttribute("lang"), "de");
		assert.equal(await page.locator("#count").innerText(), "292 Optionen");
		assert.match(await page.locator("h1").innerText(), /: Konfiguration$/);
		await page.getByRole("combobox").fill("@changed");
		await page.getByText(/^\d+ von 292 Optionen$/).waitFor();
		await window.screenshot("german configuration");
	});

	it("has a German preview of an upgrade", async () => {
		await window.command("Coder Deployment: Upgrade-Vorschau");
		// The sample runs the newest known release.
		const none = await window.webview('body:has-text("läuft bereits mit der neuesten")');
		await none.getByRole("button", { name: "Version ändern" }).click();
		await quickPickRow(window, "Entwicklungs-Build").click();
		const page = await window.webview(".lines li");
		assert.equal(await page.locator("html").getAttribute("lang"), "de");
		assert.match(await page.locator("h1").innerText(), /aktualisieren|Upgrade/);
		assert.doesNotMatch(
			await page.locator("main").innerText(),
			/Before You|Automatic Changes|Nothing to do/,
		);
		await window.screenshot("german upgrade");
	});
});
