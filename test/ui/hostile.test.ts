import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { repoRoot } from "../../scripts/paths.ts";
import { hostileSecret, type HostileKind } from "../sample-deployment/hostile/hostileTexts.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { hostileMarks } from "./harness/hostileMarks.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import {
	enterUrl,
	quickPickRow,
	showOverview,
	signIn,
	startSignIn,
	statusItem,
} from "./session.ts";

/** The maximum time in which other extensions get an answer, whatever a server sends, in ms. */
const mostMs = 1000;

describe("a hostile deployment", function () {
	this.timeout(240_000);
	let window: Workbench;
	let sample: SampleDeployment;
	let foreign: Server;
	let foreignUrl: string;
	let folder: string;
	const foreignRequests: string[] = [];

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-hostile-"));
		await writeFile(path.join(folder, "coder.env"), "CODER_ACCESS_URL=https://x\nCODER_\n");
		foreign = createServer((request, response) => {
			foreignRequests.push(request.url ?? "");
			response.end();
		});
		await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve));
		foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
		sample = await startSampleDeployment({ entitlementWarnings: ["Sample warning"] });
		window = await openWorkbench({
			folder,
			size: { width: 1500, height: 1400 },
			moreExtensions: [path.join(repoRoot, "test/ui/probe")],
		});
	});
	after(async () => {
		await window.close();
		await sample.close();
		foreign.close();
		await rm(folder, { recursive: true, force: true });
	});

	/** Asserts that hostile texts are nothing but text. */
	async function assertText(where: string): Promise<void> {
		assert.deepEqual(await hostileMarks(window.page, foreignUrl), [], where);
		assert.deepEqual(foreignRequests, [], where);
	}

	/**
	 * Asserts the same, and that other extensions weren't blocked. This closes what is open at the top of the window.
	 */
	async function assertHarmless(where: string): Promise<void> {
		await assertText(where);
		await window.command("Probe: Report");
		const report = await poll("the report", 10_000, async () => {
			const text = await window.clipboard();
			return text.startsWith("{") && (JSON.parse(text) as { longestMs: number; runs: number });
		});
		assert.ok(report.longestMs < mostMs, `${where}: others waited ${report.longestMs} ms`);
		assert.equal(report.runs, 0, where);
	}

	async function beHostile(kind: HostileKind): Promise<void> {
		sample.setHostility({ kind, foreignUrl });
		sample.resetRequests();
		await window.command("Coder Deployment: Refresh");
		await poll("all to be asked again", 20_000, () =>
			Promise.resolve(sample.count("deploymentConfig") > 0 && sample.count("experiments") > 0),
		);
		await poll("the answers", 20_000, async () => {
			const rows = await window.tree().rows();
			return rows.length > 5 && rows.every(({ description }) => !description.startsWith("Loading"));
		});
	}

	it("shows nothing but text during sign-in", async () => {
		sample.setHostility({ kind: "everything", foreignUrl });
		await startSignIn(window);
		await enterUrl(window, sample.url);
		await assertText("the question for the token");
		await window.quickInput.type(sample.tokens.owner);
		await window.quickInput.accept();
		await quickPickRow(window, "Sign In as ").waitFor();
		await window.screenshot("hostile-sign-in");
		await assertText("the question whose token it is");
		await window.quickInput.cancel();
		sample.setHostility(undefined);
		await signIn(window, sample.url, sample.tokens.owner);
		await window.clearNotifications();
		// The time to start VS Code doesn't count.
		await window.command("Probe: Report");
	});

	for (const kind of ["everything", "spaces"] as const) {
		describe(`with ${kind} in its texts`, () => {
			before(async () => {
				await showOverview(window);
				await beHostile(kind);
			});

			it("shows nothing but text in the tree, its tooltips, and the status bar", async () => {
				const tree = await showOverview(window);
				const sections = (await tree.rows()).filter(
					({ level, expanded }) => level === 2 && expanded === false,
				);
				assert.ok(sections.length > 5);
				for (const { label } of sections) {
					// A row that was redrawn at the moment of the click is clicked again.
					await tree.expand(label).catch(() => tree.expand(label));
					await assertText(`the section ${label}`);
					if (label === sections[2]?.label) {
						await window.screenshot(`hostile-tree-${kind}`);
						await assertHarmless("the tree");
					}
					// Rows outside the view aren't drawn, so there is room for one more section.
					await tree.collapse(label);
				}
				await assertHarmless("the tree");
				const first = (await tree.rows()).filter(({ level }) => level <= 2);
				for (const { label } of first.slice(0, 6)) {
					await tree.hover(label);
					await assertText(`the tooltip of ${label}`);
				}
				await statusItem(window).hover();
				await window.screenshot(`hostile-status-${kind}`);
				await assertHarmless("the status bar");
			});

			it("shows nothing but text in messages and questions", async () => {
				await window.command("Coder Deployment: Check for Updates");
				await poll(
					"the message",
					20_000,
					async () => (await window.notifications.read()).length > 0,
				);
				await window.screenshot(`hostile-message-${kind}`);
				await assertHarmless("the message about updates");
				await window.clearNotifications();
				for (const command of ["Show Actions", "Go to Option", "Compare Configuration With…"]) {
					await window.command(`Coder Deployment: ${command}`);
					await poll(`the question of ${command}`, 20_000, async () => {
						const { input, widget } = window.quickInput;
						// The palette is closed, and its command's result is visible.
						if (!(await input.isVisible()) || (await input.inputValue()).startsWith(">"))
							return false;
						return (await widget.locator(".monaco-list-row").count()) > 0;
					});
					await assertText(command);
					await window.quickInput.cancel();
					await window.quickInput.waitUntilClosed();
				}
				await assertHarmless("the questions");
			});

			it("shows nothing but text on its pages", async () => {
				await window.command("Coder Deployment: Open Configuration");
				await window.webview(".row");
				await window.screenshot(`hostile-configuration-${kind}`);
				await assertHarmless("the configuration page");
				await window.command("Coder Deployment: Open Statistics");
				await window.webview(".plot canvas");
				await assertHarmless("the statistics page");
				await window.command("Coder Deployment: Compare Configuration With…");
				await quickPickRow(window, "defaults").click();
				await window.webview("h1");
				await assertHarmless("the comparison page");
				await window.command("Coder Deployment: Preview Upgrade");
				await window.webview(".sections");
				await window.screenshot(`hostile-upgrade-${kind}`);
				await assertHarmless("the preview of an upgrade");
				await window.command("View: Close All Editors");
			});

			it("shows nothing but text in documents, hovers, and completions", async () => {
				for (const form of ["YAML", "JSON"]) {
					await window.command(`Coder Deployment: Open Configuration as ${form}`);
					await window.page.locator(".part.editor .view-line").first().waitFor();
					await assertHarmless(`the ${form} document`);
				}
				await window.openFile(path.join(folder, "coder.env"));
				const line = window.page.locator(".part.editor .view-line").last();
				await line.click();
				await window.page.keyboard.press("End");
				await window.page.keyboard.press("ControlOrMeta+Space");
				await window.page.locator(".suggest-widget .monaco-list-row").first().waitFor();
				await window.screenshot(`hostile-completions-${kind}`);
				await assertHarmless("the completions");
				await window.command("View: Close All Editors");
			});

			it("gives chat tools no secret, and only bounded answers", async () => {
				await window.command("Probe: Call Chat Tools");
				const results = await poll("the tools' results", 20_000, async () => {
					const text = await window.clipboard();
					return text.startsWith("[") && (JSON.parse(text) as { name: string; text: string }[]);
				});
				assert.equal(results.length, 10);
				for (const { name, text } of results) {
					assert.ok(!text.includes(hostileSecret), name);
					assert.ok(text.length <= 16_384, name);
				}
				await assertHarmless("the chat tools");
			});
		});
	}

	it("leaves no secret anywhere", async () => {
		assert.deepEqual(await window.placesWith(hostileSecret), []);
	});
});
