import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { changesBetween, eventBetween } from "../../../src/core/history/eventBetween.ts";
import {
	readRecordedHealth,
	recordHealth,
	sameHealth,
} from "../../../src/core/history/recordedHealth.ts";
import { readSnapshotText, snapshotText } from "../../../src/core/history/snapshotText.ts";
import {
	completes,
	nextEntry,
	type DeploymentState,
	type HistoryEntry,
} from "../../../src/core/history/state.ts";
import { versionChangeOf } from "../../../src/core/history/versionChange.ts";
import type { HealthLine } from "../../../src/core/health/health.ts";
import { configOf, configWith } from "../export/support/configs.ts";

const noon = Date.parse("2026-08-07T12:00:00Z");
const minute = 60_000;

const set = (env: string, value: string, more: JsonObject = {}): JsonObject => ({
	name: env,
	env,
	default: "",
	value,
	value_source: "env",
	...more,
});
const successor = { use_instead: [{ name: "New", env: "CODER_NEW", flag: "new", yaml: "new" }] };

const before = configWith(
	set("CODER_A", "1"),
	set("CODER_B", "2"),
	set("CODER_OLD", "3", successor),
	set("CODER_C", "4"),
	set("CODER_UNSET", "", { value_source: "default" }),
);
const after = configWith(
	set("CODER_A", "9"),
	set("CODER_B", "2", successor),
	set("CODER_OLD", "3", successor),
	set("CODER_C", "4", successor),
	set("CODER_UNSET", "", { value_source: "default", ...successor }),
	set("CODER_ADDED", "", { value_source: "default" }),
);

const entry = (state: DeploymentState, takenAt = noon): HistoryEntry => ({
	takenAt,
	state,
	readAt: Object.fromEntries(Object.keys(state).map((part) => [part, takenAt])),
});

describe("the effect of an upgrade", () => {
	const [old, upgraded] = [
		{ version: "v2.34.0", config: before },
		{ version: "v2.35.0", config: after },
	];

	it("counts options that are set: those that changed, and those newly deprecated", () => {
		assert.deepEqual(versionChangeOf(old, upgraded), {
			from: "v2.34.0",
			to: "v2.35.0",
			changed: 1,
			deprecated: 2,
		});
	});

	it("is unknown without both versions and both configurations, and if the version is the same", () => {
		for (const [a, b] of [
			[{ config: before }, upgraded],
			[old, { config: after }],
			[old, { ...upgraded, version: "v2.34.0" }],
			[{ version: "v2.34.0" }, upgraded],
			[old, { version: "v2.35.0" }],
		] as const)
			assert.equal(versionChangeOf(a, b), undefined);
	});

	it("is part of the event", () => {
		const event = eventBetween("a", entry(old), "b", entry(upgraded, noon + minute));
		assert.deepEqual([event.id, event.beforeId, event.at], ["b", "a", noon + minute]);
		assert.equal(event.version?.to, "v2.35.0");
		const without = eventBetween("a", entry(old), "b", entry({ ...upgraded, version: "v2.34.0" }));
		assert.ok(!("version" in without));
	});
});

describe("the changes between two states", () => {
	it("name what changed, from what to what", () => {
		const changes = changesBetween(
			{ version: "v1", experiments: ["a", "b"], config: before },
			{ version: "v2", experiments: ["b", "c"], config: after },
		);
		assert.deepEqual(
			changes
				.filter(({ kind }) => kind !== "option")
				.map(({ kind, id, name, text }) => [kind, id, name, text]),
			[
				["version", "version", "Version", "v1 → v2"],
				["experiment", "c", "c", "Not enabled → Enabled"],
				["experiment", "a", "a", "Enabled → Not enabled"],
			],
		);
		const option = (id: string) => changes.find((change) => change.id === id);
		assert.match(option("CODER_A")?.text ?? "", /1 → 9/);
		assert.ok(!("unset" in (option("CODER_A") ?? {})));
		assert.equal(option("CODER_ADDED")?.unset, true);
	});

	it("leave out what one of them doesn't have", () => {
		const whole = {
			version: "v1",
			experiments: ["a"],
			config: before,
			health: { database: { severity: "ok" } },
		} as const;
		for (const part of ["version", "experiments", "config", "health"] as const) {
			const { [part]: _part, ...rest } = whole;
			assert.deepEqual(changesBetween(rest, whole), []);
			assert.deepEqual(changesBetween(whole, rest), []);
		}
		assert.deepEqual(changesBetween(whole, whole), []);
	});
});

describe("recorded health", () => {
	const line = (more: Partial<HealthLine>): HealthLine => ({
		id: "database",
		severity: "error",
		dismissed: false,
		follows: false,
		messages: [{ text: "no code" }, { text: "slow", code: "EDB02" }],
		...more,
	});

	it("is the severity of each part, with the first code of a problem", () => {
		assert.deepEqual(recordHealth([line({})]), {
			database: { severity: "error", code: "EDB02" },
		});
		assert.deepEqual(recordHealth([line({ severity: "ok" })]), { database: { severity: "ok" } });
		assert.deepEqual(recordHealth([line({ messages: [] })]), { database: { severity: "error" } });
		assert.deepEqual(recordHealth([line({ messages: [{ text: "t", code: "an essay" }] })]), {
			database: { severity: "error" },
		});
	});

	it("leaves out what's dismissed, unknown, or due to the access URL", () => {
		const left = [{ dismissed: true }, { follows: true }, { severity: "unknown" }] as const;
		for (const more of left) assert.deepEqual(recordHealth([line(more)]), {});
	});

	it("changes if a part's severity does, not its reason, and not if a part is unknown", () => {
		const slow = { database: { severity: "error", code: "EDB02" } } as const;
		assert.ok(sameHealth(slow, { database: { severity: "error", code: "EDB01" } }));
		assert.ok(sameHealth(slow, {}));
		assert.ok(sameHealth());
		assert.ok(!sameHealth(slow, { database: { severity: "ok" } }));
		assert.ok(!sameHealth({}, slow));
	});

	it("is read from a file without what it can't contain", () => {
		assert.deepEqual(
			readRecordedHealth({
				database: { severity: "error", code: "EDB02", more: 1 },
				derp: { severity: "warning", code: "an essay" },
				workspaceProxy: { severity: "error", code: ["EDB02"] },
				websocket: { severity: "worse" },
				accessUrl: "ok",
				later: { severity: "ok" },
			}),
			{
				database: { severity: "error", code: "EDB02" },
				derp: { severity: "warning" },
				workspaceProxy: { severity: "error" },
			},
		);
		for (const wrong of [undefined, null, [], "ok"])
			assert.equal(readRecordedHealth(wrong), undefined);
	});
});

describe("the next state to record", () => {
	const known = entry({ version: "v1", experiments: ["a", "b"], config: before });
	const seen = (state: DeploymentState, at: number) => ({
		state,
		readAt: Object.fromEntries(Object.keys(state).map((part) => [part, at])),
	});
	const later = noon + 5 * minute;

	it("has what's new and keeps the rest", () => {
		assert.deepEqual(nextEntry(known, seen({ version: "v2" }, later), later), {
			takenAt: later,
			state: { ...known.state, version: "v2" },
			readAt: { ...known.readAt, version: later },
		});
	});

	it("is none if nothing differs: not the order of experiments, nor the same options", () => {
		const same = { version: "v1", experiments: ["b", "a"], config: before };
		assert.equal(nextEntry(known, seen(same, later), later), undefined);
		assert.equal(nextEntry(known, { state: {}, readAt: { version: later } }, later), undefined);
		for (const before of [known, undefined])
			assert.equal(nextEntry(before, { state: { version: "v2" }, readAt: {} }, later), undefined);
	});

	it("differs if options or experiments do", () => {
		for (const state of [{ experiments: ["a"] }, { config: after }, { experiments: ["a", "c"] }])
			assert.ok(nextEntry(known, seen(state, later), later));
	});

	it("is never older, at the same time, or from a clock that is ahead", () => {
		for (const at of [noon - minute, noon, later + 2 * minute])
			assert.equal(nextEntry(known, seen({ version: "v2" }, at), later), undefined);
	});

	it("comes after the one before, even if the clock was set back", () => {
		const ahead = entry({ version: "v1" }, noon + 60 * minute);
		const next = nextEntry(ahead, seen({ version: "v2" }, later), later);
		assert.equal(next?.takenAt, noon + 60 * minute + 1);
		assert.equal(next.seenAt, later);
		const first = nextEntry(undefined, seen({ version: "v2" }, later), later);
		assert.ok(first && !("seenAt" in first));
	});

	it("keeps the states of parts of the health check that are unknown", () => {
		const health = { database: { severity: "ok" }, derp: { severity: "error" } } as const;
		const next = nextEntry(
			entry({ health }),
			seen({ health: { database: { severity: "warning" } } }, later),
			later,
		);
		assert.deepEqual(next?.state.health, { ...health, database: { severity: "warning" } });
	});

	it("completes the one before if it only adds", () => {
		const [one, two] = [entry({ version: "v1" }), entry({ version: "v1", experiments: [] })];
		assert.ok(completes(one, two));
		assert.ok(!completes(two, one));
	});
});

describe("a snapshot's file", () => {
	const whole: HistoryEntry = {
		...entry({
			version: "v2.35.0",
			experiments: ["a"],
			config: before,
			health: { database: { severity: "ok" } },
		}),
		seenAt: noon - minute,
	};

	it("is read as it was written, with only the names of replacements", () => {
		const text = snapshotText(whole);
		const reading = readSnapshotText(text);
		assert.ok(reading.kind === "snapshot");
		assert.deepEqual(
			{ ...reading.snapshot, state: { ...reading.snapshot.state, config: undefined } },
			{ ...whole, state: { ...whole.state, config: undefined } },
		);
		const facts = ({ options }: DeploymentConfig) =>
			options.map(({ id, value, useInstead }) => [id, value, useInstead.map((one) => one.id)]);
		assert.deepEqual(facts(reading.snapshot.state.config ?? assert.fail()), facts(before));
		assert.match(text, /"use_instead":\[\{"name":"New","env":"CODER_NEW","flag":"new"\}\]/);
		assert.ok(text.endsWith("}\n"));
	});

	it("has the names that replacements have, and an empty list if the server sends none", () => {
		const options = [{ name: "A", env: "A", use_instead: [{ env: "B", description: "b" }, {}] }];
		const text = snapshotText(entry({ config: configWith(...options) }));
		assert.match(text, /"use_instead":\[\{"env":"B"\},\{\}\]/);
		const none = snapshotText(entry({ config: configOf({ options: null }) }));
		assert.match(none, /"config":\{"options":\[\]\}/);
	});

	it("has only what's known", () => {
		assert.equal(
			snapshotText({ takenAt: 1, state: {}, readAt: {} }),
			'{"format":1,"takenAt":1,"readAt":{}}\n',
		);
		assert.deepEqual(readSnapshotText('{"format":1,"takenAt":1,"readAt":{}}'), {
			kind: "snapshot",
			snapshot: { takenAt: 1, state: {}, readAt: {} },
		});
	});

	it("is left alone if a later version of the extension wrote it, and is damaged otherwise", () => {
		assert.deepEqual(readSnapshotText('{"format":2}'), { kind: "later" });
		for (const wrong of [
			"",
			"{",
			"[]",
			"{}",
			'{"format":"1"}',
			'{"format":1}',
			'{"format":1,"takenAt":1}',
			'{"format":1,"takenAt":"1","readAt":{}}',
			'{"format":"1","takenAt":1,"readAt":{}}',
			'{"format":1,"takenAt":1,"readAt":[]}',
			'{"format":1,"takenAt":1,"readAt":{},"version":1}',
			'{"format":1,"takenAt":1,"readAt":{},"experiments":"a"}',
			'{"format":1,"takenAt":1,"readAt":{},"config":[]}',
			'{"format":1,"takenAt":1,"readAt":{},"health":[]}',
		])
			assert.deepEqual(readSnapshotText(wrong), { kind: "damaged" }, wrong);
	});

	it("is read without times that aren't any", () => {
		const reading = readSnapshotText(
			'{"format":1,"takenAt":1,"seenAt":"0","readAt":{"version":"now","experiments":2},"version":"v1"}',
		);
		assert.deepEqual(reading, {
			kind: "snapshot",
			snapshot: { takenAt: 1, state: { version: "v1" }, readAt: { experiments: 2 } },
		});
	});
});
