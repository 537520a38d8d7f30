import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { eventually } from "./harness/eventually.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import { walkthroughSteps } from "./harness/walkthrough.ts";
import type { TreeView } from "./harness/tree.ts";
import type { Workbench } from "./harness/workbench.ts";
import { showOverview, signIn, statusItem } from "./session.ts";

/** Returns the rows below an open section, as `label: description`; waits for at least `least`. */
async function rowsOf(tree: TreeView, section: string, least: number): Promise<readonly string[]> {
	const inside = await poll(`the rows of ${section}`, 20_000, async () => {
		// A row that is opened while an answer arrives may be drawn closed again.
		await tree.expand(section);
		const rows = await tree.rows();
		const start = rows.findIndex(({ label }) => label === section);
		const end = rows.findIndex(({ level }, index) => index > start && level <= 2);
		const found = rows.slice(start + 1, end === -1 ? undefined : end);
		return found.length >= least && found;
	});
	await tree.collapse(section);
	return inside.map(({ label, description }) => `${label}: ${description}`);
}

describe("the tree of an owner", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let tree: TreeView;

	before(async () => {
		sample = await startSampleDeployment();
		sample.setStats({
			body: {
				workspaces: {
					pending: 1,
					building: 2,
					running: 1234,
					failed: 3,
					stopped: 5,
					connection_latency_ms: { P50: 31.8, P95: 301 },
					rx_bytes: 4_500_000_000,
					tx_bytes: 29_100_000_000,
				},
				session_count: { vscode: 63, jetbrains: 13, ssh: 37, reconnecting_pty: 4, zed: 2 },
			},
		});
		window = await openWorkbench({
			size: { width: 1280, height: 1400 },
			settings: { "workbench.startupEditor": "none" },
		});
		await signIn(window, sample.url, sample.tokens.owner);
		tree = await showOverview(window);
		await tree.waitForRow("Configuration");
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	it("shows the build", async () => {
		assert.deepEqual(await rowsOf(tree, "Build", 9), [
			"Version: v2.35.1+8b44bd6",
			"Source: commit 8b44bd6",
			"Deployment ID: 5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b0715",
			"Dashboard URL: https://coder.larkspur.example",
			"Agent API version: 1.0",
			"Provisioner API version: 1.18",
			"Telemetry: Off",
			"Workspace proxy: No",
			"Upgrade message: Not set",
		]);
	});

	it("shows the update", async () => {
		assert.deepEqual(await rowsOf(tree, "Update", 3), [
			"Latest stable release: v2.36.0",
			"How to upgrade: https://coder.com/docs/install/upgrade",
			"Preview Upgrade: ",
		]);
	});

	it("shows experiments: enabled, unknown, and safe but off", async () => {
		assert.deepEqual(await rowsOf(tree, "Experiments", 5), [
			"oauth2: Enabled",
			"workspace-usage: Enabled",
			"mcp-server-http: Enabled",
			"multi-organization: Enabled, but unknown to the server",
			"minimum-implicit-member: Safe, but not enabled",
		]);
	});

	it("shows statistics, including unknown apps", async () => {
		const rows = await rowsOf(tree, "Statistics", 18);
		assert.deepEqual(rows.slice(0, -1), [
			"Workspaces: 1,245",
			"Pending: 1",
			"Building: 2",
			"Running: 1,234",
			"Stopped: 5",
			"Failed: 3",
			"Connection latency P50: 31.8 ms",
			"Connection latency P95: 301 ms",
			"Sent to workspaces: 4.5 GB",
			"Sent from workspaces: 29.1 GB",
			"Sessions: 119",
			"VS Code: 63",
			"JetBrains: 13",
			"SSH: 37",
			"Web terminal: 4",
			"zed: 2",
			"Time window: 15 minutes",
		]);
		assert.match(rows.at(-1) ?? "", /^Collected: /);
	});

	it("shows SSH host names", async () => {
		assert.deepEqual(await rowsOf(tree, "SSH", 4), [
			"Host name prefix: coder.",
			"Host name suffix: coder",
			"ForwardAgent: yes",
			"ServerAliveInterval: 45",
		]);
	});

	it("shows the session", async () => {
		const rows = await rowsOf(tree, "Session", 5);
		assert.equal(rows[0], "Account: mira");
		assert.equal(rows[1], "Roles: Owner");
		assert.match(rows[2] ?? "", /^Token expires: \w+ \d+, \d{4}, \d+:\d+/);
		assert.equal(rows[3], "Maximum token lifetime: 7 days");
		assert.match(rows[4] ?? "", /^API root: Responds in under [\d,]+ ms$/);
	});

	it("counts options by value source", async () => {
		const rows = await rowsOf(tree, "Configuration", 5);
		assert.equal(rows[1], "All options: 292");
		assert.deepEqual(
			rows.map((row) => row.replaceAll(/\d+/g, "N")),
			[
				"Changed: N: N environment, N YAML, N flag, N other",
				"All options: N",
				"Set by flag: N",
				"Set by environment: N",
				"Set by YAML: N",
			],
		);
	});

	it("gives every row a spoken label, and shows a section's age on hover", async () => {
		for (const { ariaLabel } of await tree.rows()) assert.notEqual(ariaLabel.trim(), "");
		const hover = await tree.hover("Statistics");
		assert.match(hover, /usually every 30 seconds/);
		assert.match(hover, /Updated \d+:\d\d:\d\d/);
	});

	it("copies a value and refreshes one section from the context menu", async () => {
		await tree.expand("Build");
		const entries = await tree.openContextMenu("Version");
		assert.deepEqual(entries, ["Copy Value", "Open in Browser"]);
		await window.contextMenu.choose("Copy Value");
		await waitFor(async () => (await window.clipboard()) === "v2.35.1+8b44bd6");
		await tree.collapse("Build");
		sample.resetRequests();
		await tree.pressInlineAction("SSH", "Refresh Section");
		await waitFor(() => sample.count("deploymentSsh") === 1);
		assert.equal(sample.count("experiments"), 0);
		assert.equal(sample.count("buildInfo"), 0);
	});

	it("shows first what needs you, and leads to it", async () => {
		await eventually(async () => {
			const [, glance, need] = await tree.rows();
			assert.deepEqual([glance?.label, need?.label], ["At a Glance", "1 finding"]);
			assert.match(glance?.description ?? "", /^\d to check$/);
		});
		await window.screenshot("at a glance");
		await tree.click("1 finding");
		await eventually(async () => {
			const rows = await tree.rows();
			assert.equal(rows.find(({ label }) => label === "Findings")?.expanded, true);
		});
		await tree.collapse("Findings");
	});

	it("checks off the walkthrough's steps, even if the walkthrough is opened later", async () => {
		await window.command("Coder Deployment: Open Walkthrough");
		await poll("the steps that are done", 20_000, async () =>
			(await walkthroughSteps(window.page)).slice(0, 2).every(([, done]) => done),
		);
		await window.command("View: Close All Editors");
	});

	it("copies a summary without account, secret, or token", async () => {
		await window.command("Coder Deployment: Copy Deployment Summary");
		await waitFor(async () =>
			(await window.clipboard()).includes("| Version | v2.35.1\\+8b44bd6 |"),
		);
		const summary = await window.clipboard();
		assert.doesNotMatch(summary, /mira|SAMPLE-SECRET|SampleOwn/);
	});

	it("keeps the last known data when the server stops, and recovers automatically", async () => {
		await sample.stop();
		await window.command("Coder Deployment: Refresh");
		await statusItem(window).waitForText("offline");
		await tree.waitForRow("Offline");
		await tree.expand("Build");
		await eventually(async () => {
			const [deployment, ...rows] = await tree.rows();
			assert.match(deployment?.description ?? "", /^offline · last read \d+:\d+/);
			assert.deepEqual(
				rows
					.filter(({ description }) => /out of date|refused/.test(description))
					.map(({ label }) => label),
				["Offline"],
				"it is said once",
			);
			assert.match(await tree.text(), /Version {2}v2\.35\.1/);
		});
		await window.screenshot("offline");
		await sample.restart();
		await statusItem(window).waitForText("v2.36.0");
		await waitFor(async () => !/offline|refused the connection/.test(await tree.text()));
		await tree.collapse("Build");
	});

	it("keeps other sections when one fails", async () => {
		sample.setFault("deploymentStats", { kind: "status", status: 500 });
		await window.command("Coder Deployment: Refresh");
		await tree.pane.getByText(/running · out of date/).waitFor();
		await eventually(async () => {
			const rows = await tree.rows();
			assert.deepEqual(
				rows
					.filter(({ description }) => description.endsWith("out of date"))
					.map(({ label }) => label),
				["Statistics"],
			);
		});
		sample.clearFaults();
	});
});

describe("the tree of a member", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment();
		window = await openWorkbench();
		await signIn(window, sample.url, sample.tokens.member);
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	it("explains the sections that a member can't read, and shows the others", async () => {
		const tree = await showOverview(window);
		await eventually(async () => {
			const rows = await tree.rows();
			assert.equal(
				rows.find(({ label }) => label === "Not visible to you")?.description,
				"Health, Statistics, Configuration, Findings, License term, Servers, Provisioner Daemons",
			);
			assert.ok(!rows.some(({ description }) => description === "Not permitted"));
			assert.match(rows.find(({ label }) => label === "Experiments")?.description ?? "", /enabled/);
		});
		// A row that is opened while an answer arrives may be drawn closed again.
		await poll("the sections", 20_000, async () => {
			await tree.expand("Not visible to you");
			return tree.row("Statistics").isVisible();
		});
		const hover = await tree.hover("Statistics");
		assert.match(hover, /deployment_stats:read/);
		assert.match(hover, /Sign In with Another Account/);
		assert.match(hover, /Owner, Auditor/);
		await window.screenshot("member");
	});

	it("explains it in the configuration panel, too", async () => {
		await window.command("Coder Deployment: Open Configuration");
		const page = await window.webview(".notice");
		assert.match(await page.locator("body").innerText(), /deployment_config:read/);
		await window.screenshot("configuration-forbidden");
	});
});

async function waitFor(ask: () => boolean | Promise<boolean>): Promise<void> {
	await poll("what should come", 20_000, async () => ask());
}
