import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SavedDeployment } from "../../../src/core/deployments/deployment.ts";
import { Deployments } from "../../../src/core/deployments/deployments.ts";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { SharedFolder } from "../../../src/core/deployments/sharedAnswers.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { leakedSecrets, markerSecrets, tokenMark } from "../../sample-deployment/server.ts";
import { bench, knownAt } from "../../support/bench.ts";
import { openMemory, openSecrets } from "../../support/memories.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { hour, minute, second, startLife, total, type Life } from "./support/life.ts";

describe("answers shared between windows", function () {
	this.timeout(slowMachine);
	let root: string;
	let life: Life;
	const folder = (format = "1.0.0") => new SharedFolder(root, format);

	/** Returns all files, by their paths below the folder. */
	const files = async (): Promise<Map<string, string>> => {
		const names = await readdir(root, { recursive: true }).catch(() => []);
		const found = new Map<string, string>();
		for (const name of names) {
			const file = path.join(root, name);
			if ((await stat(file)).isFile()) found.set(name, await readFile(file, "utf8"));
		}
		return found;
	};

	beforeEach(async () => {
		root = await mkdtemp(path.join(tmpdir(), "shared-answers-"));
		life = await startLife();
	});
	afterEach(async () => {
		await life.end();
		await rm(root, { recursive: true, force: true });
	});

	it("save a second window all requests while they're fresh", async () => {
		const first = life.open(folder());
		first.show("overview");
		await life.settle();
		// Organizations are requested before what depends on them.
		assert.equal(total(life.taken()), endpointIds.length + 1);
		first.focus(false);
		const second = life.open(folder());
		second.show("overview");
		await life.settle();
		assert.deepEqual(life.taken(), {});
		for (const [id, slot] of Object.entries(second.store.snapshot)) {
			assert.equal(stateOf(slot), "ready", id);
			const { value } = first.store.snapshot[id as keyof typeof first.store.snapshot];
			assert.deepEqual(slot.value, value, id);
		}
		assert.equal(second.store.server.versions[0]?.version, "v2.35.1+8b44bd6");
	});

	it("work in both directions", async () => {
		const windows = [life.open(folder()), life.open(folder())] as const;
		for (const window of windows) {
			window.focus(false);
			window.show("overview");
		}
		for (let round = 0; round < 10; round++) {
			const here = windows[round % 2 === 0 ? 0 : 1];
			const there = windows[round % 2 === 0 ? 1 : 0];
			here.focus(true);
			await life.pass(20 * second);
			here.focus(false);
			there.focus(true);
			await life.settle();
			const at = windows.map(({ store }) => store.snapshot.user.at);
			assert.equal(at[0], at[1]);
		}
		const { deploymentStats = 0, organizations = 0, ...rest } = life.taken();
		assert.ok(deploymentStats <= 8, String(deploymentStats));
		// Each window requests the organizations once.
		assert.ok(organizations <= 2, String(organizations));
		assert.equal(total(rest), endpointIds.length - 1);
	});

	it("are shown immediately if outdated, until new ones arrive", async () => {
		const first = life.open(folder());
		first.show("overview");
		await life.settle();
		first.close();
		const { at } = first.store.snapshot.buildInfo;
		await life.pass(7 * hour);
		await life.sample.stop();
		life.taken();
		const second = life.open(folder());
		const states: string[] = [];
		second.store.onDidChange(() => {
			const { buildInfo } = second.store.snapshot;
			states.push(`${stateOf(buildInfo)}${buildInfo.loading ? ", loading" : ""}`);
		});
		second.show("statusBar");
		await life.settle();
		assert.ok(states.includes("ready, loading"), states.join("; "));
		// No response arrives: old data has its age and a note.
		assert.equal(stateOf(second.store.snapshot.buildInfo), "stale");
		assert.equal(second.store.snapshot.buildInfo.at, at);
	});

	it("aren't used for a manual refresh", async () => {
		life.open(folder()).show("overview");
		await life.settle();
		life.taken();
		const second = life.open(folder());
		await second.store.refresh(["buildInfo", "user"]);
		assert.deepEqual(life.taken(), { buildInfo: 1, user: 1 });
	});

	it("don't replace newer ones", async () => {
		const { store, show } = life.open(folder());
		show("statusBar");
		await life.settle();
		const old = await files();
		show();
		await life.pass(minute);
		await store.refresh(["user"]);
		for (const [name, text] of old) await writeFile(path.join(root, name), text);
		const { at } = store.snapshot.user;
		life.taken();
		await store.refreshShared(["user"]);
		assert.deepEqual(life.taken(), { user: 1 });
		assert.equal(store.snapshot.user.at, at);
	});

	it("are ignored if they're from the future", async () => {
		const first = life.open(folder());
		first.show("statusBar");
		await life.settle();
		first.close();
		life.taken();
		life.clock.shift(-hour);
		life.open(folder()).show("statusBar");
		await life.settle();
		assert.deepEqual(life.taken(), { buildInfo: 1, updateCheck: 1, user: 1 });
	});

	it("contain no secret and no token, whatever the server leaks", async () => {
		life.open(folder()).show("overview");
		await life.settle();
		const written = await files();
		assert.equal(written.size, endpointIds.length);
		assert.ok([...written.values()].join("").length > 100_000, "the configuration is in it");
		for (const [name, text] of written) {
			for (const secret of [
				...markerSecrets,
				...leakedSecrets,
				tokenMark,
				...Object.values(life.sample.tokens),
			])
				assert.ok(!text.includes(secret), `a secret is in ${name}`);
		}
	});

	it("belong to one deployment, address, and account", async () => {
		const saved = knownAt(life.sample.url);
		life.open(folder()).show("overview");
		await life.settle();
		const others: readonly SavedDeployment[] = [
			{ ...saved, key: "another" },
			{ ...saved, url: "https://coder.example" },
			{ ...saved, account: { ...saved.account, id: "another" } },
			{ ...saved, key: `${saved.key}/../x` },
		];
		for (const other of others) assert.equal(await folder().of(other).read("user"), undefined);
		assert.ok(
			await folder()
				.of({ ...saved, name: "renamed" })
				.read("user"),
		);
	});

	it("are ignored if damaged or written by another version of the extension", async () => {
		const saved = knownAt(life.sample.url);
		life.open(folder()).show("overview");
		await life.settle();
		assert.equal(await folder("1.0.1").of(saved).read("user"), undefined);
		const [name = ""] = [...(await files()).keys()].filter((file) => file.endsWith("user.json"));
		const whole = (await files()).get(name) ?? "";
		for (const text of [
			"",
			"{",
			"null",
			"7",
			"[]",
			whole.slice(0, -10),
			"\0".repeat(100),
			'{"format":"1.0.0"}',
			'{"format":"1.0.0","slot":{},"said":{}}',
		]) {
			await writeFile(path.join(root, name), text);
			assert.equal(await folder().of(saved).read("user"), undefined, text);
		}
	});

	it("keep numbers that a double would round", async () => {
		const saved = knownAt(life.sample.url);
		const big = 9_223_372_036_854_775_807n;
		const shared = folder();
		const slot = { value: { maxTokenLifetimeNs: big }, at: 1, failures: 0, loading: false };
		shared.of(saved).write("tokenConfig", { slot, headers: {} });
		await shared.settled();
		const read = await folder().of(saved).read("tokenConfig");
		assert.deepEqual(read?.slot.value, { maxTokenLifetimeNs: big });
	});

	it("are deleted after a sign-out, and not written again", async () => {
		const shared = folder();
		const memory = openMemory();
		const { client } = bench(life.sample.url, { token: life.sample.tokens.owner });
		const deployments = new Deployments(
			memory,
			openSecrets(),
			(saved) =>
				new DeploymentStore(saved, (id, signal) => client.get(id, signal), {
					shared: shared.of(saved),
				}),
		);
		const tidied: Promise<void>[] = [];
		deployments.onDidChange(() => {
			tidied.push(shared.keepOnly(deployments.list.map(({ saved }) => saved)));
		});
		const saved = knownAt(life.sample.url);
		const other = { ...saved, key: "kept", url: saved.url.replace("127.0.0.1", "localhost") };
		const kept = await deployments.signIn(other, life.sample.tokens.owner);
		await kept.refresh(["user"]);
		const left = await deployments.signIn(saved, life.sample.tokens.owner);
		await left.refresh();
		await shared.settled();
		assert.equal((await files()).size, endpointIds.length + 1);
		life.sample.setFault("user", { kind: "slow", delayMs: 50 });
		const late = left.refresh(["user"]);
		await deployments.signOut(left);
		await late;
		await Promise.all(tidied);
		await shared.settled();
		assert.equal((await files()).size, 1);
		assert.ok(await shared.of(kept.saved).read("user"));
		deployments.dispose();
	});

	it("aren't required: a read-only folder only costs requests", async () => {
		const blocked = path.join(root, "file");
		await writeFile(blocked, "");
		const window = life.open(new SharedFolder(path.join(blocked, "shared"), "1.0.0"));
		window.show("overview");
		await life.pass(minute);
		for (const [id, slot] of Object.entries(window.store.snapshot))
			assert.equal(stateOf(slot), "ready", id);
		await new SharedFolder(blocked, "1.0.0").keepOnly([]);
	});
});
