import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Locator } from "playwright-core";
import { parse } from "yaml";
import {
	markerSecrets,
	startSampleDeployment,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { eventually } from "./harness/eventually.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { signIn } from "./session.ts";

describe("the exported configuration", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-export-"));
		sample = await startSampleDeployment();
		window = await openWorkbench({ folder, size: { width: 1500, height: 900 } });
		await signIn(window, sample.url, sample.tokens.owner);
	});
	after(async () => {
		await window.close();
		await sample.close();
		await rm(folder, { recursive: true, force: true });
	});

	const line = (text: string): Locator =>
		window.page.locator(".part.editor .view-line").filter({ hasText: text }).first();
	const answer = async (title: RegExp, label: string): Promise<void> => {
		await window.quickInput.waitForTitle(title);
		await window.quickInput.pick(label);
	};
	/** Scrolls to the line with a text: the server's order starts with AI Bridge, far above. */
	const find = async (text: string): Promise<void> => {
		const { keyboard } = window.page;
		await keyboard.press("ControlOrMeta+F");
		const input = window.page.locator(".find-widget.visible textarea").first();
		await input.fill(text);
		await keyboard.press("Enter");
		await keyboard.press("Escape");
		await line(text).waitFor();
	};
	const noSecrets = (text: string): void => {
		for (const secret of markerSecrets) assert.ok(!text.includes(secret));
	};

	it("is a YAML document with a hint at the end of each changed line", async () => {
		await window.command("Coder Deployment: Open Configuration as YAML");
		await line("aibridge:").waitFor();
		await line("aibridge:").click();
		await find("httpAddress:");
		await poll("hints", 10_000, async () =>
			/httpAddress: [\d.:]+\W?set by environment, default: 127/.test(await window.editorText()),
		);
		await find("redirectToAccessURL:");
		await poll("hints", 10_000, async () =>
			/redirectToAccessURL: true\W?set by flag/.test(await window.editorText()),
		);
		await find("accessURL: https://coder.larkspur.example");
		await window.screenshot("export-yaml");
	});

	it("explains an option and its value source in a hover", async () => {
		await line("accessURL:").hover({ position: { x: 50, y: 8 } });
		const hover = window.page.locator(".monaco-hover:visible", { hasText: "CODER_ACCESS_URL" });
		await hover.first().waitFor();
		assert.match(await hover.first().innerText(), /Access URL[\s\S]+--access-url/);
		await window.screenshot("export-hover");
	});

	it("has an outline of groups and options", async () => {
		await window.page.keyboard.press("ControlOrMeta+Shift+O");
		await window.quickInput.row("accessURL").first().waitFor();
		await window.quickInput.type("@oidcRedirectAllowedHosts");
		await window.quickInput.row("oidcRedirectAllowedHosts").first().waitFor();
		await window.quickInput.accept();
		await line("oidcRedirectAllowedHosts:").waitFor();
	});

	it("folds to its groups", async () => {
		await window.page.keyboard.press("ControlOrMeta+Home");
		await window.command("Fold All");
		await poll("folding", 5000, async () => {
			const text = await window.editorText();
			return text.includes("introspection:") && !text.includes("accessURL:");
		});
	});

	it("opens in an editor as an env file with current names", async () => {
		await window.command("Coder Deployment: Export Configuration");
		await answer(/\(1\/4\)/, "YAML");
		await window.quickInput.waitForTitle(/\(2\/4\)/);
		await window.quickInput.pressButton("Back");
		await answer(/\(1\/4\)/, "Environment File");
		await answer(/\(2\/4\)/, "Changed Options");
		await window.screenshot("export-question");
		await answer(/\(3\/4\)/, "Replace Deprecated Names");
		await answer(/\(4\/4\)/, "New Editor");
		await line("Configuration of").waitFor();
		await line("Configuration of").click();
		await find("CODER_ACCESS_URL=https://coder.larkspur.example");
		await find("CODER_OIDC_CLIENT_SECRET=");
		// Lines that come into the window are drawn one after the other.
		await eventually(async () => {
			const secret = await window.editorText();
			assert.match(secret, /# Secret \(set\)\..*\n# CODER_OIDC_CLIENT_SECRET='<secret>'/);
		});
		await find("CODER_TELEMETRY_ENABLE=");
		await eventually(async () => {
			const text = await window.editorText();
			assert.match(text, /\nCODER_TELEMETRY_ENABLE=false\n/);
			assert.doesNotMatch(text, /CODER_TELEMETRY=/);
		});
		await window.screenshot("export-env");
	});

	it("is saved to a file, and replaces an older one only after confirmation", async () => {
		const file = path.join(folder, "server-config.yaml");
		for (const label of ["Changed Options", "All Options"]) {
			await window.command("Coder Deployment: Export Configuration");
			await answer(/\(1\/4\)/, "YAML");
			await answer(/\(2\/4\)/, label);
			await answer(/\(3\/4\)/, "Keep Deprecated Names");
			await answer(/\(4\/4\)/, "File…");
			await poll("the dialog", 10_000, async () =>
				(await window.quickInput.value()).endsWith("server-config.yaml"),
			);
			if (label === "Changed Options") await window.screenshot("export-file");
			await window.quickInput.accept();
			if (label === "All Options") {
				await window.quickInput.waitForTitle(/already exists/);
				assert.ok((await readFile(file, "utf8")).includes("Only options that are set"));
				await window.quickInput.pressButton("OK");
			}
			await window.notifications.waitFor("Exported the configuration to server-config.yaml.");
			await window.notifications.dismiss("Exported the configuration");
		}
		const text = await readFile(file, "utf8");
		noSecrets(text);
		const { networking } = parse(text) as { networking: Record<string, unknown> };
		assert.equal(networking.accessURL, "https://coder.larkspur.example");
	});

	it("leaves no secret anywhere", async () => {
		assert.deepEqual(await window.placesWith(...markerSecrets), []);
		noSecrets(await window.page.locator("body").innerText());
	});
});
