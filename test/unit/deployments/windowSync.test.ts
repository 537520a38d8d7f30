import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { Emitter } from "../../../src/core/base/event.ts";
import type { Deployments } from "../../../src/core/deployments/deployments.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import { FakeTimeouts } from "../../support/fakeTimeouts.ts";
import { failureOf, recorded } from "../../support/recorded.ts";
import { stubVscode } from "../../support/vscodeStub.ts";

const focus = new Emitter<{ focused: boolean }>();
const secretKey = (key: string): string => `session:${key}`;

describe("a window next to others, with and without focus", () => {
	let secrets: Emitter<{ key: string }>;
	let calls: string[];
	let list: Map<string, { snapshot: Snapshot; refresh: () => Promise<void> }>;
	let onSync: () => void;
	let registration: { dispose(): unknown };
	const time = new FakeTimeouts();

	before(() => {
		stubVscode({ window: { onDidChangeWindowState: focus.event } });
	});
	beforeEach(async () => {
		secrets = new Emitter();
		calls = [];
		list = new Map();
		onSync = () => undefined;
		const deployments = {
			find: (key: string) => list.get(key),
			sync: () => {
				calls.push("sync");
				onSync();
			},
			restoreLost: () => Promise.resolve(),
		};
		const { registerWindowSync: registerWindows } =
			await import("../../../src/ui/app/windowSync.ts");
		registration = registerWindows(
			deployments as unknown as Deployments,
			{ onDidChange: secrets.event } as unknown as vscode.SecretStorage,
		);
	});
	afterEach(() => {
		registration.dispose();
		time.stop();
	});

	const put = async (key: string, kind?: "signedOut" | "network"): Promise<void> => {
		const answers = kind ? { user: { failure: failureOf(kind) } } : {};
		const { snapshot } = await recorded(answers);
		list.set(key, {
			snapshot,
			refresh: () => {
				calls.push(`refresh ${key}`);
				return Promise.resolve();
			},
		});
	};

	it("reads the list when it gets the focus, but not when it loses it", () => {
		focus.fire({ focused: false });
		assert.deepEqual(calls, []);
		focus.fire({ focused: true });
		focus.fire({ focused: false });
		assert.deepEqual(calls, ["sync"]);
	});

	it("reads it shortly after a session changes, once for several changes", () => {
		time.start();
		for (let change = 0; change < 3; change++) {
			secrets.fire({ key: secretKey("a") });
			time.tick(50);
		}
		time.tick(200);
		assert.deepEqual(calls, [], "the list comes a moment after the token");
		time.tick(50);
		assert.deepEqual(calls, ["sync"]);
		time.tick(1000);
		assert.deepEqual(calls, ["sync"]);
	});

	it("reads it for each of several sessions, but not for other secrets", () => {
		time.start();
		secrets.fire({ key: "something else" });
		time.tick(1000);
		assert.deepEqual(calls, []);
		secrets.fire({ key: secretKey("a") });
		secrets.fire({ key: secretKey("b") });
		time.tick(300);
		assert.deepEqual(calls, ["sync", "sync"]);
	});

	it("refreshes a deployment with an ended session when there is a new token", async () => {
		await put("ended", "signedOut");
		await put("offline", "network");
		await put("good");
		time.start();
		for (const key of [...list.keys(), "unknown"]) secrets.fire({ key: secretKey(key) });
		time.tick(300);
		assert.equal(calls.filter((call) => call === "sync").length, 4);
		assert.deepEqual(
			calls.filter((call) => call !== "sync"),
			["refresh ended"],
		);
	});

	it("doesn't refresh a deployment that was replaced meanwhile, which refreshes itself", async () => {
		await put("ended", "signedOut");
		onSync = () => {
			const before = list.get("ended");
			if (before) list.set("ended", { ...before });
		};
		time.start();
		secrets.fire({ key: secretKey("ended") });
		time.tick(1000);
		assert.deepEqual(calls, ["sync"]);
	});

	it("does nothing after disposal", () => {
		time.start();
		secrets.fire({ key: secretKey("a") });
		registration.dispose();
		focus.fire({ focused: true });
		secrets.fire({ key: secretKey("b") });
		time.tick(5000);
		assert.deepEqual(calls, []);
	});
});
