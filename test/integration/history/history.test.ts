import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { History } from "../../../src/core/history/history.ts";
import { historyLimits } from "../../../src/core/history/snapshotFolder.ts";
import type { HistoryEntry } from "../../../src/core/history/state.ts";
import { markerSecrets, startSampleDeployment } from "../../sample-deployment/server.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { filesBelow, seen, seenBody, temporaryFolder, textBelow } from "./observations.ts";

const writer = path.join(import.meta.dirname, "writer.ts");
const key = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";

/** Opens a window's history of a folder, and collects its reports. */
function open(root: string, limits?: { count: number; bytes: number }) {
	const problems: string[] = [];
	const history = new History(root, (problem) => problems.push(problem), limits);
	const snapshots = async (of = key): Promise<HistoryEntry[]> => {
		const ids = await history.ids(of);
		return (await Promise.all(ids.map((id) => history.read(of, id)))).filter(
			(read) => read !== undefined,
		);
	};
	const values = async () =>
		(await snapshots()).map(({ state }) => state.config?.options[0]?.value);
	return { history, problems, snapshots, values };
}

describe("the history", () => {
	it("stores only what differs from the last entry", async () => {
		const root = temporaryFolder();
		const { history, values, problems } = open(root);
		await history.record(key, seen(1, "a"));
		await history.record(key, seen(2, "a"));
		await history.record(key, seen(3, "b"));
		await history.record(key, seen(4, "b", { version: "v2.36.0" }));
		await history.record(key, seen(5, "b", { version: "v2.36.0", experiments: ["oauth2"] }));
		await history.record(key, seen(6, "a", { version: "v2.36.0", experiments: ["oauth2"] }));
		assert.deepEqual(await values(), ["a", "b", "b", "b", "a"]);
		assert.equal(filesBelow(root).length, 5);
		assert.deepEqual(problems, []);
	});

	it("ignores the order of experiments", async () => {
		const { history, snapshots } = open(temporaryFolder());
		await history.record(key, seen(1, "a", { experiments: ["x", "y"] }));
		await history.record(key, seen(2, "a", { experiments: ["y", "x"] }));
		assert.equal((await snapshots()).length, 1);
	});

	it("is restored exactly by another window", async () => {
		const root = temporaryFolder();
		await open(root).history.record(key, seen(1, { big: 9007199254740993n, list: [null, "é"] }));
		const [snapshot] = await open(root).snapshots();
		assert.deepEqual(snapshot?.state.config?.options[0]?.value, {
			big: 9007199254740993n,
			list: [null, "é"],
		});
		assert.equal(snapshot.takenAt, 1);
		assert.equal(snapshot.state.version, "v2.35.1");
	});

	it("keeps parts unchanged that aren't observed", async () => {
		const { history, snapshots } = open(temporaryFolder());
		await history.record(key, seen(1, "a", { experiments: ["x"] }));
		await history.record(key, { state: { version: "v2.36.0" }, readAt: { version: 2 } });
		const { state } = (await snapshots()).at(-1) ?? { state: undefined };
		assert.equal(state?.version, "v2.36.0");
		assert.deepEqual(state.experiments, ["x"]);
		assert.equal(state.config?.options.length, 1);
	});

	it("completes a recent snapshot instead of adding another", async () => {
		const root = temporaryFolder();
		const { history, snapshots } = open(root);
		await history.record(key, { state: { version: "v1" }, readAt: { version: 1 } });
		await history.record(key, { state: { experiments: [] }, readAt: { experiments: 2 } });
		await history.record(key, seen(3, "a", { version: "v1" }));
		const [only, ...others] = await snapshots();
		assert.deepEqual(others, []);
		assert.equal(only?.state.config?.options.length, 1);
		assert.equal(filesBelow(root).length, 1);
		await history.record(key, { state: { version: "v2" }, readAt: { version: 4 } });
		assert.equal((await snapshots()).length, 2);
	});

	it("has the moments of its entries, latest first", async () => {
		const { history } = open(temporaryFolder());
		for (const at of [1, 2]) await history.record(key, seen(at, `v${at}`));
		const ids = await history.ids(key);
		assert.deepEqual(
			[...(await history.moments(key))],
			[
				[ids[1], 2],
				[ids[0], 1],
			],
		);
	});

	it("separates deployments", async () => {
		const { history, snapshots } = open(temporaryFolder());
		await history.record("one", seen(1, "a"));
		await history.record("two", seen(2, "b"));
		assert.equal((await snapshots("one")).length, 1);
		assert.equal((await snapshots("two")).length, 1);
	});

	it("keeps the order when the clock is set back", async () => {
		const { history, snapshots, values } = open(temporaryFolder());
		await history.record(key, { ...seen(1000, "a"), readAt: { config: 1000, version: 5 } });
		await history.record(key, { state: { version: "v2" }, readAt: { version: 10 } });
		const moments = (await snapshots()).map(({ takenAt }) => takenAt);
		assert.deepEqual(moments, [1000, 1001]);
		assert.deepEqual(await values(), ["a", "a"]);
	});

	it("notifies listeners, also of entries from another window", async () => {
		const root = temporaryFolder();
		const { history } = open(root);
		const changedKeys: string[] = [];
		history.onDidChange((changed) => changedKeys.push(changed));
		await history.record(key, seen(1, "a"));
		await history.record(key, seen(2, "a"));
		assert.equal(changedKeys.length, 1);
		await open(root).history.record(key, seen(3, "b"));
		await history.record(key, seen(4, "b"));
		assert.deepEqual(changedKeys, [key, key]);
		history.dispose();
		await history.record(key, seen(5, "c"));
		assert.deepEqual(changedKeys, [key, key]);
	});

	it("writes nowhere else, whatever a server calls itself", async () => {
		const root = path.join(temporaryFolder(), "inside");
		const { history, snapshots } = open(root);
		for (const evil of ["../../evil", "/etc/evil", "..", "a\0b", "C:\\evil", "x".repeat(5000)]) {
			await history.record(evil, seen(1, "a"));
			assert.equal((await snapshots(evil)).length, 1);
		}
		const outside = filesBelow(path.dirname(root)).filter((file) => !file.startsWith(root));
		assert.deepEqual(outside, []);
	});

	describe("with limits", () => {
		it("removes the oldest entries above a number", async () => {
			const root = temporaryFolder();
			const { history, values } = open(root, { count: 3, bytes: 1e6 });
			for (let at = 1; at <= 10; at++) await history.record(key, seen(at, `v${at}`));
			assert.deepEqual(await values(), ["v8", "v9", "v10"]);
			assert.equal(filesBelow(root).length, 3);
		});

		it("removes the oldest entries above a size, but never the newest", async () => {
			const root = temporaryFolder();
			const { history, values } = open(root, { count: 50, bytes: 5000 });
			for (const letter of ["a", "b", "c", "d"]) {
				await history.record(key, seen(letter.charCodeAt(0), letter.repeat(2000)));
			}
			assert.deepEqual(await values(), ["c".repeat(2000), "d".repeat(2000)]);
			await history.record(key, seen(1000, "e".repeat(9000)));
			assert.deepEqual(await values(), ["e".repeat(9000)]);
		});

		it("has room for that many entries of a real configuration", async function () {
			needFixtures(this);
			const root = temporaryFolder();
			await open(root).history.record(
				key,
				seenBody(1, fixtureJson("main/deployment-config.json") as JsonObject),
			);
			const [file] = filesBelow(root);
			const { size } = statSync(file ?? "");
			console.log(`      one snapshot: ${size} bytes`);
			assert.ok(size * historyLimits.count < historyLimits.bytes);
		});
	});

	describe("with two windows", () => {
		it("loses no snapshot of either", async () => {
			const root = temporaryFolder();
			const [one, two] = [open(root), open(root)];
			await one.history.record(key, seen(1, "a"));
			await two.history.record(key, seen(2, "b"));
			await one.history.record(key, seen(3, "c"));
			assert.deepEqual(await one.values(), ["a", "b", "c"]);
			assert.deepEqual(await two.values(), ["a", "b", "c"]);
		});

		it("reports a change once that both saw at the same time", async () => {
			const root = temporaryFolder();
			const [one, two] = [open(root), open(root)];
			await one.history.record(key, seen(1, "a"));
			await two.values();
			await Promise.all([
				one.history.record(key, seen(2, "b")),
				two.history.record(key, seen(3, "b")),
			]);
			assert.equal((await one.history.log(key)).events.length, 1);
			assert.equal((await two.history.log(key)).events.length, 1);
		});

		it("doesn't revert what the other window read later", async () => {
			const root = temporaryFolder();
			const [one, two] = [open(root), open(root)];
			await one.history.record(key, seen(1, "a"));
			await two.history.record(key, seen(10, "b"));
			// The first window still shows what it read at 5, and reads again at 11.
			await one.history.record(key, seen(5, "a"));
			await one.history.record(key, seen(11, "b"));
			assert.deepEqual(await one.values(), ["a", "b"]);
		});

		it("survives when both write a lot at once", async function () {
			this.timeout(30_000);
			const root = temporaryFolder();
			const children = [0, 1].map((which) =>
				child(root, String(which * 1000), String(which * 1000 + 15)),
			);
			const codes = await Promise.all(
				children.map(async (process) => (await once(process, "exit"))[0] as number),
			);
			assert.deepEqual(codes, [0, 0]);
			const { problems, snapshots } = open(root);
			const read = await snapshots();
			assert.deepEqual(problems, []);
			assert.equal(read.length, filesBelow(root).length);
			assert.ok(read.some(({ readAt }) => readAt.config === 1014 || readAt.config === 2014));
			assert.ok(filesBelow(root).every((file) => file.endsWith(".json")));
		});
	});

	describe("with damaged files", () => {
		async function three() {
			const root = temporaryFolder();
			const { history } = open(root);
			for (const at of [1, 2, 3]) await history.record(key, seen(at, `v${at}`));
			const files = filesBelow(root);
			return { root, middle: files[1] ?? "", files };
		}

		const damages: Readonly<Record<string, (file: string) => void>> = {
			"is cut off": (file) => {
				truncateSync(file, 20);
			},
			"is empty": (file) => {
				truncateSync(file, 0);
			},
			"has another byte": (file) => {
				writeFileSync(file, readFileSync(file, "utf8").replace("v2", "w2"));
			},
			"is something else": (file) => {
				writeFileSync(file, "hello");
			},
		};
		for (const [what, damage] of Object.entries(damages)) {
			it(`sets aside a file that ${what}, and reports it`, async () => {
				const { root, middle } = await three();
				damage(middle);
				const { values, problems, history } = open(root);
				assert.deepEqual(await values(), ["v1", "v3"]);
				assert.deepEqual(await values(), ["v1", "v3"]);
				assert.equal(problems.length, 1);
				assert.ok(problems[0]?.includes(`${middle}.damaged`), problems[0]);
				assert.ok(filesBelow(root).includes(`${middle}.damaged`));
				await history.record(key, seen(4, "v4"));
				assert.deepEqual(await values(), ["v1", "v3", "v4"]);
			});
		}

		it("uses the previous snapshot if the newest one is damaged", async () => {
			const { root, files } = await three();
			truncateSync(files[2] ?? "", 5);
			const { values, history } = open(root);
			await history.record(key, seen(4, "v3"));
			assert.deepEqual(await values(), ["v1", "v2", "v3"]);
		});

		it("ignores files of a later version, and unrelated ones", async () => {
			const { root, middle } = await three();
			const folder = path.dirname(middle);
			const later = '{"format":2}\n';
			const { createHash } = await import("node:crypto");
			const hash = createHash("sha256").update(later).digest("hex").slice(0, 16);
			const laterFile = path.join(folder, `000000000000009-${hash}.json`);
			const foreign = path.join(folder, "notes.txt");
			writeFileSync(laterFile, later);
			writeFileSync(foreign, "mine");
			const { values, problems, history } = open(root);
			assert.deepEqual(await values(), ["v1", "v2", "v3"]);
			assert.deepEqual(problems, []);
			assert.ok(filesBelow(root).includes(laterFile));
			await history.clear(key);
			assert.deepEqual(filesBelow(root), [foreign]);
		});

		it("keeps three damaged files, and removes unfinished ones", async () => {
			const root = temporaryFolder();
			const { history } = open(root);
			for (let at = 1; at <= 6; at++) await history.record(key, seen(at, `v${at}`));
			const files = filesBelow(root);
			for (const file of files.slice(0, 5)) renameSync(file, `${file}.damaged`);
			const [old, young] = ["12.00000000.tmp", "13.00000000.tmp"].map(
				(end) => `${files[5] ?? ""}.${end}`,
			);
			writeFileSync(old ?? "", "x");
			writeFileSync(young ?? "", "x");
			utimesSync(old ?? "", 0, 0);
			await history.record(key, seen(7, "v7"));
			const left = filesBelow(root);
			assert.equal(left.filter((file) => file.endsWith(".damaged")).length, 3);
			assert.ok(!left.includes(old ?? ""));
			assert.ok(left.includes(young ?? ""));
		});
	});

	describe("on a read-only disk", () => {
		it("reports it once, and keeps everything in memory", async () => {
			const folder = temporaryFolder();
			const file = path.join(folder, "file");
			writeFileSync(file, "");
			const { history, values, problems } = open(path.join(file, "inside"));
			await history.record(key, seen(1, "a"));
			await history.record(key, seen(2, "b"));
			await history.record(key, seen(3, "b"));
			assert.deepEqual(await values(), ["a", "b"]);
			assert.equal(problems.length, 1);
			assert.match(
				problems[0] ?? "",
				/can't be stored in .* kept in memory until this window closes/,
			);
			await assert.rejects(history.clear(key), /^Error: The history couldn't be deleted: /);
		});

		it("writes everything when possible again", async () => {
			const folder = temporaryFolder();
			const root = path.join(folder, "root");
			writeFileSync(root, "");
			const { history, problems } = open(root);
			await history.record(key, seen(1, "a"));
			await history.record(key, seen(2, "b"));
			renameSync(root, path.join(folder, "away"));
			await history.record(key, seen(3, "b"));
			assert.deepEqual(await open(root).values(), ["a", "b"]);
			assert.equal(problems.length, 1);
			renameSync(root, path.join(folder, "written"));
			writeFileSync(root, "");
			await history.record(key, seen(4, "c"));
			assert.equal(problems.length, 2, "it's another problem");
		});
	});

	describe("when cleared", () => {
		it("deletes one deployment and no other", async () => {
			const root = temporaryFolder();
			const { history, snapshots } = open(root);
			await history.record(key, seen(1, "a"));
			await history.record("other", seen(1, "a"));
			await history.clear(key);
			assert.deepEqual(await snapshots(), []);
			assert.equal((await snapshots("other")).length, 1);
			await history.record(key, seen(2, "a"));
			assert.equal((await snapshots()).length, 1);
		});

		it("deletes all deployments, including those that this window doesn't know", async () => {
			const root = temporaryFolder();
			await open(root).history.record("gone", seen(1, "a"));
			const [name = ""] = readdirSync(root);
			const theirs = ["notes.txt", `${name}0`, `x${name}`].map((file) => path.join(root, file));
			for (const file of theirs) writeFileSync(file, "mine");
			await open(root).history.clearAll();
			assert.deepEqual(filesBelow(root), theirs.toSorted());
		});
	});

	describe("and secrets", () => {
		it("stores none that servers leak", async function () {
			needFixtures(this);
			const root = temporaryFolder();
			const { history } = open(root);
			for (const [at, name] of ["main", "v2.15.0"].entries()) {
				await history.record(
					key,
					seenBody(at, fixtureJson(`${name}/deployment-config.json`) as JsonObject),
				);
			}
			const text = textBelow(root);
			assert.ok(text.length > 100_000);
			assert.ok(!text.includes("EXAMPLE-smtp-password"));
		});

		it("stores none of the sample deployment's, neither tokens nor the account", async () => {
			const sample = await startSampleDeployment();
			const answer = await fetch(`${sample.url}/api/v2/deployment/config`, {
				headers: { "Coder-Session-Token": sample.tokens.owner },
			});
			const body = (await answer.json()) as JsonObject;
			await sample.close();
			const root = temporaryFolder();
			await open(root).history.record(key, seenBody(1, body));
			const text = textBelow(root);
			assert.ok(text.length > 50_000);
			for (const secret of markerSecrets) assert.ok(!text.includes(secret), secret);
			for (const token of Object.values(sample.tokens)) assert.ok(!text.includes(token), token);
			assert.ok(!text.includes(key), "the key is only there as a hash");
		});

		it("returns none that were added to a file", async () => {
			const root = temporaryFolder();
			const { history } = open(root);
			await history.record(key, seen(1, "a"));
			const [file = ""] = filesBelow(root);
			const text = readFileSync(file, "utf8").replace(
				'"options":[',
				'"options":[{"name":"Key","env":"CODER_OIDC_CLIENT_SECRET","value":"hunter2hunter2"},',
			);
			const { createHash } = await import("node:crypto");
			const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
			writeFileSync(path.join(path.dirname(file), `000000000000002-${hash}.json`), text);
			const { snapshots: read } = open(root);
			const snapshots = await read();
			assert.equal(snapshots.length, 2);
			assert.ok(!JSON.stringify(snapshots).includes("hunter2"));
		});
	});
});

function child(root: string, ...args: readonly string[]) {
	return spawn(process.execPath, ["--import=tsx", writer, root, key, ...args], {
		stdio: ["ignore", "pipe", "inherit"],
	});
}
