import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { JSDOM } from "jsdom";
import type * as vscode from "vscode";
import type { PageHost, PageServices } from "../../../src/ui/panels/pageHost.ts";
import type { OpenPanel, PanelSet } from "../../../src/ui/panels/panelSet.ts";
import type { PageName } from "../../../src/ui/panels/webviewHtml.ts";
import { pages, writePages } from "./support/pageFiles.ts";
import { stubVscode } from "./support/stubVscode.ts";
import type * as Stub from "./support/vscodeStub.ts";

interface Hello {
	readonly type: "hello";
	readonly text?: string;
}

interface FromPage {
	readonly type: "ready" | "greet";
}

/** Returns the first message in a page's document. */
function firstIn(html: string): unknown {
	const { document } = new JSDOM(html).window;
	return JSON.parse(document.getElementById("first")?.textContent ?? "");
}

describe("panels and their pages", () => {
	let Host: typeof PageHost<Hello, FromPage>;
	let Panels: typeof PanelSet<string, OpenPanel & { readonly subject: string }>;
	let opened: Stub.FakePanel[];
	let copied: string[];
	let folder: string;
	let services: PageServices;
	let warned: string[];
	let reported: unknown[][];

	before(async function () {
		this.timeout(20_000);
		({ opened, copied } = await stubVscode());
		Host = (await import("../../../src/ui/panels/pageHost.ts")).PageHost;
		Panels = (await import("../../../src/ui/panels/panelSet.ts")).PanelSet;
		folder = await writePages();
	});
	after(() => rm(folder, { recursive: true }));
	beforeEach(() => {
		[warned, reported] = [[], []];
		opened.length = copied.length = 0;
		services = {
			extensionUri: { fsPath: folder } as unknown as vscode.Uri,
			log: {
				warn: (line: string) => warned.push(line),
			} as unknown as PageServices["log"],
			reportViolation: (...report) => reported.push(report),
		};
	});

	const open = (
		panel: vscode.WebviewPanel,
		name: PageName,
		deployment: string | undefined,
		received: string[] = [],
		first?: Hello,
	) =>
		new Host(panel, services, {
			name,
			readers: { ready: () => ({}), greet: () => ({}) },
			handlers: { ready: () => received.push("ready"), greet: () => received.push("greet") },
			deployment: () => deployment,
			...(first && { first }),
		});

	const set = () =>
		new Panels("test", {
			open: (panel, subject) => {
				const page = open(panel, "config", subject);
				return {
					page,
					subject,
					dispose: () => {
						page.dispose();
					},
				};
			},
			title: (subject) => `Title of ${subject}`,
			remembered: ({ deployment }) => (typeof deployment === "string" ? deployment : undefined),
			shows: (panel, subject) => panel.subject === subject,
		});

	const make = (): Stub.FakePanel & vscode.WebviewPanel => {
		set().show("made");
		return opened.at(-1) as Stub.FakePanel & vscode.WebviewPanel;
	};

	for (const name of pages) {
		it(`offer once to report what the policy of the page "${name}" blocked`, () => {
			const panel = make();
			panel.dispose();
			open(panel, name, "key");
			panel.title = "A page";
			const report = { "blocked-uri": "https://evil.example", "line-number": 3 };
			panel.post({ type: "cspViolation", report: { ...report, nested: {} } });
			panel.post({ type: "cspViolation", report });
			panel.post({ type: "cspViolation", report: "x" });
			assert.deepEqual(reported, [["A page", "key", report]]);
			assert.equal(
				warned.filter((line) => line.includes("violated its content security policy")).length,
				2,
			);
			assert.match(panel.webview.html, new RegExp(`run\\("${name}"\\)`));
			assert.match(panel.webview.html, /default-src 'none'/);
		});
	}

	it("log a violation if there is no deployment to report it to", () => {
		const panel = make();
		panel.dispose();
		open(panel, "compare", undefined);
		panel.post({ type: "cspViolation", report: { "blocked-uri": "inline" } });
		assert.deepEqual(reported, []);
		assert.match(warned.join(), /violated its content security policy: \{"blocked-uri":"inline"\}/);
	});

	it("run requests that pages may send, and log all others", () => {
		const panel = make();
		panel.dispose();
		const received: string[] = [];
		const page = open(panel, "config", "key", received);
		panel.post({ type: "greet", more: 1 });
		for (const wrong of [null, "ready", { type: "toString" }, { type: "__proto__" }, [], 1]) {
			panel.post(wrong);
		}
		assert.deepEqual(received, ["greet"]);
		assert.equal(warned.length, 6);
		assert.equal(page.ready, false);
	});

	it("know whether their page can receive messages: a hidden page is destroyed", () => {
		const panel = make();
		panel.dispose();
		const page = open(panel, "config", "key");
		panel.post({ type: "ready" });
		assert.equal(page.ready, true);
		panel.show(false);
		assert.equal(page.ready, false);
		panel.show(true);
		assert.equal(page.ready, false);
		panel.post({ type: "ready" });
		assert.equal(page.ready, true);
		panel.dispose();
		assert.equal(page.ready, false);
	});

	it("have their first message in their document, until they're hidden", () => {
		const panel = make();
		panel.dispose();
		open(panel, "config", "key", [], { type: "hello", text: "First" });
		assert.deepEqual(firstIn(panel.webview.html), { type: "hello", text: "First" });
		panel.show(false);
		// What a page shows again has changed by then.
		assert.equal(firstIn(panel.webview.html), null);
	});

	it("read their first message as data, whatever a server wrote into it", () => {
		const text = `</script><script>alert(1)</script><!--<script> ]]> \u2028 "'&lt;`;
		const panel = make();
		panel.dispose();
		open(panel, "config", "key", [], { type: "hello", text });
		const { document } = new JSDOM(panel.webview.html).window;
		assert.deepEqual(firstIn(panel.webview.html), { type: "hello", text });
		assert.equal(document.querySelectorAll("script").length, 3);
		assert.equal(document.body.textContent.includes("alert(1)</script>"), false);
	});

	it("have their title from the start", () => {
		set().show("one");
		assert.equal(opened.at(-1)?.title, "Title of one");
	});

	it("can run scripts and load no files, whatever options a restored panel had", () => {
		set().show("one");
		const [made] = opened;
		const restored = make();
		restored.webview.options = { enableScripts: true, enableCommandUris: true };
		set().restore(restored, { deployment: "two" });
		for (const panel of [made, restored]) {
			assert.equal(panel?.webview.options.enableScripts, true);
			assert.deepEqual(panel.webview.options.localResourceRoots, []);
			assert.equal(panel.webview.options.enableCommandUris, undefined);
		}
	});

	it("copy a text, and confirm it", async () => {
		const panel = make();
		panel.dispose();
		await open(panel, "config", "key").copy("a text");
		assert.deepEqual([copied, panel.posted], [["a text"], [{ type: "copied" }]]);
	});

	it("come to the front if they're open, and open again after they were closed", () => {
		const panels = set();
		const first = panels.show("one");
		panels.show("two");
		assert.equal(panels.show("one"), first);
		assert.deepEqual(
			opened.map(({ revealed }) => revealed),
			[1, 0],
		);
		opened[0]?.dispose();
		assert.notEqual(panels.show("one"), first);
		assert.equal(opened.length, 3);
	});

	it("are restored after a reload with their state, once each", () => {
		const panels = set();
		const closed: string[] = [];
		const restore = (state: unknown): void => {
			const panel = make();
			panel.onDidDispose(() =>
				closed.push(state === undefined ? "nothing" : JSON.stringify(state)),
			);
			panels.restore(panel, state);
		};
		for (const state of [{ deployment: "a" }, { deployment: "b" }, { deployment: "a" }]) {
			restore(state);
		}
		for (const state of [undefined, null, 1, "a", [], {}, { deployment: 1 }]) restore(state);
		assert.deepEqual(closed, [
			'{"deployment":"a"}',
			"nothing",
			"null",
			"1",
			'"a"',
			"[]",
			"{}",
			'{"deployment":1}',
		]);
		panels.dispose();
		assert.equal(closed.length, 10);
	});
});
