import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { eventually } from "./harness/eventually.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { showOverview, signIn, statusItem } from "./session.ts";

describe("health, license, and infrastructure", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment({
			updateState: "current",
			conditions: {
				troubles: ["database", "proxy", "provisioners"],
				license: "ending",
				announcements: ["Maintenance on **Saturday**"],
			},
		});
		window = await openWorkbench({ size: { width: 1280, height: 1400 } });
		await signIn(window, sample.url, sample.tokens.owner);
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	/** Waits until a row's description starts with this text. */
	async function describes(label: string, description: string): Promise<void> {
		await eventually(async () => {
			const row = (await window.tree().rows()).find((one) => one.label === label);
			assert.equal(row?.description.slice(0, description.length), description, label);
		});
	}

	it("wait with a health check that would send the token to another host until the user agrees to it", async () => {
		await showOverview(window);
		await describes("Health", "Not checked");
		assert.equal(sample.count("health"), 0);
		await window.command("Coder Deployment: Run Health Check Again");
		const { message } = await window.dialog.read();
		assert.equal(message, "Send your session token to coder.larkspur.example?");
		await window.screenshot("health asks before it sends the token");
		await window.dialog.press("Cancel");
		assert.equal(sample.count("health"), 0);
		await window.command("Coder Deployment: Run Health Check Again");
		await window.dialog.press("Run Health Check");
		await describes("Health", "All workspace proxies are down · 2 more");
		assert.equal(sample.healthRuns().length, 1);
	});

	it("are shown in the view and in the status bar", async () => {
		const tree = await showOverview(window);
		await tree.expand("Health");
		await describes("Database", "The database is slow");
		await describes("License", "Ends ");
		await tree.expand("Infrastructure");
		await describes("Announcement", "Maintenance on **Saturday**");
		await window.screenshot("health license infrastructure");
		await eventually(async () => {
			assert.match(await statusItem(window).text(), /health/);
		});
	});

	it("are requested automatically if the access URL is the deployment's own", async () => {
		sample.setConfigOption("CODER_ACCESS_URL", sample.url);
		sample.resetRequests();
		await window.command("Coder Deployment: Refresh");
		await poll("the health to be asked for", 10_000, () =>
			Promise.resolve(sample.count("health") > 0),
		);
		// The server still has its report, and no new check was forced.
		assert.equal(sample.healthRuns().length, 1);
	});
});
