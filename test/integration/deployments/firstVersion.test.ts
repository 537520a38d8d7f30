import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import "../../support/stable.ts";
import { readSources } from "../../../src/core/comparison/source.ts";
import { SavedDeployments } from "../../../src/core/deployments/savedDeployments.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import { SharedFolder } from "../../../src/core/deployments/sharedAnswers.ts";
import { History } from "../../../src/core/history/history.ts";
import { Ledger } from "../../../src/core/notifications/ledger.ts";
import { ServerVersions } from "../../../src/core/notifications/serverVersions.ts";
import { UpdateMuting } from "../../../src/core/notifications/updateMuting.ts";
import { WatchedSettings } from "../../../src/core/notifications/watchedSettings.ts";
import { Samples } from "../../../src/core/statistics/samples.ts";
import { readFilter } from "../../../src/webview/comparison/compareFilter.ts";
import { readState } from "../../../src/webview/configuration/savedState.ts";
import { readStatsState } from "../../../src/webview/statistics/statsState.ts";
import { openMemory, openSecrets } from "../../support/memories.ts";
import { recordedAt } from "../../support/recorded.ts";

/** Files written by version 0.1, with invented deployments. Never change them: users have such files. */
const written = path.join(import.meta.dirname, "../../records/0.1");
const readRecord = (name: string): unknown =>
	JSON.parse(readFileSync(path.join(written, name), "utf8"));

const hour = 3_600_000;
const production = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";
const staging = "https://staging.larkspur.example/coder";

describe("data stored by version 0.1", () => {
	let folder: string;
	const problems: unknown[] = [];
	const report = (problem: unknown): void => void problems.push(problem);
	const memory = openMemory();

	before(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), "coder-deployment-first-version-"));
		cpSync(written, folder, { recursive: true });
		for (const [key, value] of Object.entries(readRecord("memory.json") as object))
			memory.put(key, value);
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
		assert.deepEqual(problems, []);
	});

	it("restores deployments in order, with names, accounts, and addresses", () => {
		const saved = new SavedDeployments(memory);
		assert.deepEqual(
			saved.list.map(({ key, name, account }) => [key, name, account.username]),
			[
				[staging, "Staging", "jonas"],
				[production, "Production", "mira"],
			],
		);
		assert.equal(saved.activeKey, production);
		assert.deepEqual(saved.seenUrls, ["https://coder.larkspur.example", staging]);
	});

	it("restores session tokens, and verifies once whose each is", async () => {
		const secrets = openSecrets();
		for (const [key, value] of Object.entries(readRecord("secrets.json") as object))
			secrets.entries.set(key, String(value));
		const sessions = new Sessions(secrets);
		const kept = new SavedDeployments(memory).list.map((saved) => sessions.read(saved));
		assert.deepEqual(await Promise.all(kept), [
			{ kind: "unverified", token: "EXAMPLE-token-of-staging" },
			{ kind: "unverified", token: "EXAMPLE-token-of-production" },
		]);
	});

	it("restores muted updates, known notifications, and server versions", () => {
		const muting = new UpdateMuting(memory);
		assert.equal(muting.muted(production), "v2.36.0");
		assert.equal(muting.putOffUntil(staging, "v2.37.0"), recordedAt + 7 * 24 * hour);
		const watched = new WatchedSettings(memory);
		assert.ok(watched.isKnown(production, "configurationChanged", true));
		assert.ok(watched.isKnown(production, "latency", 300));
		const [, saved] = new SavedDeployments(memory).list;
		const server = (version: string) =>
			({
				saved,
				server: {
					versions: [{ version, firstAt: recordedAt, lastAt: recordedAt }],
					inARow: 1,
					warnings: [],
				},
			}) as unknown as Parameters<ServerVersions["lastUpgrade"]>[0];
		const versions = new ServerVersions(memory);
		assert.equal(versions.lastUpgrade(server("v2.35.1+8b44bd6")), undefined);
		assert.deepEqual(versions.lastUpgrade(server("v2.36.0+5a3b1c0")), {
			from: "v2.35.1+8b44bd6",
			to: "v2.36.0+5a3b1c0",
			kind: "upgraded",
		});
	});

	it("restores claims: shown notifications aren't repeated", async () => {
		const ledger = new Ledger(path.join(folder, "notices"), () => recordedAt + hour, report);
		assert.equal(await ledger.claim(`updateAvailable ${production}`, "v2.36.0"), false);
		assert.equal(await ledger.claim(`sessionEnded ${staging}`, "ended"), false);
		assert.equal(await ledger.claim(`updateAvailable ${production}`, "v2.37.0"), true);
	});

	it("restores a history with changes and snapshots", async () => {
		const history = new History(path.join(folder, "history"), report);
		const { events, since } = await history.log(production);
		assert.equal(since, recordedAt);
		assert.deepEqual(
			events.map(({ at, changes }) => [
				at,
				...changes.map(({ name, text }) => `${name}: ${text.replaceAll("\n", " ")}`),
			]),
			[
				[
					recordedAt + hour,
					"Version: v2.34.0+0000001 → v2.35.1+8b44bd6",
					"example: Not enabled → Enabled",
					"CODER BROWSER ONLY: Disabled → Enabled",
				],
			],
		);
		const [id = ""] = await history.ids(production);
		const entry = await history.read(production, id);
		assert.deepEqual(entry?.state.experiments, ["oauth2"]);
		assert.equal(entry.state.config?.options.length, 2);
		history.dispose();
	});

	it("restores statistics, to which new samples are added", async () => {
		const now = recordedAt + hour;
		const samples = new Samples(path.join(folder, "samples"), report, () => now);
		const running = async () =>
			(await samples.all(production)).map(({ values }) => values["workspaces.running"]);
		assert.deepEqual(await running(), [160, 161, 162, 163, 164]);
		assert.equal((await samples.all(production))[0]?.values["workspaces.made_up"], 2);
		const values = { "workspaces.running": 170 };
		await samples.record(production, { at: now, id: now, intervalMs: 30_000, values }, true);
		assert.deepEqual(await running(), [160, 161, 162, 163, 164, 170]);
		samples.dispose();
	});

	it("ignores shared answers and requests them again", async () => {
		const [, saved] = new SavedDeployments(memory).list;
		assert.ok(saved);
		const shared = new SharedFolder(path.join(folder, "shared"), "0.1.0");
		assert.equal(await shared.of(saved).read("buildInfo"), undefined);
		await shared.keepOnly([]);
		assert.deepEqual(readdirSync(path.join(folder, "shared")), []);
	});

	it("restores panels with scroll position, search, and comparison", () => {
		const { configuration, statistics, comparison } = readRecord("panels.json") as Record<
			string,
			{ readonly sources?: unknown }
		>;
		assert.deepEqual(readState(configuration), {
			deployment: production,
			query: "@changed tls",
			closed: ["networking"],
			anchor: { id: "CODER_ACCESS_URL", offset: 12 },
		});
		const { range, ...state } = readStatsState(statistics);
		assert.equal(range, "1d");
		assert.deepEqual(state, { deployment: production, table: true, hidden: ["latency/p50"] });
		assert.deepEqual(readSources(comparison?.sources), comparison?.sources);
		const { text, kinds } = readFilter(comparison);
		assert.equal(text, "tls");
		assert.deepEqual([...kinds], ["changed"]);
	});
});
