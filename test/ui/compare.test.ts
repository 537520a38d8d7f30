import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AxeResults } from "axe-core";
import type { Frame } from "playwright-core";
import {
	markerSecrets,
	startSampleDeployment,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { zip } from "../support/zip.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow, signIn } from "./session.ts";

const themes = ["Default Dark Modern", "Default Light Modern", "Default High Contrast"] as const;

describe("comparison and history", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let old: SampleDeployment;
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-compare-"));
		sample = await startSampleDeployment();
		// It's too old to have an ID, so it's treated as another deployment.
		old = await startSampleDeployment({ version: "ancient" });
		window = await openWorkbench({
			folder,
			size: { width: 1500, height: 900 },
			settings: { "files.simpleDialog.enable": true },
		});
		await signIn(window, sample.url, sample.tokens.owner);
	});
	after(async () => {
		await window.close();
		await sample.close();
		await old.close();
		await rm(folder, { recursive: true, force: true });
	});

	/** Answers the question for the other side, and returns the page that opens. */
	async function compareWith(answer: string, ...answers: readonly string[]): Promise<Frame> {
		await window.command("View: Close All Editors");
		await window.command("Coder Deployment: Compare Configuration With…");
		for (const text of [answer, ...answers]) await quickPickRow(window, text).click();
		return window.webview("h1");
	}

	const title = (page: Frame, text: RegExp): Promise<boolean> =>
		poll(`the title ${String(text)}`, 10_000, async () =>
			text.test(await page.locator("h1").innerText()),
		);

	const host = (deployment: SampleDeployment): string => new URL(deployment.url).host;

	it("detects a change, and shows the old and new values in the tree", async () => {
		const tree = window.tree();
		await poll("the section Changes", 10_000, async () => (await tree.row("Changes").count()) > 0);
		// Again if the row was redrawn at that moment, because VS Code may then draw it closed.
		await poll("the first snapshot", 20_000, async () => {
			await tree.expand("Changes");
			return (await tree.rows()).some(({ label }) => label.startsWith("No changes since"));
		});
		sample.setConfigOption("CODER_BROWSER_ONLY", true, "env");
		await window.command("Coder Deployment: Refresh");
		const event = await poll("the change", 10_000, async () =>
			(await tree.rows()).find(({ description }) => description === "1 option"),
		);
		await tree.expand(event.label);
		await tree.waitForRow("Browser Only");
		const row = (await tree.rows()).find(({ label }) => label === "Browser Only");
		assert.equal(row?.description, "Disabled → Enabled");
		await window.screenshot("changes");
	});

	it("opens the comparison of a change", async () => {
		await window.tree().click("Browser Only");
		const page = await window.webview(".change");
		assert.equal(await page.locator(".change").count(), 1);
		// Before it's painted, a row has no text, because only rows in the window are rendered.
		await poll("the text of the change", 10_000, async () =>
			/Browser Only[\s\S]*Disabled[\s\S]*Enabled/.test(await page.locator(".change").innerText()),
		);
	});

	it("compares with the defaults, and with the state before the last change", async () => {
		await title(await compareWith("Defaults"), /^Defaults of .* compared with/);
		const page = await compareWith("The last change");
		await title(page, / of .*20\d\d.* compared with/);
		assert.equal(await page.locator(".change").count(), 1);
	});

	it("compares with a selected snapshot", async () => {
		await window.command("View: Close All Editors");
		await window.command("Coder Deployment: Compare Configuration With…");
		await quickPickRow(window, "Saved Snapshot").click();
		await window.quickInput.waitForTitle("Snapshots");
		assert.equal((await window.quickInput.rows()).length, 2);
		await window.quickInput.accept();
		const page = await window.webview("h1");
		await poll("the sentence", 10_000, async () =>
			(await page.locator("main").innerText()).includes("No options differ."),
		);
	});

	it("compares two deployments with very different versions", async () => {
		await signIn(window, old.url, old.tokens.owner);
		const page = await compareWith(host(sample));
		await title(page, new RegExp(`^${host(sample)} compared with ${host(old)}`));
		assert.ok((await page.locator('[data-kind="onlyLeft"]').count()) === 1);
		assert.ok((await page.locator(".change").count()) > 100);
		await page.getByRole("textbox").fill("access url");
		await poll("the search", 5000, async () => (await page.locator(".change:visible").count()) < 5);
		await page.getByRole("textbox").fill("");
		await page.locator('[data-kind="changed"]').click();
		await poll(
			"the kind",
			5000,
			async () =>
				(await page.locator(".change:visible .badge.changed").count()) ===
				(await page.locator(".change:visible").count()),
		);
		await window.screenshot("comparison");
	});

	it("shows and copies no secret", async () => {
		const page = await window.webview(".change");
		await page.locator('[data-kind="changed"]').click();
		await page.getByRole("button", { name: "Copy as Markdown" }).click();
		await poll("the clipboard", 5000, async () => (await window.clipboard()).startsWith("### "));
		const texts = [await page.content(), await window.clipboard()];
		for (const text of texts) {
			assert.ok(text.length > 5000);
			for (const secret of markerSecrets) assert.equal(text.includes(secret), false);
		}
	});

	it("opens the diff editor with the YAML of both sides", async () => {
		const page = await window.webview(".change");
		await page.getByRole("button", { name: "Open Diff" }).click();
		await window.page.locator(".monaco-diff-editor .line-insert").first().waitFor();
		assert.match(await window.page.locator(".monaco-diff-editor").innerText(), /aibridge:/);
		await window.screenshot("comparison-diff");
		await window.command("View: Close Editor");
	});

	it("is restored after a reload, and swaps its sides", async () => {
		// A window in a browser saves the state of its editors every few seconds.
		const tab = `${host(sample)} ↔ ${host(old)}`;
		await poll(tab, 20_000, async () => (await window.placesWith(tab)).length > 0);
		await window.reload();
		const page = await window.webview(".change");
		await title(page, new RegExp(`^${host(sample)} compared with ${host(old)}`));
		await page.getByRole("button", { name: "Swap Sides" }).click();
		await title(page, new RegExp(`^${host(old)} compared with ${host(sample)}`));
	});

	for (const theme of themes) {
		it(`has no serious accessibility violations in ${theme}`, async () => {
			await window.command("Preferences: Color Theme");
			await window.quickInput.type(theme.replace("Default ", "").replace("High", "Dark High"));
			await window.quickInput.accept();
			const page = await window.webview(".change");
			await page.evaluate(await readFile("node_modules/axe-core/axe.min.js", "utf8"));
			const { violations } = await page.evaluate(() =>
				(globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
			);
			await window.screenshot(`comparison ${theme}`);
			const serious = violations.filter(
				({ impact }) => impact === "serious" || impact === "critical",
			);
			assert.deepEqual(
				serious.map(({ id, nodes }) => [id, nodes[0]?.html]),
				[],
			);
		});
	}

	it("compares with a support bundle, and reports what is wrong with another archive", async () => {
		const answer = await fetch(`${sample.url}/api/v2/deployment/config`, {
			headers: { "Coder-Session-Token": sample.tokens.owner },
		});
		const good = path.join(folder, "good.zip");
		const bad = path.join(folder, "bad.zip");
		await writeFile(good, zip([{ name: "deployment/config.json", data: await answer.text() }]));
		await writeFile(bad, zip([{ name: "readme.txt", data: "hello" }]));
		for (const [file, sentence] of [
			[bad, /bad\.zip can't be compared\. This archive contains no deployment\/config\.json/],
			[good, /good\.zip compared with/],
		] as const) {
			await window.command("View: Close All Editors");
			await window.command("Coder Deployment: Compare Configuration With…");
			await quickPickRow(window, "Support Bundle").click();
			await window.quickInput.waitForTitle("Compare With");
			await quickPickRow(window, path.basename(file)).click();
			const page = await window.webview("h1");
			await poll(String(sentence), 10_000, async () =>
				sentence.test(await page.locator("body").innerText()),
			);
		}
	});

	it("stores no secret and no token in its files", async () => {
		const secrets = [...markerSecrets, sample.tokens.owner, old.tokens.owner];
		assert.deepEqual(await window.placesWith(...secrets), []);
		const places = await window.placesWith('"CODER_ACCESS_URL"');
		assert.ok(
			places.some((place) => place.includes("history")),
			places.join(),
		);
	});

	it("deletes the history on request", async () => {
		await window.command("Coder Deployment: Clear Change History");
		assert.match((await window.dialog.read()).message, /^Clear the history of /);
		await window.dialog.press("Clear All Deployments");
		assert.deepEqual(
			(await window.placesWith('"CODER_ACCESS_URL"')).filter((place) => place.includes("history")),
			[],
		);
	});
});
