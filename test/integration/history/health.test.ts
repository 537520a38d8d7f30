import assert from "node:assert/strict";
import "../../support/stable.ts";
import { readFileSync, truncateSync } from "node:fs";
import { changesSection } from "../../../src/core/overview/changes.ts";
import { History } from "../../../src/core/history/history.ts";
import { observeHealth } from "../../../src/core/history/observe.ts";
import { HistoryRecorder } from "../../../src/core/history/recorder.ts";
import type { RecordedHealth } from "../../../src/core/history/recordedHealth.ts";
import { readSnapshotText, snapshotText } from "../../../src/core/history/snapshotText.ts";
import type { Observation } from "../../../src/core/history/state.ts";
import type { Trouble } from "../../sample-deployment/conditions.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { failureOf, recorded, recordedAt, saved } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { until } from "../../support/until.ts";
import { filesBelow, seen, temporaryFolder } from "./observations.ts";

const key = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";
const noon = Date.parse("2026-08-07T12:00:00Z");
const minute = 60_000;

const well: RecordedHealth = { database: { severity: "ok" }, derp: { severity: "ok" } };
const slow: RecordedHealth = { ...well, database: { severity: "warning", code: "EDB02" } };

function seenHealth(at: number, health: RecordedHealth): Observation {
	return { state: { health }, readAt: { health: at } };
}

function open(root = temporaryFolder()): History {
	return new History(root, (problem) => {
		assert.match(problem, /damaged/);
	});
}

async function reported(history: History): Promise<string[]> {
	const { health } = await history.log(key);
	return health.flatMap(({ changes }) => changes.map(({ name, text }) => `${name}: ${text}`));
}

describe("the health history", function () {
	this.timeout(slowMachine);

	it("shows when a part failed and recovered, newest first", async () => {
		const history = open();
		await history.record(key, seenHealth(noon, well));
		await history.record(key, seenHealth(noon + minute, slow));
		await history.record(key, seenHealth(noon + 2 * minute, slow));
		await history.record(key, seenHealth(noon + 3 * minute, well));
		assert.deepEqual(await reported(history), [
			"Database: The database is slow → Healthy",
			"Database: Healthy → The database is slow",
		]);
		const { health, since } = await history.log(key);
		assert.deepEqual(
			health.map(({ at }) => at),
			[noon + 3 * minute, noon + minute],
		);
		assert.equal(since, noon);
		await history.record(key, seen(noon + 4 * minute, "a"));
		assert.equal((await history.log(key)).since, noon);
	});

	it("is separate for each deployment", async () => {
		const history = open();
		await history.record("other", seenHealth(1, slow));
		await history.record(key, seenHealth(2, well));
		assert.deepEqual(await reported(history), []);
		assert.equal((await history.log(key)).since, 2);
	});

	it("of another window is noticed together with the own one", async () => {
		const root = temporaryFolder();
		const [one, other] = [open(root), open(root)];
		const changed: string[] = [];
		await one.record(key, seen(1, "a"));
		one.onDidChange((of) => changed.push(of));
		await other.record(key, seenHealth(2, slow));
		await one.record(key, seen(3, "a"));
		assert.deepEqual(changed, []);
		await one.record(key, seenHealth(4, slow));
		assert.deepEqual(changed, [key]);
	});

	it("doesn't report parts that are new or now missing", async () => {
		const history = open();
		await history.record(key, seenHealth(1, { database: { severity: "ok" } }));
		await history.record(key, seenHealth(2, well));
		await history.record(key, seenHealth(3, { derp: { severity: "ok" } }));
		await history.record(key, seenHealth(4, { database: { severity: "error", code: "EDB01" } }));
		assert.deepEqual(await reported(history), ["Database: Healthy → The database doesn't respond"]);
	});

	it("uses no snapshot of the configuration, however often a part fails", async () => {
		const root = temporaryFolder();
		const history = open(root);
		await history.record(key, seen(1, "a"));
		await history.record(key, seen(2, "b"));
		for (let at = 3; at < 150; at++)
			await history.record(key, seenHealth(at, at % 2 === 0 ? well : slow));
		const { events, health } = await history.log(key);
		assert.equal(events.length, 1);
		assert.equal((await history.ids(key)).length, 2);
		assert.equal(health.length, 20);
		assert.ok(filesBelow(root).length <= 102, String(filesBelow(root).length));
	});

	it("is shared by several windows, and not reverted by an older report", async () => {
		const root = temporaryFolder();
		const [one, other] = [open(root), open(root)];
		await one.record(key, seenHealth(1, well));
		await Promise.all([
			one.record(key, seenHealth(5, slow)),
			other.record(key, seenHealth(5, slow)),
		]);
		await other.record(key, seenHealth(3, well));
		assert.equal((await reported(one)).length, 1);
		assert.deepEqual(await reported(other), await reported(one));
	});

	it("is deleted with the rest, and skips damaged files", async () => {
		const root = temporaryFolder();
		const history = open(root);
		await history.record(key, seen(1, "a"));
		for (const [at, health] of [well, slow, well].entries())
			await history.record(key, seenHealth(at + 1, health));
		const broken = filesBelow(root).find((file) => readFileSync(file, "utf8").includes("EDB02"));
		truncateSync(broken ?? "", 3);
		assert.deepEqual(await reported(open(root)), []);
		await history.clear(key);
		assert.deepEqual(
			filesBelow(root).filter((name) => !name.endsWith(".damaged")),
			[],
		);
		await history.record(key, seenHealth(9, well));
		await history.clearAll();
		assert.deepEqual(filesBelow(root), []);
	});

	it("opens data of versions without it, and only accepts known words from files", () => {
		const old = { format: 1, takenAt: 1, readAt: { version: 1 }, version: "v2.35.1" };
		const reading = readSnapshotText(JSON.stringify(old));
		assert.equal(reading.kind, "snapshot");
		for (const health of [
			{ database: { severity: "[Fix it](command:x)", code: "EDB01" } },
			{ database: { severity: "error", code: "$(squirrel)" }, another: { severity: "ok" } },
			{
				database: null,
				derp: [],
				websocket: "error",
				__proto__: { accessUrl: { severity: "ok" } },
			},
		]) {
			const read = readSnapshotText(
				JSON.stringify({ format: 1, takenAt: 1, readAt: { health: 1 }, health }),
			);
			assert.ok(read.kind === "snapshot");
			assert.doesNotMatch(snapshotText(read.snapshot), /command|squirrel|another/);
		}
		assert.equal(
			readSnapshotText('{"format":1,"takenAt":1,"readAt":{},"health":"error"}').kind,
			"damaged",
		);
	});
});

describe("observed health", () => {
	/** What must be known before health is requested. */
	const before = {
		permissions: { body: { health: true } },
		buildInfo: { body: { version: "v2.35.1", dashboard_url: saved.url } },
	};
	const bodyOf = (severity: string, more = {}) => ({
		body: {
			access_url: { severity: "ok" },
			database: { severity, warnings: [{ code: "EDB02", message: "secret host db.example" }] },
			...more,
		},
	});

	it("is the state of each part, without the server's texts", async () => {
		const { snapshot } = await recorded({ ...before, health: bodyOf("warning") });
		const { state, readAt } = observeHealth(snapshot);
		assert.deepEqual(state.health, {
			accessUrl: { severity: "ok" },
			database: { severity: "warning", code: "EDB02" },
		});
		assert.deepEqual(readAt, { health: recordedAt });
		assert.ok(!JSON.stringify(state).includes("db.example"));
	});

	it("leaves out dismissed, derived, and unknown parts", async () => {
		const { snapshot } = await recorded({
			...before,
			health: {
				body: {
					access_url: { severity: "error", error: "EACS03: gone" },
					websocket: { severity: "error", error: "EWS01: gone" },
					derp: { severity: "error" },
					database: { severity: "strange" },
					workspace_proxy: { severity: "warning", dismissed: true },
					provisioner_daemons: { severity: "error" },
				},
			},
			healthSettings: { body: { dismissed_healthchecks: ["ProvisionerDaemons"] } },
		});
		assert.deepEqual(observeHealth(snapshot).state.health, {
			accessUrl: { severity: "error", code: "EACS03" },
		});
	});

	it("is empty if it can no longer be read, and unchanged if the server is gone", async () => {
		const [ok, gone, refused] = [
			{ ...before, health: bodyOf("ok") },
			{ health: { failure: failureOf("refused") } },
			{ health: { failure: failureOf("forbidden") } },
		];
		assert.ok(observeHealth((await recorded(ok, gone)).snapshot).state.health);
		assert.deepEqual(observeHealth((await recorded(ok, refused)).snapshot).state, {});
	});
});

describe("the Changes section", function () {
	this.timeout(slowMachine);

	it("lists the results of a deployment's health checks", async () => {
		let now = noon;
		const sample = await startSampleDeployment({ accessUrl: "self", clock: () => now });
		const history = open();
		const recorder = new HistoryRecorder(history);
		try {
			const { store } = bench(sample.url, { token: sample.tokens.owner, now: () => now });
			const look = async (troubles: readonly Trouble[], events: number): Promise<void> => {
				sample.setConditions({ troubles });
				now += 11 * minute;
				await store.refresh(["permissions", "buildInfo", "health", "healthSettings"]);
				recorder.look(store);
				await until(() => recorder.changes(store)?.health.length === events);
			};
			await look([], 0);
			await look(["database", "noProvisioners"], 1);
			await look([], 2);
			const section = changesSection(key, recorder.changes(store), now);
			const rows = (section.children ?? []).map(({ description, children, icon }) => [
				description,
				icon,
				...(children ?? []).map((row) => `${row.label}: ${row.description ?? ""}`),
			]);
			assert.deepEqual(rows, [
				[
					"health: Database, Provisioner Daemons",
					"heart",
					"Database: The database is slow → Healthy",
					"Provisioner Daemons: No provisioner daemon is running → Healthy",
				],
				[
					"health: Database, Provisioner Daemons",
					"heart",
					"Database: Healthy → The database is slow",
					"Provisioner Daemons: Healthy → No provisioner daemon is running",
				],
			]);
			const commands = (section.children ?? []).flatMap(({ children }) => children ?? []);
			assert.ok(commands.every(({ command }) => command === undefined));
		} finally {
			recorder.dispose();
			await sample.close();
		}
	});
});
