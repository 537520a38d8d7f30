import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type * as vscode from "vscode";
import { repoRoot } from "../../../scripts/paths.ts";
import type { activate } from "../../../src/extension.ts";
import { FakeTimeouts } from "../../support/fakeTimeouts.ts";
import { saved } from "../../support/recorded.ts";
import { replaceVscode } from "../../support/replaceVscode.ts";

interface Manifest {
	readonly contributes: {
		readonly commands: readonly { readonly command: string }[];
		readonly languageModelTools: readonly { readonly name: string }[];
	};
}

const manifest = JSON.parse(readFileSync(path.join(repoRoot, "package.json"), "utf8")) as Manifest;

/** What VS Code requires immediately, wherever the user is signed in. */
const needed = [
	["createTreeView", "coderDeployment.overview"],
	...manifest.contributes.commands.map(({ command }) => ["registerCommand", command]),
	["registerUriHandler"],
	...manifest.contributes.languageModelTools.map(({ name }) => ["registerTool", name]),
];

describe("activation", () => {
	const time = new FakeTimeouts();
	let run: typeof activate;
	let calls: unknown[][];

	before(async function () {
		this.timeout(20_000);
		const stub = new URL("support/vscodeStub.ts", import.meta.url).href;
		replaceVscode(stub, /\/src\//);
		({ activate: run } = await import("../../../src/extension.ts"));
		({ calls } = await import("./support/vscodeStub.ts"));
	});
	beforeEach(() => {
		calls.length = 0;
		time.start();
	});
	afterEach(() => {
		time.stop();
	});

	/** Activates with stored values, and returns what was sent to VS Code, and how often values were read. */
	const activateWith = (stored: Readonly<Record<string, unknown>>) => {
		const reads: string[] = [];
		const globalState = {
			get: (key: string) => {
				reads.push(key);
				return stored[key];
			},
		};
		const secrets = { onDidChange: () => ({ dispose: () => undefined }) };
		const extension = { packageJSON: manifest };
		run({
			globalState,
			secrets,
			subscriptions: [],
			extension,
		} as unknown as vscode.ExtensionContext);
		const sent = calls.map((call) => call.filter((part) => typeof part === "string"));
		return { sent: sent.toSorted(byText), reads };
	};

	it("sends only what VS Code needs immediately, and the welcome text", () => {
		const { sent, reads } = activateWith({});
		const welcome = ["executeCommand", "setContext", "coderDeployment.welcome"];
		assert.deepEqual(sent, [...needed, welcome].toSorted(byText));
		assert.deepEqual(reads, ["deployments", "seenUrls"]);
		assert.equal(time.waiting, 0, "nothing is loaded");
	});

	it("names the deployment that the user signed out of", () => {
		const { sent } = activateWith({ seenUrls: ["https://coder.larkspur.example"] });
		assert.deepEqual(
			sent.filter(([name]) => name === "title"),
			[["title", "coder.larkspur.example"]],
		);
	});

	it("sends nothing more when the user is signed in, and loads the rest afterward", () => {
		const { sent, reads } = activateWith({ deployments: [saved] });
		assert.deepEqual(sent, needed.toSorted(byText));
		assert.deepEqual(reads, ["deployments", "seenUrls"]);
		assert.equal(time.waiting, 1);
	});
});

function byText(one: readonly unknown[], other: readonly unknown[]): number {
	return String(one).localeCompare(String(other));
}
