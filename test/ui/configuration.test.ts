import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import {
	markerSecrets,
	startSampleDeployment,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { signIn } from "./session.ts";

describe("the configuration", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let folder: string;
	let page: Frame;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-reports-"));
		sample = await startSampleDeployment();
		window = await openWorkbench({ folder, size: { width: 1500, height: 900 } });
		await signIn(window, sample.url, sample.tokens.owner);
		await window.command("Coder Deployment: Open Configuration");
		page = await window.webview(".row");
	});
	after(async () => {
		await window.close();
		await sample.close();
		await rm(folder, { recursive: true, force: true });
	});

	const shownRows = (): Promise<number> => page.locator(".row:visible").count();
	const search = async (text: string): Promise<void> => {
		await page.locator("input[type=search]").fill(text);
	};

	it("shows every option", async () => {
		assert.equal(await page.locator(".row").count(), 292);
		assert.equal(await page.locator("#count").innerText(), "292 options");
		await window.screenshot("configuration");
	});

	it("searches names, flags, variables, YAML paths and values", async () => {
		for (const [words, name] of [
			["access url", "Access URL"],
			["--oidc-issuer-url", "OIDC Issuer URL"],
			["CODER_PG_CONN_MAX_OPEN", "Postgres Max Open Connections"],
			["networking.accessURL", "Access URL"],
			["coder@larkspur.example", "Email: From Address"],
		] as const) {
			await search(words);
			await poll(`${name} for ${words}`, 5000, async () =>
				(await page.locator(".row:visible h3").allInnerTexts()).includes(name),
			);
			assert.ok((await shownRows()) < 30, words);
		}
	});

	it("filters by what is changed, where it is set, deprecated and secret", async () => {
		for (const [query, most] of [
			["@changed", 120],
			["@source:yaml", 30],
			["@source:flag", 30],
			["@deprecated", 60],
			["@secret", 20],
			["@dangerous", 5],
		] as const) {
			await search(query);
			await poll(query, 5000, async () => {
				const count = await shownRows();
				return count > 0 && count <= most;
			});
		}
		await search("@source:yaml");
		await window.screenshot("configuration-search");
		await search("");
		await poll("all options", 5000, async () => (await shownRows()) === 292);
	});

	it("says Set or Not set for secrets, and nothing more", async () => {
		await search("OIDC Client Secret");
		const row = page.locator(".row:visible").filter({ hasText: "OIDC Client Secret" }).first();
		assert.match(await row.innerText(), /\bSet\b/);
		const html = await page.content();
		for (const secret of markerSecrets) assert.equal(html.includes(secret), false);
	});

	it("copies an environment line", async () => {
		await search("CODER_ACCESS_URL");
		await page
			.locator(".row:visible")
			.first()
			.getByRole("button", { name: /environment line|env line/i })
			.click();
		await poll("the clipboard", 5000, async () =>
			(await window.clipboard()).includes("CODER_ACCESS_URL=https://coder.larkspur.example"),
		);
	});

	it("comes back after a reload with its search", async () => {
		await search("@source:flag");
		await poll("the filter", 5000, async () => (await shownRows()) < 292);
		await window.reload();
		page = await window.webview(".row");
		await poll(
			"the search",
			10_000,
			async () => (await page.locator("input[type=search]").inputValue()) === "@source:flag",
		);
		await poll("the filter", 10_000, async () => (await shownRows()) < 292);
	});

	it("opens the masked answer as a read-only JSON document", async () => {
		await window.command("Coder Deployment: Open Configuration as JSON");
		await poll("the document", 10_000, async () =>
			(await window.tabTitles()).includes("deployment-config.json"),
		);
		assert.match(await window.editorText(), /"config": \{/);
		await window.page.keyboard.type("x");
		await window.page.getByText("Cannot edit in read-only editor").first().waitFor();
		await window.screenshot("configuration-json");
		for (const secret of markerSecrets) assert.deepEqual(await window.placesWith(secret), []);
	});

	it("refuses a CSP report that is none, and sends one that is", async () => {
		const file = path.join(folder, "report.json");
		await writeFile(file, "{}");
		await window.command("View: Close All Editors");
		await openFile(window, "report.json");
		await window.command("Coder Deployment: Report a CSP Violation");
		await window.notifications.waitFor(
			'A CSP report is a JSON object with an object "csp-report".',
		);
		await window.page.locator(".part.editor .monaco-editor").first().click();
		await window.page.keyboard.press("ControlOrMeta+A");
		await window.page.keyboard.type('{"csp-report":{"violated-directive":"img-src"');
		await window.command("Coder Deployment: Report a CSP Violation");
		await window.notifications.waitFor("took the CSP report");
		assert.equal(sample.cspReports().length, 1);
		assert.equal(
			sample.requests().filter(({ path: asked }) => asked.endsWith("/csp/reports")).length,
			1,
		);
	});
});

async function openFile(window: Workbench, name: string): Promise<void> {
	await window.page.keyboard.press("ControlOrMeta+P");
	await window.quickInput.input.waitFor();
	await window.quickInput.type(name);
	await window.quickInput.row(name).first().waitFor();
	await window.quickInput.accept();
	await poll(name, 10_000, async () => (await window.tabTitles()).includes(name));
}
