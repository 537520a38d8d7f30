import assert from "node:assert/strict";
import {
	markerSecrets,
	startSampleDeployment,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { signIn } from "./session.ts";

describe("findings", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment();
		sample.setConfigOption("CODER_PPROF_ENABLE", true, "env");
		sample.setConfigOption("CODER_PPROF_ADDRESS", "0.0.0.0:6060", "env");
		window = await openWorkbench({ size: { width: 1500, height: 1000 } });
		await signIn(window, sample.url, sample.tokens.owner);
		await window.tree().waitForRow("Findings");
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	const pprof = "pprof is reachable from any network";
	const description = async (): Promise<string> => {
		const rows = await window.tree().rows();
		return rows.find(({ label }) => label === "Findings")?.description ?? "";
	};

	it("are counted and listed, most important first", async () => {
		const tree = window.tree();
		await poll("the count", 10_000, async () => (await description()) === "2 high, 7 warnings");
		await tree.expand("Findings");
		await tree.waitForRow(pprof);
		const rows = await tree.rows();
		const below = rows.slice(rows.findIndex(({ label }) => label === "Findings") + 1);
		const next = below.findIndex(({ level }) => level < 3);
		const icons = below
			.slice(0, next === -1 ? undefined : next)
			.filter(({ icon }) => icon !== "")
			.map(({ icon }) => icon);
		assert.ok(icons.length >= 9, icons.join());
		const order = ["error", "warning", "info"];
		assert.deepEqual(
			icons,
			icons.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
		);
		const spoken = rows.find(({ label }) => label === pprof)?.ariaLabel ?? "";
		assert.match(spoken, /^High: pprof is reachable from any network\. .*What to do: /);
		await window.screenshot("findings-tree");
	});

	it("explain themselves in the hover", async () => {
		const text = await window.tree().hover(pprof);
		assert.match(text, /High\. Anyone who can reach its port/);
		assert.match(text, /What to do: Turn off pprof/);
		await window.screenshot("findings-hover");
	});

	it("open the panel at their option, which shows them as well", async () => {
		await window.tree().click(pprof);
		const frame = await window.webview(".row");
		const row = frame.locator(".row", {
			has: frame.getByRole("heading", { name: "pprof Enable" }),
		});
		// Text outside the window isn't rendered, so the row was scrolled into view.
		await poll("the row", 10_000, async () =>
			(await row.innerText()).includes("High: pprof is reachable from any network."),
		);
		await window.screenshot("findings-panel");
	});

	it("are filtered by @finding", async () => {
		const frame = await window.webview(".row");
		await frame.locator("input").first().fill("@finding");
		await frame.locator('button[title="@finding"][aria-pressed="true"]').waitFor();
		await poll("the filter", 10_000, async () => {
			const names = await frame.locator(".row:visible h3").allInnerTexts();
			const badges = await frame.locator(".row:visible .badge.finding").count();
			return names.length > 0 && names.length === badges;
		});
		await window.screenshot("findings-filter");
	});

	it("can be muted for a deployment, which can be undone", async () => {
		const entries = await window.tree().openContextMenu(pprof);
		assert.ok(entries.includes("Mute Everywhere"), entries.join());
		await window.contextMenu.choose("Mute for This Deployment");
		await window.notifications.waitFor("Muted “pprof is reachable from any network” for");
		await poll("muting", 10_000, async () =>
			/^1 high, 7 warnings · 1 muted/.test(await description()),
		);
		await window.screenshot("findings-muted");
		await window.notifications.press("Muted “pprof is reachable from any network”", "Undo");
		await poll("undoing", 10_000, async () => (await description()) === "2 high, 7 warnings");
	});

	it("can be unmuted in the tree", async () => {
		await window.tree().pressInlineAction(pprof, "Mute for This Deployment");
		await window.tree().expand("1 muted");
		await window.tree().pressInlineAction(pprof, "Unmute Finding");
		await window.notifications.waitFor("Unmuted “pprof is reachable from any network” for");
		await poll("unmuting", 10_000, async () => (await description()) === "2 high, 7 warnings");
	});

	it("are copied as Markdown, without secrets", async () => {
		await window.command("Coder Deployment: Copy Findings as Markdown");
		await poll("the clipboard", 10_000, async () =>
			(await window.clipboard()).startsWith("# Findings for "),
		);
		const report = await window.clipboard();
		assert.ok(report.includes("### pprof is reachable from any network"));
		for (const secret of markerSecrets) assert.ok(!report.includes(secret));
	});

	it("are problems in the YAML document, linked to the documentation", async () => {
		await window.command("Coder Deployment: Open Configuration as YAML");
		await window.command("Problems: Focus on Problems View");
		const problems = window.page.locator(".markers-panel");
		await problems.getByText(`${pprof}.`).first().waitFor();
		await problems
			.getByText("(pprof-everywhere)")
			.or(problems.getByText("pprof-everywhere"))
			.first()
			.waitFor();
		await window.screenshot("findings-problems");
	});

	it("leave no secret anywhere", async () => {
		assert.deepEqual(await window.placesWith(...markerSecrets), []);
	});
});
