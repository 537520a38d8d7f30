import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import {
	secretMark,
	startSampleDeployment,
	tokenMark,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { quickPickRow, showOverview, signIn } from "./session.ts";

const setting = "coderDeployment.notifications.configurationChanged";

describe("notifications and the badge", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment();
		sample.setConfigOption("CODER_PPROF_ENABLE", true, "env");
		sample.setConfigOption("CODER_PPROF_ADDRESS", "0.0.0.0:6060", "env");
		window = await openWorkbench({
			settings: { [setting]: true, "coderDeployment.notifications.experimentsChanged": true },
		});
		await signIn(window, sample.url, sample.tokens.owner);
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	const clear = () => window.clearNotifications();
	const refresh = () => window.command("Coder Deployment: Refresh");
	const tab = () =>
		window.page.locator(".activitybar").getByRole("tab", { name: /^Coder Deployment/ });
	const badge = async (): Promise<string> => {
		const content = tab().locator(".badge-content");
		return (await content.count()) === 0 ? "" : content.first().innerText();
	};
	const waitForBadge = (value: string) =>
		poll(`the badge ${value}`, 15_000, async () => (await badge()) === value);
	const userSettings = () =>
		readFile(path.join(window.server.dataDir, "data", "User", "settings.json"), "utf8");

	it("announce an update after the sign-in message is gone, and again later", async () => {
		await window.notifications.waitFor("Signed in to");
		const both = await window.notifications.read();
		assert.equal(both.length, 1, JSON.stringify(both));
		await window.notifications.dismiss("Signed in to");
		await window.notifications.waitFor("is available for");
		await window.screenshot("update-notice");
		await window.notifications.press("is available for", "Remind Me Later");
		await window.page
			.locator(".statusbar")
			.getByText(/You'll be reminded about Coder v2\.36\.0 in 7 days/)
			.waitFor();
		await window.screenshot("update-notice-later");
	});

	it("count what needs attention on the badge, with a list in its tooltip", async () => {
		await showOverview(window);
		await waitForBadge("3");
		const label = (await tab().getAttribute("aria-label")) ?? "";
		await tab().hover();
		await window.screenshot("badge");
		assert.match(label, /127\.0\.0\.1:\d+: 1 update, 2 high-severity findings/);
	});

	it("don't count what is muted", async () => {
		const finding = "pprof is reachable from any network";
		await clear();
		await window.tree().expand("Findings");
		await window.tree().openContextMenu(finding);
		await window.contextMenu.choose("Mute for This Deployment");
		await waitForBadge("2");
		await window.notifications.press("Muted “pprof is reachable from any network”", "Undo");
		await waitForBadge("3");
		await window.tree().collapse("Findings");
	});

	it("report changed experiments and show their section", async () => {
		await clear();
		sample.setExperiments(["oauth2", "example"]);
		await refresh();
		const message = await window.notifications.waitFor("Experiments of");
		assert.match(message, /example \(Not enabled → Enabled\)/);
		await window.notifications.press("Experiments of", "Show");
		await poll("the section", 10_000, async () => {
			const rows = await window.tree().rows();
			return rows.some(({ label, expanded }) => label === "Experiments" && expanded === true);
		});
		await window.screenshot("experiments-changed-shown");
	});

	it("report a changed configuration and show the comparison", async () => {
		await clear();
		sample.setConfigOption("CODER_BROWSER_ONLY", true, "env");
		await refresh();
		const message = await window.notifications.waitFor("Configuration of");
		assert.match(message, /^Configuration of 127\.0\.0\.1:\d+ changed: Browser Only\.$/);
		await window.screenshot("configuration-changed");
		await window.notifications.press("Configuration of", "Show");
		const frame = await window.webview(".change");
		await frame.getByText("Browser Only").first().waitFor();
		await window.screenshot("configuration-changed-shown");
	});

	it("stop on request, with a way to turn them back on", async () => {
		await clear();
		sample.setConfigOption("CODER_BROWSER_ONLY", false, "env");
		await refresh();
		await window.notifications.waitFor("Configuration of");
		await window.notifications.press("Configuration of", "Don't Show Again");
		const answer = await window.notifications.waitFor("Notification turned off.");
		assert.ok(answer.includes(setting), answer);
		assert.ok(!(await userSettings()).includes(setting));
		await window.screenshot("stopped");
		await window.notifications.press("Notification turned off.", "Undo");
		await poll("the setting", 10_000, async () => (await userSettings()).includes(setting));
	});

	it("are combined after an upgrade; update notifications can be muted for a version and unmuted in the tree", async () => {
		await clear();
		sample.upgrade("next");
		await refresh();
		const upgrade = "v2.35.1 → v2.36.0";
		await window.notifications.waitFor(upgrade);
		const messages = (await window.notifications.read()).map(({ message }) => message);
		assert.equal(messages.length, 1, messages.join("\n"));
		await window.screenshot("several-notifications");
		await window.notifications.press(upgrade, "Show All (2)");
		await window.quickInput.waitForTitle("Notifications");
		await window.screenshot("all-notifications");
		await quickPickRow(window, "Coder v2.37.0 is available for").click();
		await window.notifications.waitFor("Coder v2.37.0 is available for");
		await window.notifications.press("Coder v2.37.0 is available for", "Don't Show Again…");
		await window.quickInput.waitForTitle("Don't Show Update Notifications");
		await window.screenshot("update-mute");
		await quickPickRow(window, "For v2.37.0").click();
		await waitForBadge("2");
		await window.tree().expand("Update");
		await window.tree().waitForRow("Notifications muted");
		await window.screenshot("update-muted");
		await window.tree().click("Notifications muted");
		await waitForBadge("3");
	});

	it("aren't repeated in a second window", async () => {
		const second = await window.newWindow();
		await (await showOverview(second)).waitForRow("Build");
		const messages = (await second.notifications.read()).map(({ message }) => message);
		assert.deepEqual(
			messages.filter((message) => message.includes("is available for")),
			[],
		);
		await second.close();
	});

	it("leave no secret and no token anywhere", async () => {
		assert.deepEqual(await window.placesWith(secretMark, tokenMark), []);
	});
});
