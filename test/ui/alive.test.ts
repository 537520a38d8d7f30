import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { eventually } from "./harness/eventually.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { signIn, statusItem } from "./session.ts";

describe("a deployment that changes while it's visible", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		// Statistics are requested as often as the server specifies, so their response brings the news.
		sample = await startSampleDeployment({ statsIntervalMs: 10_000, updateState: "current" });
		window = await openWorkbench({ size: { width: 1280, height: 1000 } });
		await signIn(window, sample.url, sample.tokens.owner);
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	const warnings = async () =>
		(await window.tree().rows()).filter(({ label }) => label === "License warning");

	it("shows a license warning and an upgrade without user action", async () => {
		await statusItem(window).waitForText("v2.35.1");
		await window.clearNotifications();
		sample.setEntitlementWarnings([
			"Your license expires in 5 days.",
			"120 active users, but licensed for 100.",
		]);
		sample.upgrade("next");
		const message = await window.notifications.waitFor("v2.35.1 → v2.36.0");
		assert.match(message, /^127\.0\.0\.1:\d+ v2\.35\.1 → v2\.36\.0: (no|\d+) options? changed/);
		await window.screenshot("upgraded");
		await statusItem(window).waitForText("v2.36.0");
		await eventually(async () => {
			assert.deepEqual(
				(await warnings()).map(({ description, icon, ariaLabel }) => [
					description,
					icon,
					ariaLabel,
				]),
				[
					[
						"Your license expires in 5 days.",
						"warning",
						"License warning: Your license expires in 5 days.",
					],
					[
						"120 active users, but licensed for 100.",
						"warning",
						"License warning: 120 active users, but licensed for 100.",
					],
				],
			);
			const rows = await window.tree().rows();
			const labels = rows.map(({ label }) => label);
			// Above all sections except the first, which is open.
			assert.equal(labels[1], "At a Glance");
			assert.ok(labels.indexOf("License warning") < labels.indexOf("Health"));
			assert.equal(rows.find(({ label }) => label === "Build")?.description, "v2.36.0");
		});
	});

	it("explains a warning on hover", async () => {
		assert.match(await window.tree().hover("License warning"), /can read its configuration/);
	});

	it("shows what the upgrade changed", async () => {
		await poll("the change in the history", 20_000, async () =>
			(await window.tree().rows()).some(
				({ label, description }) => label === "Changes" && description === "in the last hour",
			),
		);
		await window.notifications.press("v2.35.1 → v2.36.0", "Show Changes");
		const page = await window.webview("main");
		await page.getByText("v2.36.0").first().waitFor();
		await window.screenshot("upgrade-changes");
	});

	it("notifies once, and removes past warnings", async () => {
		await window.clearNotifications();
		sample.setEntitlementWarnings([]);
		await window.command("Coder Deployment: Refresh");
		await poll("the warnings' end", 20_000, async () => (await warnings()).length === 0);
		const reported = (await window.notifications.read()).filter(({ message }) =>
			message.includes("v2.35.1 → v2.36.0"),
		);
		assert.deepEqual(reported, []);
	});
});
