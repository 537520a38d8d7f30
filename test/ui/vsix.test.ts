import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { providePackage } from "../../scripts/host/packageExtension.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import type { Workbench } from "./harness/workbench.ts";
import { showOverview, signIn, statusItem } from "./session.ts";

describe("the packaged extension", () => {
	let folder: string;
	let sample: SampleDeployment;
	let window: Workbench;

	before(async function () {
		this.timeout(120_000);
		folder = mkdtempSync(path.join(tmpdir(), "coder-vsix-"));
		sample = await startSampleDeployment();
		window = await openWorkbench({ vsix: await providePackage(folder) });
	});
	after(async () => {
		await window.close();
		await sample.close();
		rmSync(folder, { recursive: true, force: true });
	});

	it("works when installed", async () => {
		await showOverview(window);
		await signIn(window, sample.url, sample.tokens.auditor);
		await statusItem(window).waitForText("v2.36.0");
		await window.command("Coder Deployment: Open Configuration");
		const page = await window.webview(".row");
		assert.equal(await page.locator("#count").innerText(), "292 options");
		assert.deepEqual(window.consoleErrors, []);
	});
});
