import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import type { Workbench } from "./harness/workbench.ts";
import { showOverview, signIn, statusItem } from "./session.ts";

/** What may be in the package besides the built parts. */
const files = [
	"extension/LICENSE.txt",
	"extension/changelog.md",
	"extension/dist/extension.js",
	"extension/l10n/bundle.l10n.de.json",
	"extension/media/activityBar.svg",
	"extension/package.json",
	"extension/package.nls.de.json",
	"extension/package.nls.json",
	"extension/readme.md",
];

describe("the packaged extension", () => {
	let folder: string;
	let vsix: string;
	let sample: SampleDeployment;
	let window: Workbench | undefined;

	before(async function () {
		this.timeout(120_000);
		folder = mkdtempSync(path.join(tmpdir(), "coder-vsix-"));
		vsix = path.join(folder, "coder-deployment.vsix");
		execFileSync("npm", ["run", "package", "--", "-o", vsix], { stdio: "pipe" });
		sample = await startSampleDeployment();
	});
	after(async () => {
		await window?.close();
		await sample.close();
		rmSync(folder, { recursive: true, force: true });
	});

	it("has no stray files", () => {
		const names = execFileSync("unzip", ["-Z1", vsix], { encoding: "utf8" }).trim().split("\n");
		const built = /^extension\/dist\/(chunks|webview)\/[\w-]+\.(js|css)$/;
		const rest = names.filter((name) => name.startsWith("extension/") && !built.test(name));
		assert.deepEqual(rest.toSorted(), files.toSorted());
	});

	it("works where it is installed", async () => {
		window = await openWorkbench({ vsix });
		await showOverview(window);
		await signIn(window, sample.url, sample.tokens.auditor);
		await statusItem(window).waitForText("v2.36.0");
		await window.command("Coder Deployment: Open Configuration");
		const page = await window.webview(".row");
		assert.equal(await page.locator("#count").innerText(), "292 options");
	});
});
