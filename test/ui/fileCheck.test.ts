import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator } from "playwright-core";
import { eventually } from "./harness/eventually.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import { takeQuickFix } from "./harness/quickFix.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow } from "./session.ts";

const files: Readonly<Record<string, string>> = {
	"values.yaml": [
		"coder:",
		"  env:",
		"    - name: CODER_AIBRIDGE_ENABLED",
		'      value: "true" # ours',
		"    - name: CODER_IN_MEMORY",
		'      value: "true"',
		"    - name: CODER_TLS_ENABLE",
		'      value: "EXAMPLE"',
		"    - name: CODER_ACESS_URL",
		"      value: https://coder.example",
		"",
	].join("\n"),
	"server.yaml": [
		"aibridge:",
		"  base_url: https://ai.example",
		"  enabled: true",
		"networking:",
		"  accessURL: https://coder.example",
		"",
	].join("\n"),
	"notes.yaml": "note: none\n",
};

describe("a file checked against a release, signed in to nothing", () => {
	let window: Workbench;
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-check-"));
		for (const [name, text] of Object.entries(files)) {
			await writeFile(path.join(folder, name), text);
		}
		window = await openWorkbench({ folder, size: { width: 1400, height: 900 } });
	});
	after(async () => {
		await window.close();
		await rm(folder, { recursive: true, force: true });
	});

	const open = (name: string) => window.openFile(path.join(folder, name));
	const line = (text: string): Locator =>
		window.page.locator(".part.editor .view-line").filter({ hasText: text }).first();
	const lens = (text: RegExp | string): Locator =>
		window.page
			.locator(".part.editor .codelens-decoration")
			.filter({ hasText: text })
			.locator("visible=true")
			.first();
	const problems = (text: string): Locator =>
		window.page.locator(".markers-panel").getByText(text).first();
	const rowsWith = (text: string): Locator =>
		window.page.locator(".markers-panel .monaco-list-row").filter({ hasText: text });

	async function check(release: string): Promise<void> {
		await window.command("Coder Deployment: Check File Against Release…");
		await quickPickRow(window, release).click();
	}

	it("shows what the release rejects or ignores, for the newest release first", async () => {
		await open("values.yaml");
		await window.command("Coder Deployment: Check File Against Release…");
		const stable = quickPickRow(window, "latest stable release");
		await stable.waitFor();
		assert.equal(await stable.getAttribute("data-index"), "0");
		await stable.click();
		await lens(/Coder v2\.35: 3 problems/).waitFor();
		await window.command("Problems: Focus on Problems View");
		await problems("v2.35: CODER_IN_MEMORY has no effect. Coder removed it in v2.25.").waitFor();
		await problems("v2.35: Coder doesn't start with this value. CODER_TLS_ENABLE").waitFor();
		// What the check reports isn't reported again without it.
		for (const name of ["CODER_IN_MEMORY", "CODER_TLS_ENABLE", "CODER_AIBRIDGE_ENABLED"]) {
			await eventually(async () => {
				assert.equal(await rowsWith(name).count(), 1, name);
			});
		}
		await problems("Unknown Coder variable CODER_ACESS_URL.").waitFor();
		await window.screenshot("files-checked");
		await window.command("View: Hide Panel");
	});

	it("takes the release's name for a setting, which can be undone", async () => {
		const fix = "Replace with CODER_AI_GATEWAY_ENABLED (Coder v2.35)";
		await takeQuickFix(window, line("CODER_AIBRIDGE_ENABLED"), fix);
		await line("CODER_AI_GATEWAY_ENABLED").waitFor();
		await line('value: "true" # ours').waitFor();
		await lens(/Coder v2\.35: 2 problems/).waitFor();
		await window.page.keyboard.press("ControlOrMeta+z");
		await line("CODER_AIBRIDGE_ENABLED").waitFor();
		await lens(/Coder v2\.35: 3 problems/).waitFor();
	});

	it("stays checked until the user stops it", async () => {
		await check("v2.30");
		await lens(/Coder v2\.30: 2 problems/).waitFor();
		await lens("Stop Checking").getByText("Stop Checking").click();
		await lens(/Coder v2\.30/).waitFor({ state: "detached" });
		await window.command("Problems: Focus on Problems View");
		await problems("Coder doesn't start with this value. CODER_TLS_ENABLE").waitFor();
		await eventually(async () => {
			assert.equal(await rowsWith("v2.30:").count(), 0);
		});
		await window.command("View: Hide Panel");
	});

	it("moves keys of a server configuration to their new paths", async () => {
		await open("server.yaml");
		await check("v2.35");
		await lens(/Coder v2\.35: 2 problems/).waitFor();
		const fix = "Replace with ai_gateway.enabled (Coder v2.35)";
		await takeQuickFix(window, line("enabled: true"), fix);
		await line("ai_gateway:").waitFor();
		await lens(/Coder v2\.35: 1 problem(?!s)/).waitFor();
		await window.page.keyboard.press("ControlOrMeta+z");
		await lens(/Coder v2\.35: 2 problems/).waitFor();
	});

	it("reports that another file sets nothing", async () => {
		await open("notes.yaml");
		const message = window.page.getByText("notes.yaml doesn't set any Coder options.").first();
		// Again if the command ran before the extension knew that another file is open.
		await poll("the message", 40_000, async () => {
			await window.command("Coder Deployment: Check File Against Release…");
			return message.waitFor({ timeout: 5000 }).then(
				() => true,
				() => false,
			);
		});
	});
});
