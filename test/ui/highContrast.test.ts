import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { seriousViolations } from "./harness/axe.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow, signIn, statusItem } from "./session.ts";

const values = [
	"coder:",
	"  env:",
	"    - name: CODER_AIBRIDGE_ENABLED",
	'      value: "true"',
	"    - name: CODER_SESSION_DURATION",
	'      value: "1h"',
	"    - name: CODER_IN_MEMORY",
	'      value: "true"',
	"    - name: CODER_ACESS_URL",
	"      value: https://coder.example",
	"",
].join("\n");

describe("surfaces of VS Code in high contrast", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-contrast-"));
		await writeFile(path.join(folder, "values.yaml"), values);
		sample = await startSampleDeployment({
			version: "old",
			accessUrl: "self",
			conditions: { troubles: ["database", "proxy", "provisioners"], license: "ending" },
		});
		sample.setConfigOption("CODER_PPROF_ENABLE", true, "env");
		sample.setConfigOption("CODER_PPROF_ADDRESS", "0.0.0.0:6060", "env");
		sample.setConfigOption("CODER_NOTIFICATIONS_EMAIL_FROM", "coder@larkspur.example");
		window = await openWorkbench({
			folder,
			size: { width: 1500, height: 1100 },
			settings: { "coderDeployment.updateNotification": false },
		});
		await signIn(window, sample.url, sample.tokens.owner);
		await window.openFile(path.join(folder, "values.yaml"));
		await window.command("Coder Deployment: Check File Against Release…");
		await quickPickRow(window, "v2.35").click();
		await window.page.locator(".codelens-decoration").filter({ hasText: "Coder v2.35" }).waitFor();
		await window.command("Coder Deployment: Preview Upgrade");
		await window.webview(".lines li");
		await window.tree().expand("Health");
		await window.tree().expand("Findings");
	});
	after(async () => {
		await window.close();
		await sample.close();
		await rm(folder, { recursive: true, force: true });
	});

	for (const [theme, kind] of [
		["Dark High Contrast", "vscode-high-contrast"],
		["Light High Contrast", "vscode-high-contrast-light"],
	] as const) {
		describe(theme, () => {
			const shot = (what: string): Promise<string> =>
				window.screenshot(`contrast ${theme} ${what}`);

			before(async () => {
				await window.command("Preferences: Color Theme");
				await window.quickInput.type(theme);
				await window.quickInput.accept();
				await window.quickInput.waitUntilClosed();
			});

			it("shows the preview of an upgrade without serious accessibility violations", async () => {
				await window.tabs.filter({ hasNotText: "values.yaml" }).last().click();
				const page: Frame = await window.webview(`body.${kind} .lines li`);
				await shot("upgrade");
				assert.deepEqual(await seriousViolations(page), []);
			});

			it("shows files, their problems, and hovers", async () => {
				await window.tabs.filter({ hasText: "values.yaml" }).first().click();
				const name = window.page
					.locator(".view-line")
					.filter({ hasText: "CODER_SESSION_DURATION" });
				await name.locator("span").last().waitFor();
				const hover = window.page.locator(".monaco-editor .monaco-hover").locator("visible=true");
				await name.getByText("CODER_SESSION_DURATION").last().click();
				await window.command("Show or Focus Hover");
				await hover.first().waitFor();
				await shot("file hover");
				await window.page.keyboard.press("Escape");
				await window.command("Problems: Focus on Problems View");
				await shot("problems");
				await window.command("View: Hide Panel");
				await name.click({ button: "right" });
				await window.contextMenu.entries();
				await shot("editor menu");
				await window.contextMenu.close();
			});

			it("shows rows, hovers, menus, and Quick Picks", async () => {
				await window.tree().hover("Database");
				await shot("health hover");
				await window.tree().openContextMenu("Findings");
				await shot("row menu");
				await window.contextMenu.close();
				await statusItem(window).hover();
				await shot("status hover");
				await window.command("Coder Deployment: Go to Option");
				await window.quickInput.type("address");
				await window.quickInput.widget.locator(".monaco-list-row").first().waitFor();
				await shot("quick pick");
				await window.quickInput.cancel();
				await window.command("Coder Deployment: Compare Configuration With…");
				await quickPickRow(window, "Defaults").waitFor();
				await shot("compare pick");
				await window.quickInput.cancel();
			});
		});
	}
});
