import assert from "node:assert/strict";
import "../../support/stable.ts";
import { rmSync, truncateSync } from "node:fs";
import { History } from "../../../src/core/history/history.ts";
import { changesSection } from "../../../src/core/overview/changes.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { filesBelow, seen, seenBody, temporaryFolder } from "./observations.ts";

const key = "key";
const noon = Date.parse("2026-08-07T12:00:00Z");
const hour = 3_600_000;

function historyOf(root = temporaryFolder()): History {
	return new History(root, (problem) => {
		assert.match(problem, /damaged/);
	});
}

/** Returns the tree's rows as indented text. */
function drawn(node: OutlineNode, indent = ""): string[] {
	const line = [node.label, node.description].filter(Boolean).join(": ");
	return [indent + line, ...(node.children ?? []).flatMap((child) => drawn(child, `${indent}  `))];
}

describe("the change log", () => {
	it("lists what changed when, and from what to what, newest first", async () => {
		const history = historyOf();
		await history.record(key, seen(noon, "a", { experiments: ["old"] }));
		await history.record(key, seen(noon + hour, "b", { experiments: ["old"] }));
		await history.record(
			key,
			seen(noon + 2 * hour, "b", { version: "v2.36.0", experiments: ["new"] }),
		);
		const log = await history.log(key);
		assert.equal(log.since, noon);
		assert.deepEqual(
			log.events.map(({ at, changes }) => [
				at,
				changes.map(({ name, text }) => `${name}: ${text}`),
			]),
			[
				[
					noon + 2 * hour,
					[
						"Version: v2.35.1 → v2.36.0",
						"new: Not enabled → Enabled",
						"old: Enabled → Not enabled",
					],
				],
				[noon + hour, ["CODER A: a → b"]],
			],
		);
	});

	it("doesn't report a part that is seen for the first time", async () => {
		const history = historyOf();
		await history.record(key, { state: { version: "v1" }, readAt: { version: 1 } });
		await history.record(key, seen(2, "a", { version: "v1" }));
		assert.deepEqual((await history.log(key)).events, []);
	});

	it("compares across a damaged snapshot", async () => {
		const root = temporaryFolder();
		const first = historyOf(root);
		for (const [at, value] of ["a", "b", "c"].entries())
			await first.record(key, seen(at + 1, value));
		truncateSync(filesBelow(root)[1] ?? "", 3);
		const texts = (await historyOf(root).log(key)).events.map(({ changes }) => changes[0]?.text);
		assert.deepEqual(texts, ["a → c"]);
	});

	it("is cached, and follows deletions by another window", async () => {
		const root = temporaryFolder();
		const history = historyOf(root);
		for (let at = 1; at <= 30; at++) await history.record(key, seen(at, `v${at}`));
		const log = await history.log(key);
		assert.equal(log.events.length, 20);
		assert.deepEqual(await history.log(key), log);
		for (const file of filesBelow(root).slice(0, 28)) rmSync(file);
		assert.deepEqual((await history.log(key)).events, log.events.slice(0, 1));
	});

	it("only reports whether secrets are set", async () => {
		const history = historyOf();
		const body = (source?: string): JsonObject => ({
			options: [
				{
					name: "Key",
					env: "CODER_KEY",
					annotations: { secret: "true" },
					value: "hunter2hunter2",
					...(source && { value_source: source }),
				},
				{ name: "B", env: "CODER_B", value: 1, value_source: "env" },
			],
		});
		await history.record(key, seenBody(1, body()));
		await history.record(key, seenBody(2, body("env")));
		const log = await history.log(key);
		assert.equal(log.events[0]?.changes[0]?.text, "Not set → Set");
		assert.ok(!JSON.stringify(log).includes("hunter2"));
	});

	it("reports an upgrade of real servers", async function () {
		needFixtures(this);
		const history = historyOf();
		const body = (name: string) =>
			fixtureJson(`${name}/deployment-config-defaults.json`) as JsonObject;
		await history.record(key, seenBody(1, body("v2.15.0"), { version: "v2.15.0" }));
		await history.record(key, seenBody(2, body("main"), { version: "v2.35.1" }));
		const [event] = (await history.log(key)).events;
		assert.ok((event?.changes.length ?? 0) > 130);
		const section = changesSection(key, await history.log(key), 3);
		assert.equal(section.children?.[0]?.children?.length, 31);
		assert.match(section.children[0].children.at(-1)?.label ?? "", /^\d+ more$/);
	});
});

describe("the Changes section", () => {
	it("shows events and their changes", async () => {
		const history = historyOf();
		await history.record(key, seen(noon, "a"));
		await history.record(key, seen(noon + hour, "b", { version: "v2.36.0", experiments: ["x"] }));
		const section = changesSection(key, await history.log(key), noon + 4 * hour);
		assert.deepEqual(drawn(section), [
			"Changes: 3 hours ago",
			"  Aug 7, 2026, 1:00 PM: version, 1 experiment, 1 option",
			"    Version: v2.35.1 → v2.36.0",
			"    x: Not enabled → Enabled",
			"    CODER A: a → b",
		]);
		const [event] = (await history.log(key)).events;
		assert.deepEqual(section.children?.[0]?.children?.[2]?.command, {
			id: "coderDeployment.compareConfiguration",
			title: "Compare Configuration",
			arguments: [key, event?.id],
		});
	});

	it("has unique IDs for all rows", async () => {
		const history = historyOf();
		await history.record(key, seen(1, "a"));
		await history.record(key, seen(2, "b", { experiments: ["CODER_A", "version"], version: "v3" }));
		const ids: string[] = [];
		const collect = (node: OutlineNode): void => {
			ids.push(node.id);
			node.children?.forEach(collect);
		};
		collect(changesSection(key, await history.log(key), 3));
		assert.equal(new Set(ids).size, ids.length);
		assert.ok(ids.every((id) => id.startsWith(`${key}/changes`)));
	});

	it("explains what it will show if it's empty", () => {
		const text = (log: Parameters<typeof changesSection>[1]) =>
			drawn(changesSection(key, log, noon));
		assert.deepEqual(text(undefined), ["Changes", "  Loading…"]);
		assert.deepEqual(text({ events: [], health: [] }), ["Changes: None", "  Nothing recorded yet"]);
		assert.deepEqual(text({ events: [], health: [], since: noon }), [
			"Changes: None",
			"  No changes since Aug 7, 2026, 12:00 PM",
		]);
	});
});
