import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { cutTexts } from "./harness/cutTexts.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import { setSideBarWidth } from "./harness/sideBar.ts";
import type { Workbench } from "./harness/workbench.ts";
import { extensionId, signIn, statusItem } from "./session.ts";

const regions = ["Frankfurt", "Dublin", "Porto", "Oslo", "Tallinn", "Ghent", "Lyon", "Turin"];
const stages = ["Production", "Staging"];

describe("twenty deployments with long names", () => {
	let window: Workbench;
	/** The user is signed in to the first three, and adds the fourth. The others no longer have a token. */
	let samples: readonly SampleDeployment[];
	/** All names, in the order of the overview. */
	let names: readonly string[];
	const accounts = [
		"Platform engineering, all of Europe",
		"Data science, production",
		"Machine learning, evaluation",
	] as const;

	before(async function () {
		this.timeout(120_000);
		samples = await Promise.all(
			Array.from({ length: 10 }, (_nothing, index) =>
				startSampleDeployment({
					deploymentId: `5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b000${String(index)}`,
					accessUrl: "self",
				}),
			),
		);
		window = await openWorkbench({
			size: { width: 1280, height: 1000 },
			settings: { "coderDeployment.updateNotification": false, "workbench.startupEditor": "none" },
		});
		for (const sample of samples.slice(0, 3)) {
			await signIn(window, sample.url, sample.tokens.owner);
			const selected = window.tree().pane.locator(".monaco-list-row.selected");
			await selected.filter({ hasText: new URL(sample.url).host }).waitFor();
		}
		names = [...accounts, ...(await addStored(window, accounts, samples.slice(4)))];
		await window.tree().waitForRow(accounts[2]);
		await samples[1]?.stop();
		await window.tree().openContextMenu(accounts[1]);
		await window.contextMenu.choose("Refresh");
		await poll("the deployment to be offline", 20_000, async () =>
			/^offline/.test((await descriptionOf(accounts[1])) ?? ""),
		);
		await collapseAll();
	});
	after(async () => {
		await window.close();
		await Promise.all(samples.map((sample) => sample.close()));
	});

	const collapseAll = async (): Promise<void> => {
		await window.tree().titleBar.locator(".codicon-collapse-all").click();
		await poll("all rows", 20_000, async () => (await roots()).length >= 20);
	};
	const roots = async (): Promise<readonly string[]> =>
		(await window.tree().rows()).filter(({ level }) => level === 1).map(({ label }) => label);
	const descriptionOf = async (name: string): Promise<string | undefined> =>
		(await window.tree().rows()).find(({ label }) => label === name)?.description;

	it("show the state of each first", async () => {
		assert.deepEqual(await roots(), names);
		await poll("states", 20_000, async () => {
			const rows = await window.tree().rows();
			const states = rows.map(({ description }) => description.split(" · ")[0]);
			return (
				states.filter((state) => state === "signed out").length === 6 &&
				states.filter((state) => state === "offline").length === 1 &&
				states.filter((state) => state === "no session token").length === 11
			);
		});
		assert.match((await descriptionOf(accounts[2])) ?? "", /^active · /);
		for (const width of [300, 200]) {
			await setSideBarWidth(window.page, width);
			await window.screenshot(`twenty deployments ${String(width)}`);
		}
	});

	it("have a hover with the whole name", async () => {
		const hover = await window.tree().hover(names[5] ?? "");
		assert.ok(hover.includes(names[5] ?? "?"), hover);
		await window.screenshot("twenty deployments hover");
		await window.page.keyboard.press("Escape");
	});

	it("are found in Quick Picks by a part of the name", async () => {
		await setSideBarWidth(window.page, 300);
		await window.command("Coder Deployment: Switch Deployment");
		await window.quickInput.waitForTitle("Switch Deployment");
		await window.screenshot("twenty deployments pick");
		await window.quickInput.type("all of eu");
		await poll("one match", 5000, async () => (await window.quickInput.rows()).length === 1);
		await window.quickInput.accept();
		await statusItem(window).waitForText("Platform engineering, all of Europe");
		await poll("the active row", 10_000, async () =>
			/^active · /.test((await descriptionOf(accounts[0])) ?? ""),
		);
		assert.doesNotMatch((await descriptionOf(accounts[2])) ?? "", /active/);
		await window.screenshot("twenty deployments switched");
	});

	it("stay in place when one is added, which causes no requests to the others", async () => {
		const [first, , third, added] = samples;
		assert.ok(first && third && added);
		for (const sample of samples) sample.resetRequests();
		await window.clearNotifications();
		await signIn(window, added.url, added.tokens.owner);
		await poll("the new row", 20_000, async () =>
			(await window.tree().rows()).some(({ label }) => label === new URL(added.url).host),
		);
		await window.screenshot("twenty deployments added");
		await collapseAll();
		assert.deepEqual(await roots(), [...names, new URL(added.url).host]);
		assert.ok(added.requests().length > 10);
		assert.deepEqual(
			[first, third].map((sample) => sample.requests().length),
			[0, 0],
		);
		await window.screenshot("twenty-one deployments");
	});

	it("stay in place when one is removed", async () => {
		const removed = names[7] ?? assert.fail();
		await window.tree().openContextMenu(removed);
		await window.screenshot("twenty deployments menu");
		await window.contextMenu.choose("Remove Deployment");
		await window.screenshot("twenty deployments removing");
		await window.dialog.press("Remove");
		await poll("its row to go", 10_000, async () => !(await roots()).includes(removed));
		assert.equal((await roots()).length, names.length);
	});

	it("truncate no section of an expanded one", async () => {
		await window.tree().expand(accounts[0]);
		await window.tree().waitForRow("Build");
		const { labels } = await cutTexts(window.tree());
		const others = labels.filter(
			(label) => ![...names, "Not visible to you"].some((name) => label.startsWith(name)),
		);
		assert.deepEqual(others, []);
		await window.screenshot("twenty deployments expanded");
	});
});

/**
 * Names the deployments that are signed in, and adds others, as earlier sessions would have stored them: six from which
 * the user signed out, and eleven whose tokens are gone.
 *
 * @param signedIn names of those that are signed in
 * @param samples those whose tokens are gone
 * @returns the names of the others
 */
async function addStored(
	window: Workbench,
	signedIn: readonly string[],
	samples: readonly SampleDeployment[],
): Promise<readonly string[]> {
	const account = { id: "6b0c6a5e-0001-4c0e-8f00-5a3e1e000001", username: "mira" };
	const others = Array.from({ length: 17 }, (_nothing, index) => {
		const name = `${stages[index % 2] ?? ""} of the ${regions[index % 8] ?? ""} data center, cluster ${String(index)}`;
		const url =
			(index % 3 === 2 && samples[(index - 2) / 3]?.url) || `http://127.0.0.1:9/${String(index)}`;
		const entry = { key: `stored-${String(index)}`, url, name };
		return index % 3 === 0 ? { ...entry, signedOut: true } : { ...entry, account };
	});
	await window.page.evaluate(
		async ({ id, others, signedIn }) => {
			const open = indexedDB.open("vscode-web-state-db-global");
			await new Promise((resolve) => (open.onsuccess = resolve));
			const store = open.result.transaction("ItemTable", "readwrite").objectStore("ItemTable");
			const get = store.get(id) as IDBRequest<string>;
			await new Promise((resolve) => (get.onsuccess = resolve));
			const state = JSON.parse(get.result) as { deployments: object[] };
			const named = state.deployments.map((one, index) => ({ ...one, name: signedIn[index] }));
			Object.assign(state, { deployments: [...named, ...others] });
			const put = store.put(JSON.stringify(state), id);
			await new Promise((resolve) => (put.onsuccess = resolve));
			open.result.close();
		},
		{ id: extensionId, others, signedIn },
	);
	await window.reload();
	return others.map(({ name }) => name);
}
