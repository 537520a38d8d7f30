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
import { quickPickRow, signIn } from "./session.ts";

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

	/** Returns how many options the page found. Rows are drawn when they become visible. */
	const found = async (): Promise<number> =>
		Number(/^\d+/.exec(await page.locator("#count").innerText())?.[0]);
	const search = async (text: string, least: number, most: number): Promise<void> => {
		await page.getByRole("combobox").fill(text);
		await poll(`${least} to ${most} options for ${text}`, 5000, async () => {
			const count = await found();
			return count >= least && count <= most;
		});
	};

	it("shows every option, with a table of contents", async () => {
		assert.equal(await page.locator("#count").innerText(), "292 options");
		const contents = page.getByRole("navigation", { name: "Table of contents" });
		await contents.filter({ hasText: /Networking\s+\d+/ }).waitFor();
		await window.screenshot("configuration");
	});

	it("searches names, flags, variables, YAML paths, and values", async () => {
		for (const [words, name] of [
			["wildcard access url", "Wildcard Access URL"],
			["--oidc-issuer-url", "OIDC Issuer URL"],
			["CODER_PG_CONN_MAX_OPEN", "Postgres Connection Max Open"],
			["networking.accessURL", "Access URL"],
			["coder@larkspur.example", "Email: From Address"],
		] as const) {
			await search(words, 1, 5);
			// The count is updated before the rows are drawn.
			await page.getByRole("heading", { name, exact: true, level: 3 }).first().waitFor();
		}
	});

	it("shows the start of the list again when a search is cleared", async () => {
		await page.evaluate(() => {
			scrollTo(0, 3000);
		});
		await search("oidc", 20, 60);
		await page.getByRole("combobox").press("Escape");
		await page.locator("#count").filter({ hasText: "292 options" }).waitFor();
		// Rows above the first match appear a moment later, and must not move the page.
		await window.page.waitForTimeout(500);
		assert.ok((await page.evaluate(() => scrollY)) < 2);
	});

	it("filters by changed, source, deprecated, and secret", async () => {
		await search("@changed", 40, 120);
		await search("@source:flag", 5, 20);
		await search("@deprecated", 68, 68);
		await search("@secret", 18, 18);
		await search("@dangerous", 6, 6);
		await search("@source:yaml", 5, 30);
		await window.screenshot("configuration-search");
		await search("", 292, 292);
	});

	it("shows only Set or Not set for secrets", async () => {
		await search("CODER_OIDC_CLIENT_SECRET", 1, 1);
		const row = page.locator(".row:visible").first();
		assert.match((await row.textContent()) ?? "", /\bSet\b/);
		const html = await page.content();
		for (const secret of markerSecrets) assert.equal(html.includes(secret), false);
	});

	it("copies an environment line", async () => {
		await search("CODER_ACCESS_URL", 1, 3);
		await page
			.locator(".row:visible")
			.first()
			.getByRole("button", { name: "Copy Env Line" })
			.click();
		await poll("the clipboard", 5000, async () =>
			(await window.clipboard()).includes("CODER_ACCESS_URL=https://coder.larkspur.example"),
		);
	});

	it("restores its search after a reload", async () => {
		await search("@source:flag", 5, 20);
		// A window in a browser saves the state of its editors every few seconds.
		await poll(
			"the state",
			20_000,
			async () => (await window.placesWith("@source:flag")).length > 0,
		);
		await window.reload();
		page = await window.webview(".row");
		assert.equal(await page.getByRole("combobox").inputValue(), "@source:flag");
		assert.ok((await found()) < 21);
	});

	it("goes to an option from anywhere, and from a copied link", async () => {
		await window.command("View: Close All Editors");
		await window.command("Coder Deployment: Go to Option");
		await window.quickInput.waitForTitle("Go to Option");
		await window.quickInput.type("CODER_SSH_KEYGEN_ALGORITHM");
		await quickPickRow(window, "SSH Keygen Algorithm").click();
		page = await window.webview(".row");
		const focused = page.locator(".row:focus");
		await focused.waitFor();
		assert.match((await focused.textContent()) ?? "", /^SSH Keygen Algorithm/);
		await focused.getByRole("button", { name: "Copy Link" }).click();
		await poll("the link", 5000, async () => (await window.clipboard()).includes("/option?"));
		const link = await window.clipboard();
		assert.match(
			link,
			/^vscode:\/\/coder-deployment\.coder-deployment\/option\?url=.*&id=CODER_SSH_/,
		);
		await window.command("View: Close All Editors");
		// The link is for VS Code on the desktop; this editor has another scheme.
		await window.openUri(link.replace(/^vscode:/, "code-oss:"));
		await window.dialog.press("Open");
		page = await window.webview(".row");
		await page.locator(".row:focus").filter({ hasText: "SSH Keygen Algorithm" }).waitFor();
	});

	it("opens the masked answer as a read-only JSON document", async () => {
		await window.command("Coder Deployment: Open Configuration as JSON");
		await window.tabs.filter({ hasText: "deployment-config.json" }).waitFor();
		assert.match(await window.editorText(), /"config": \{/);
		await window.page.keyboard.type("x");
		await window.page.getByText("Cannot edit in read-only editor").first().waitFor();
		await window.screenshot("configuration-json");
		assert.deepEqual(await window.placesWith(...markerSecrets), []);
	});

	it("rejects an invalid CSP report, and sends a valid one", async () => {
		await writeFile(path.join(folder, "empty.json"), "{}");
		await writeFile(
			path.join(folder, "report.json"),
			'{"csp-report":{"violated-directive":"img-src"}}',
		);
		await window.command("View: Close All Editors");
		await openFile(window, "empty.json");
		await window.command("Coder Deployment: Report CSP Violation");
		await window.notifications.waitFor(
			'A CSP report is a JSON object that contains an object named "csp-report".',
		);
		assert.equal(sample.cspReports().length, 0);
		await openFile(window, "report.json");
		await window.command("Coder Deployment: Report CSP Violation");
		await window.notifications.waitFor("The server only writes it to its log, at the debug level");
		assert.equal(sample.cspReports().length, 1);
		assert.equal(
			sample.requests().filter(({ path: requested }) => requested.endsWith("/csp/reports")).length,
			1,
		);
	});
});

/** Opens a file from the Explorer, because searching for files requires a program that the host may lack. */
async function openFile(window: Workbench, name: string): Promise<void> {
	await window.openContainer("Explorer");
	await window.page
		.locator(".explorer-folders-view .monaco-list-row")
		.filter({ hasText: name })
		.dblclick();
	await window.tabs.filter({ hasText: name }).waitFor();
}
