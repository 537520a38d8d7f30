import assert from "node:assert/strict";
import type { Frame } from "playwright-core";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { seriousViolations } from "./harness/axe.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { keepSamples } from "./keptSamples.ts";
import { quickPickRow, signIn } from "./session.ts";

/** VS Code's themes of each kind, by their names in its picker, and the class that a page gets. */
const themes = [
	["Light Modern", "vscode-light"],
	["Dark Modern", "vscode-dark"],
	["Dark High Contrast", "vscode-high-contrast"],
	["Light High Contrast", "vscode-high-contrast-light"],
] as const;

describe("every surface in every kind of theme", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment();
		sample.setConfigOption("CODER_PPROF_ENABLE", true, "env");
		sample.setConfigOption("CODER_PPROF_ADDRESS", "0.0.0.0:6060", "env");
		window = await openWorkbench({ size: { width: 1500, height: 900 } });
		await signIn(window, sample.url, sample.tokens.owner);
		await keepSamples(window);
		await window.command("Coder Deployment: Open Statistics");
		await window.webview(".plot canvas");
		await window.tree().expand("Findings");
		await window.command("Coder Deployment: Open Configuration as YAML");
		// Opening takes the focus, which would close the next question.
		await window.editorText();
		await window.command("Coder Deployment: Compare Configuration With…");
		await quickPickRow(window, "Defaults").click();
		await window.webview(".change");
		await window.command("Coder Deployment: Open Configuration");
		await window.webview(".row");
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	/** Returns the page of the tab with this title, in the theme that its class shows. */
	async function pageOf(tab: string, selector: string, kind: string): Promise<Frame> {
		await window.tabs.filter({ hasText: tab }).first().click();
		return window.webview(`body.${kind} ${selector}`);
	}

	for (const [theme, kind] of themes) {
		describe(theme, () => {
			before(async () => {
				await window.command("Preferences: Color Theme");
				await window.quickInput.type(theme);
				await window.quickInput.accept();
				await window.quickInput.waitUntilClosed();
			});

			it("shows the overview and the configuration without serious accessibility violations", async () => {
				const page = await pageOf(": Configuration", ".row", kind);
				await page.getByRole("combobox").fill("");
				await window.screenshot(`theme ${theme} configuration`);
				// Rows with every mark, but few enough that axe doesn't take minutes.
				await page.getByRole("combobox").fill("email");
				await poll("the search", 5000, () => page.getByText(/^\d+ of 292/).count());
				assert.deepEqual(await seriousViolations(page), []);
			});

			it("shows a search with suggestions and marks without serious accessibility violations", async () => {
				const page = await pageOf(": Configuration", ".row", kind);
				await page.getByRole("combobox").fill("");
				await page.getByRole("combobox").pressSequentially("@finding address @so");
				await page.getByRole("option").first().waitFor();
				await poll("marks", 5000, () =>
					page.evaluate(() => (CSS.highlights.get("match")?.size ?? 0) > 2),
				);
				await window.screenshot(`theme ${theme} search`);
				assert.deepEqual(await seriousViolations(page), []);
			});

			it("shows a comparison without serious accessibility violations", async () => {
				const page = await pageOf("Defaults", ".change", kind);
				await window.screenshot(`theme ${theme} comparison`);
				assert.deepEqual(await seriousViolations(page), []);
			});

			it("shows statistics without serious accessibility violations", async () => {
				const page = await pageOf(": Statistics", ".plot canvas", kind);
				await window.screenshot(`theme ${theme} statistics`);
				assert.deepEqual(await seriousViolations(page), []);
				await page.getByRole("button", { name: "Show as Table" }).click();
				await page.getByRole("table").first().waitFor();
				assert.deepEqual(await seriousViolations(page), []);
				await page.getByRole("button", { name: "Show as Table" }).click();
			});

			it("shows the YAML document with its findings", async () => {
				await window.tabs.filter({ hasText: ".yaml" }).first().click();
				const squiggle = window.page.locator(".part.editor .squiggly-error");
				await poll("findings", 10_000, async () => {
					await window.command("Go to Next Problem (Error, Warning, Info)");
					return (await window.page.locator(".marker-widget").count()) > 0 || squiggle.count();
				});
				await window.screenshot(`theme ${theme} yaml`);
				await window.page.keyboard.press("Escape");
			});
		});
	}
});
