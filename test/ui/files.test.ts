import assert from "node:assert/strict";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator } from "playwright-core";
import {
	secretMark,
	startSampleDeployment,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import { takeQuickFix } from "./harness/quickFix.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow, showOverview, signIn } from "./session.ts";

/** A small repository with a deployment's configuration, as teams maintain it. */
const files: Readonly<Record<string, string>> = {
	"deploy/values.yaml": [
		"coder:",
		"  env:",
		"    - name: CODER_ACCESS_URL",
		'      value: "https://coder.larkspur.example"',
		"    - name: CODER_SESSION_DURATION",
		'      value: "1h"',
		"    - name: CODER_TLS_ENABLE",
		'      value: "yes"',
		"    - name: CODER_OIDC_CLIENT_SECRET",
		"      valueFrom:",
		"        secretKeyRef: {name: oidc, key: secret}",
		"",
	].join("\n"),
	"compose.yaml": [
		"services:",
		"  coder:",
		"    environment:",
		'      CODER_SESSION_DURATION: "1h"',
		"",
	].join("\n"),
	"coder.env": ["CODER_SESSION_DURATION=1h", `CODER_OIDC_CLIENT_SECRET=${secretMark}`, ""].join(
		"\n",
	),
	"coder.service": '[Service]\nEnvironment="CODER_SESSION_DURATION=1h"\n',
	"main.tf": 'locals {\n  env = {\n    CODER_SESSION_DURATION = "1h"\n  }\n}\n',
	"server.yaml": [
		"networking:",
		"  acessURL: https://coder.larkspur.example",
		"  http:",
		"    sessionDuration: 1h",
		"  tls:",
		"    enable: maybe",
		"",
	].join("\n"),
	"other/extra.env": "CODER_SESSION_DURATION=1h\n",
	"notes.md": "CODER_SESSION_DURATION=1h\n",
};

describe("files and the deployment", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-files-"));
		for (const name of ["deploy", "other"]) await mkdir(path.join(folder, name));
		for (const [name, text] of Object.entries(files)) {
			await writeFile(path.join(folder, name), text);
		}
		sample = await startSampleDeployment();
		window = await openWorkbench({ folder, size: { width: 1400, height: 900 } });
		await signIn(window, sample.url, sample.tokens.owner);
	});
	after(async () => {
		await window.close();
		await sample.close();
		await rm(folder, { recursive: true, force: true });
	});

	const open = (name: string) => window.openFile(path.join(folder, name));
	const editor = (): Locator => window.page.locator(".part.editor");
	const lens = (text: RegExp | string): Locator =>
		editor().locator(".codelens-decoration").filter({ hasText: text }).first();
	const line = (text: string): Locator =>
		editor().locator(".view-line").filter({ hasText: text }).first();

	const takeFix = (text: string, title: string) => takeQuickFix(window, line(text), title);

	it("show how many settings differ above the first, and the deployment's value at the end of the line", async () => {
		await open("deploy/values.yaml");
		await lens(/of 4 settings differ/).waitFor();
		assert.match(
			await lens("settings").innerText(),
			/: 2 of 4 settings differ, 1 secret not compared/,
		);
		await line('"1h"').filter({ hasText: "10h0m0s" }).waitFor();
		await editor().getByRole("button", { name: "Compare with Deployment" }).first().waitFor();
		await window.screenshot("files-drift");
	});

	it("have a problem if the server wouldn't start", async () => {
		await editor().locator(".squiggly-warning").first().waitFor();
		await window.command("Problems: Focus on Problems View");
		const problems = window.page.locator(".markers-panel");
		await problems.getByText("CODER_TLS_ENABLE must be true or false").first().waitFor();
		await window.command("View: Hide Panel");
	});

	it("take the deployment's value, which can be undone", async () => {
		await takeFix('"1h"', "Use the Deployment's Value");
		await line('"10h0m0s"').waitFor();
		await lens(/1 of 4 settings differs/).waitFor();
		await window.page.keyboard.press("ControlOrMeta+z");
		await line('"1h"').waitFor();
		await lens(/2 of 4 settings differ/).waitFor();
	});

	it("are compared on a page", async () => {
		await lens("Compare").getByText("Compare", { exact: true }).click();
		const frame = await window.webview(".change");
		await frame.locator(".change").filter({ hasText: "CODER_SESSION_DURATION" }).first().waitFor();
		await window.screenshot("files-compared");
		await frame.getByRole("button", { name: "Session Duration", exact: true }).click();
		await line("CODER_SESSION_DURATION").waitFor();
	});

	for (const name of ["compose.yaml", "coder.env", "coder.service", "main.tf"]) {
		it(`are compared in each form: ${name}`, async () => {
			await open(name);
			await lens(/differs/).waitFor();
			await line("CODER_SESSION_DURATION").filter({ hasText: "10h0m0s" }).waitFor();
		});
	}

	it("show their chosen deployment immediately", async () => {
		await open("coder.env");
		await lens("differs").locator('a[title*="is the active deployment"]').waitFor();
		await window.command("Coder Deployment: Choose Deployment for This File");
		await quickPickRow(window, "127.0.0.1").click();
		await lens("differs").locator('a[title^="You chose 127.0.0.1"]').waitFor();
	});

	it("are recognized as configuration files of coder server, with problems, fixes, and differences", async () => {
		await open("server.yaml");
		await lens(/2 of 2 settings differ/).waitFor();
		await line("sessionDuration").filter({ hasText: "10h0m0s" }).waitFor();
		await window.command("Problems: Focus on Problems View");
		const problems = window.page.locator(".markers-panel");
		await problems.getByText("Did you mean accessURL?").first().waitFor();
		await problems.getByText("networking.tls.enable must be true or false").first().waitFor();
		await window.command("View: Hide Panel");
		await window.screenshot("files-server-yaml");
		await takeFix("acessURL", "Replace with accessURL");
		await line("accessURL: https").waitFor();
		await takeFix("1h", "Use the Deployment's Value");
		await line("sessionDuration: 10h0m0s").waitFor();
		await window.page.keyboard.press("ControlOrMeta+z");
		await window.page.keyboard.press("ControlOrMeta+z");
		await line("acessURL").waitFor();
	});

	it("complete keys and values of coder server", async () => {
		await line("enable: maybe").click();
		await window.page.keyboard.press("End");
		await window.page.keyboard.press("Enter");
		await window.page.keyboard.press("ControlOrMeta+Space");
		const suggestions = window.page.locator(".suggest-widget .monaco-list-row");
		await suggestions.filter({ hasText: "minVersion" }).first().waitFor();
		await window.page.keyboard.press("Escape");
		await window.page.keyboard.press("ControlOrMeta+z");
		await window.command("Coder Deployment: Compare with Deployment");
		const frame = await window.webview(".change");
		await frame.locator(".change").filter({ hasText: "CODER_SESSION_DURATION" }).first().waitFor();
	});

	it("are listed in the view with the number of differences, and open from there", async () => {
		await window.command("Coder Deployment: Find Configuration Files");
		await window.page.getByText("Found 7 files that configure Coder.").first().waitFor();
		const tree = await showOverview(window);
		await tree.expand("Files");
		const row = tree.row("deploy/values.yaml");
		// The file that was only found comes last: a click while rows are added can hit another one.
		await tree.waitForRow("other/extra.env");
		assert.match((await row.getAttribute("aria-label")) ?? "", /2 of 4 settings differ/);
		await window.screenshot("files-listed");
		await row.click();
		await line("secretKeyRef").waitFor();
	});

	it("are followed on disk: changed, renamed, deleted, and created again", async () => {
		const tree = await showOverview(window);
		const row = (name: string, label: RegExp) =>
			poll(`${name} as ${String(label)}`, 30_000, async () => {
				const shown = tree.row(name);
				if ((await shown.count()) === 0) return false;
				return label.test((await shown.getAttribute("aria-label")) ?? "");
			});
		const gone = (name: string) =>
			poll(`${name} gone`, 30_000, async () => (await tree.row(name).count()) === 0);
		const extra = path.join(folder, "other/extra.env");
		await row("other/extra.env", /the setting differs/);
		await writeFile(extra, "CODER_SESSION_DURATION=10h\n");
		await row("other/extra.env", /no difference/);
		await rename(extra, path.join(folder, "other/renamed.env"));
		await row("other/renamed.env", /no difference/);
		await gone("other/extra.env");
		await rm(path.join(folder, "other/renamed.env"));
		await gone("other/renamed.env");
		await writeFile(path.join(folder, "other/renamed.env"), "CODER_SESSION_DURATION=1h\n");
		await row("other/renamed.env", /the setting differs/);
	});

	it("are offered in Compare Configuration With…, separately and together", async () => {
		await window.command("Coder Deployment: Compare Configuration With…");
		await quickPickRow(window, "All These Files").waitFor();
		await quickPickRow(window, "compose.yaml").click();
		await poll("the comparison", 20_000, async () =>
			(await window.tabTitles()).some((title) => title.startsWith("compose.yaml ↔ ")),
		);
	});

	it("are ignored if they don't configure Coder", async () => {
		await open("notes.md");
		await line("CODER_SESSION_DURATION").waitFor();
		assert.equal(await editor().locator(".codelens-decoration").count(), 0);
	});
});
