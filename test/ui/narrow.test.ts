import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { cutTexts } from "./harness/cutTexts.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { setSideBarWidth } from "./harness/sideBar.ts";
import { rename, signIn } from "./session.ts";

/** Deployments with long names and accounts with different roles, in a side bar as narrow as users make it. */
describe("a narrow side bar", () => {
	const names = {
		owner: "Production in Frankfurt for all teams",
		auditor: "Staging of the platform team, Dublin",
		scoped: "Lab of the security team, Porto",
		member: "Sandbox for trying out templates",
	} as const;
	const roles = Object.keys(names) as (keyof typeof names)[];
	/** Names that can't be shorter, and that hovers show as a whole. */
	const longNames = [...Object.values(names), "Not visible to you"];
	let window: Workbench;
	let samples: SampleDeployment[];

	before(async () => {
		samples = await Promise.all(roles.map(() => startSampleDeployment({ version: "ancient" })));
		window = await openWorkbench({
			settings: { "coderDeployment.updateNotification": false, "workbench.startupEditor": "none" },
		});
		for (const [index, role] of roles.entries()) {
			const sample = samples[index] ?? assert.fail();
			await signIn(window, sample.url, sample.tokens[role]);
			// Signing in ends by selecting the new row, which would close the question.
			const selected = window.tree().pane.locator(".monaco-list-row.selected");
			await selected.filter({ hasText: new URL(sample.url).host }).waitFor();
			await rename(window, names[role]);
			await window.tree().waitForRow(names[role]);
		}
	});
	after(async () => {
		await window.close();
		await Promise.all(samples.map((sample) => sample.close()));
	});

	/** Returns how much of the text after a deployment's name is visible, in px. */
	async function visibleDescription(name: string): Promise<number> {
		return window
			.tree()
			.row(name)
			.first()
			.evaluate((row) => {
				const box = row.querySelector(".monaco-icon-label-container")?.getBoundingClientRect();
				const text = row.querySelector(".label-description")?.getBoundingClientRect();
				return box && text ? Math.min(box.right, text.right) - text.left : 0;
			});
	}

	for (const [width, height, what] of [
		[1280, 900, ""],
		[853, 600, " at 150 percent"],
	] as const) {
		for (const sideBar of [300, 200]) {
			it(`of ${String(sideBar)} px${what} truncates no section's name, and nothing that matters after it`, async () => {
				await window.page.setViewportSize({ width, height });
				await setSideBarWidth(window.page, sideBar);
				await window.screenshot(`narrow ${String(sideBar)}${what}`);
				const { labels, firstWords, firstParts } = await cutTexts(window.tree());
				const others = (texts: readonly string[]) =>
					texts.filter((text) => !longNames.some((name) => text.startsWith(name)));
				assert.deepEqual(others(labels), []);
				assert.deepEqual(others(firstWords), []);
				if (sideBar === 300) assert.deepEqual(others(firstParts), []);
			});
		}
	}

	it("shows first which deployment is active, offline, or signed out", async () => {
		await window.page.setViewportSize({ width: 1280, height: 900 });
		await setSideBarWidth(window.page, 400);
		const first = (name: string): Promise<string> =>
			window
				.tree()
				.row(name)
				.first()
				.locator(".label-description")
				.innerText()
				.then((text) => text.split(" · ")[0] ?? "");
		await window.tree().titleBar.locator(".codicon-collapse-all").click();
		await window.tree().waitForRow(names.member);
		assert.equal(await first(names.member), "active");
		assert.ok((await visibleDescription(names.member)) > 40);
		await window.tree().click(names.auditor);
		await window.command("Coder Deployment: Sign Out");
		await samples[0]?.stop();
		await window.tree().click(names.owner);
		await window.command("Coder Deployment: Refresh");
		await poll("all states", 20_000, async () => (await first(names.owner)) === "offline");
		assert.equal(await first(names.auditor), "signed out");
		await window.tree().expand(names.owner);
		for (const sideBar of [300, 200]) {
			await setSideBarWidth(window.page, sideBar);
			await window.screenshot(`narrow ${String(sideBar)} offline and signed out`);
		}
	});
});
