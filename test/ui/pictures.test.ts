import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { keepSamples } from "./keptSamples.ts";
import { rename, signIn, statusItem } from "./session.ts";

/** Values for Coder's Helm chart, as teams keep them in Git. */
const values = `coder:
  image:
    tag: v2.35.1
  env:
    - name: CODER_ACCESS_URL
      value: "https://coder.larkspur.example"
    - name: CODER_WILDCARD_ACCESS_URL
      value: "*.coder.larkspur.example"
    - name: CODER_SESSION_DURATION
      value: "8h"
    - name: CODER_OIDC_ISSUER_URL
      value: "https://id.larkspur.example"
    - name: CODER_OIDC_CLIENT_SECRET
      valueFrom:
        secretKeyRef:
          name: coder-oidc
          key: client-secret
    - name: CODER_PROMETHEUS_ENABLE
      value: "yes"
    - name: CODER_PROXY_HEALTH_INTERVAL
      value: "1m"
`;

/** Takes the README's screenshots: everything loaded, nothing in front of it. */
describe("the pictures of the README", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-pictures-"));
		await writeFile(path.join(folder, "values.yaml"), values);
		sample = await startSampleDeployment();
		window = await openWorkbench({
			folder,
			size: { width: 1200, height: 760 },
			settings: {
				"workbench.colorTheme": "Default Dark Modern",
				"coderDeployment.updateNotification": false,
				"workbench.startupEditor": "none",
				"editor.minimap.enabled": false,
			},
		});
		await signIn(window, sample.url, sample.tokens.owner);
		await statusItem(window).waitForText("v2.36.0");
		await rename(window, "Larkspur Robotics");
		await window.tree().waitForRow("Larkspur Robotics");
		await window.clearNotifications();
	});
	after(async () => {
		await window.close();
		await sample.close();
		await rm(folder, { recursive: true, force: true });
	});

	it("show the overview next to the configuration", async () => {
		for (const section of ["Experiments", "Statistics", "Update"])
			await window.tree().expand(section);
		await window.command("Coder Deployment: Open Configuration");
		const page = await window.webview(".row");
		await poll(
			"all sections",
			10_000,
			async () => !(await window.tree().text()).includes("Loading"),
		);
		assert.equal(await page.locator("#count").innerText(), "292 options");
		// Away from the tab, whose hover would be in the screenshot.
		await page.locator("h1").click();
		await window.page.getByText("Close (Ctrl+W)").waitFor({ state: "hidden" });
		assert.ok(statSync(await window.screenshot("readme overview")).size > 0);
	});

	it("show a search in the configuration", async () => {
		const page = await window.webview(".row");
		await page.getByRole("combobox").fill("@changed oidc");
		await poll("the search", 5000, async () =>
			/of 292/.test(await page.locator("#count").innerText()),
		);
		await page.locator("h1").click();
		assert.ok(statSync(await window.screenshot("readme configuration")).size > 0);
	});

	it("show a file that differs", async () => {
		await window.command("View: Close All Editors");
		await window.openFile(path.join(folder, "values.yaml"));
		const editor = window.page.locator(".part.editor");
		await editor.locator(".codelens-decoration").filter({ hasText: "differ" }).first().waitFor();
		await editor.locator(".view-line").filter({ hasText: "10h0m0s" }).first().waitFor();
		await editor.locator(".squiggly-warning").first().waitFor();
		for (const section of ["Experiments", "Statistics", "Update"])
			await window.tree().collapse(section);
		await window.tree().expand("Files");
		// Away from a word, whose other occurrences would be highlighted.
		await editor.locator(".view-line").last().click();
		assert.ok(statSync(await window.screenshot("readme files")).size > 0);
	});

	it("show statistics over six hours", async () => {
		await keepSamples(window);
		await window.command("View: Close All Editors");
		await window.command("View: Close Primary Side Bar");
		await window.command("Coder Deployment: Open Statistics");
		await window.page.setViewportSize({ width: 1200, height: 850 });
		const page = await window.webview(".plot canvas");
		await page.locator("h1").click();
		assert.ok(statSync(await window.screenshot("readme statistics")).size > 0);
	});
});

/** A deployment with problems: what an administrator sees at first glance. */
describe("the picture of health and license", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment({
			accessUrl: "self",
			updateState: "current",
			conditions: { troubles: ["database", "provisioners"], license: "ending", waitingJobs: 3 },
		});
		window = await openWorkbench({
			size: { width: 1000, height: 900 },
			settings: {
				"workbench.colorTheme": "Default Dark Modern",
				"coderDeployment.updateNotification": false,
				"workbench.startupEditor": "none",
			},
		});
		await signIn(window, sample.url, sample.tokens.owner);
		await rename(window, "Larkspur Robotics");
		await window.tree().waitForRow("Larkspur Robotics");
		await window.clearNotifications();
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	it("shows problems before anything is opened, and more in their sections", async () => {
		await poll(
			"all sections",
			10_000,
			async () => !(await window.tree().text()).includes("Loading"),
		);
		const health = (await window.tree().rows()).find(({ label }) => label === "Health");
		assert.match(health?.description ?? "", /^The database is slow · 1 more$/);
		assert.ok(statSync(await window.screenshot("first look at a sick deployment")).size > 0);
		for (const section of ["Health", "License", "Infrastructure"])
			await window.tree().expand(section);
		// Wide enough for the text of the rows.
		const sideBar = await window.page.locator(".part.sidebar").boundingBox();
		const sash = (sideBar?.x ?? 0) + (sideBar?.width ?? 0);
		await window.page.mouse.move(sash, 500);
		await window.page.mouse.down();
		await window.page.mouse.move(720, 500, { steps: 5 });
		await window.page.mouse.up();
		await window.page.locator(".part.editor").click();
		assert.ok(statSync(await window.screenshot("readme health")).size > 0);
	});
});
