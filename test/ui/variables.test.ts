import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
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
import type { Workbench } from "./harness/workbench.ts";
import { signIn } from "./session.ts";

const files: Readonly<Record<string, string>> = {
	"coder.env": [
		"# Coder",
		"CODER_ACCESS_URL=https://coder.example.com",
		"CODER_TELEMETRY=false",
		"CODER_ACESS_URL=typo",
		"CODER_SESSION_TOKEN=x",
		"CODER_OIDC_CLIENT_SECRET=x",
		"CODER_UNHEARD_OF=1",
		"",
	].join("\n"),
	Dockerfile: "FROM ghcr.io/coder/coder\nENV CODER_ADDRESS=0.0.0.0:80\n",
	"values.yaml": [
		"coder:",
		"  env:",
		"    - name: CODER_PG_CONNECTION_URL",
		"      value: x",
		"    - name: CODER_EXTERNAL_AUTH_0_ID",
		"      value: github",
		"    - name: C",
		"",
	].join("\n"),
};

describe("variables in files", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-variables-"));
		for (const [name, text] of Object.entries(files)) {
			await writeFile(path.join(folder, name), text);
		}
		sample = await startSampleDeployment();
		window = await openWorkbench({ folder, size: { width: 1300, height: 900 } });
	});
	after(async () => {
		await window.close();
		await sample.close();
		await rm(folder, { recursive: true, force: true });
	});

	const open = (name: string) => window.openFile(path.join(folder, name));
	const line = (text: string): Locator =>
		window.page.locator(".part.editor .view-line").filter({ hasText: text }).first();
	const hover = (text: string): Locator =>
		window.page.locator(".monaco-hover:visible").filter({ hasText: text }).first();

	/** Hovers over the name at the start of a line until the hover contains a text, and returns all of it. */
	async function hoverOf(name: string, text: string, x = 40): Promise<string> {
		return poll(`“${text}” in the hover of ${name}`, 30_000, async () => {
			await window.page.keyboard.press("Escape");
			await window.page.mouse.move(0, 0);
			await line(name).hover({ position: { x, y: 8 } });
			try {
				await hover(text).waitFor({ timeout: 3000 });
				return await hover(text).innerText({ timeout: 1000 });
			} catch {
				return undefined;
			}
		});
	}

	/** Opens the quick fixes at a name and applies the first, which has this title. */
	async function takeFix(name: string, title: string, picture?: string): Promise<void> {
		const first = window.page.locator(".action-widget .monaco-list-row.focused");
		await poll(`the fixes of ${name}`, 30_000, async () => {
			await line(name).click({ position: { x: 60, y: 8 } });
			await window.page.keyboard.press("ControlOrMeta+.");
			try {
				await first.filter({ hasText: title }).waitFor({ timeout: 3000 });
				return true;
			} catch {
				await window.page.keyboard.press("Escape");
				return false;
			}
		});
		if (picture !== undefined) await window.screenshot(picture);
		await window.page.keyboard.press("Enter");
	}

	it("are explained with bundled facts while the user is signed out", async () => {
		await open("coder.env");
		const text = await hoverOf("CODER_ACCESS_URL", "--access-url");
		assert.match(text, /Access URL[\s\S]*networking\.accessURL[\s\S]*Documentation/);
		assert.ok(!text.includes("Value on"));
		await window.screenshot("variables-signed-out");
	});

	it("get a hint if they're deprecated or unknown, but not if they're the CLI's", async () => {
		await poll("hints", 20_000, async () => {
			const count = await window.page.locator(".part.editor .squiggly-info").count();
			return count >= 2;
		});
		const text = await hoverOf("CODER_TELEMETRY", "is deprecated");
		assert.match(text, /Use CODER_TELEMETRY_ENABLE instead/);
		await window.screenshot("variables-hint");
		await window.command("Problems: Focus on Problems View");
		const problems = window.page.locator(".markers-panel");
		await problems.getByText("Did you mean CODER_ACCESS_URL?").first().waitFor();
		assert.ok(!(await problems.innerText()).includes("CODER_SESSION_TOKEN"));
		await window.screenshot("variables-problems");
		await window.command("View: Hide Panel");
	});

	it("are replaced or ignored by quick fixes", async () => {
		const replace = "Replace with CODER_TELEMETRY_ENABLE";
		await takeFix("CODER_TELEMETRY=", replace, "variables-fixes");
		await line("CODER_TELEMETRY_ENABLE=false").waitFor();
		await takeFix("CODER_UNHEARD_OF=", "Ignore CODER_UNHEARD_OF");
		await poll("the setting", 20_000, async () => {
			const settings = path.join(window.server.dataDir, "data/User/settings.json");
			const text = await readFile(settings, "utf8").catch(() => "");
			return text.includes("CODER_UNHEARD_OF");
		});
	});

	it("are explained with the active deployment's value and source, with masked secrets", async () => {
		await signIn(window, sample.url, sample.tokens.owner);
		await line("CODER_ACCESS_URL").waitFor();
		const text = await hoverOf("CODER_ACCESS_URL", "Value on");
		assert.match(text, /https:\/\/coder\.larkspur\.example/);
		assert.match(text, /Source\s+(Environment|Flag|YAML|Default)/);
		await window.screenshot("variables-signed-in");
		const secret = await hoverOf("CODER_OIDC_CLIENT_SECRET", "Value on");
		assert.match(secret, /Secret[\s\S]*Value on [^\n]*\s+Set\b/);
		assert.ok(!secret.includes(secretMark));
		await window.screenshot("variables-secret");
	});

	it("lead to the option in the panel", async () => {
		await hoverOf("CODER_ACCESS_URL", "Go to Option");
		await hover("Go to Option").getByText("Go to Option").click();
		const frame = await window.webview(".row");
		await frame.getByRole("heading", { name: "Access URL", exact: true }).waitFor();
	});

	it("are completed where a name is valid, with a description", async () => {
		await open("values.yaml");
		// VS Code renders spaces as non-breaking ones.
		const last = window.page.locator(".part.editor .view-line").filter({ hasText: /name:\sC$/ });
		await last.click();
		await window.page.keyboard.press("End");
		await window.page.keyboard.type("ODER_WILDCARD");
		const suggestions = window.page.locator(".suggest-widget.visible");
		await suggestions.getByText("CODER_WILDCARD_ACCESS_URL").first().waitFor();
		const details = window.page.locator(".suggest-details").filter({ hasText: "Go to Option" });
		await poll("the documentation", 20_000, async () => {
			if (!(await details.isVisible())) await window.page.keyboard.press("ControlOrMeta+Space");
			return details.waitFor({ timeout: 2000 }).then(
				() => true,
				() => false,
			);
		});
		assert.match(await details.innerText(), /--wildcard-access-url/);
		await window.screenshot("variables-completion");
		await window.page.keyboard.press("Enter");
		await line("- name: CODER_WILDCARD_ACCESS_URL").waitFor();
	});

	it("get hints in Dockerfiles", async () => {
		await open("Dockerfile");
		await window.page.locator(".part.editor .squiggly-info").first().waitFor();
		const text = await hoverOf("CODER_ADDRESS", "is deprecated", 90);
		assert.match(text, /CODER_HTTP_ADDRESS, CODER_TLS_ADDRESS/);
		await window.screenshot("variables-dockerfile");
	});

	it("leave no secret anywhere", async () => {
		assert.deepEqual(await window.placesWith(secretMark), []);
	});
});
