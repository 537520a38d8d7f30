import assert from "node:assert/strict";
import { shortHash } from "../../../src/core/base/shortHash.ts";
import { ServerVersions, type Upgrade } from "../../../src/core/notifications/serverVersions.ts";
import { openMemory } from "../../support/memories.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import {
	hour,
	minute,
	second,
	startLife,
	type EditorWindow,
	type Life,
} from "../deployments/support/life.ts";

const current = "v2.35.1+8b44bd6";
const next = "v2.36.0+5a3b1c0";

/** What a server upgrade can change, after one request each. */
const versioned = {
	buildInfo: 1,
	deploymentConfig: 1,
	deploymentSsh: 1,
	experiments: 1,
	experimentsAvailable: 1,
	updateCheck: 1,
	tokenConfig: 1,
	permissions: 1,
	entitlements: 1,
};

describe("a server upgrade", function () {
	this.timeout(3 * slowMachine);
	let life: Life;
	let window: EditorWindow;
	let memory: ReturnType<typeof openMemory>;
	let reported: Upgrade[];
	/** Called after each response. */
	let answered: () => void;

	/** Makes a window detect upgrades; each is recorded once for all windows, as in the ledger. */
	const listen = ({ store }: EditorWindow): void => {
		const versions = new ServerVersions(memory);
		store.onDidChange(() => {
			const upgrade = versions.lastUpgrade(store);
			const last = reported.at(-1);
			if (upgrade && (upgrade.from !== last?.from || upgrade.to !== last.to))
				reported.push(upgrade);
		});
	};

	/** Makes each response come from another server than the previous one. */
	const rollOut = (): void => {
		let turn = 0;
		answered = () => {
			life.sample.upgrade(turn++ % 2 === 0 ? "next" : "current");
		};
	};

	beforeEach(async () => {
		answered = () => undefined;
		life = await startLife({
			onRequest: () => {
				answered();
			},
		});
		memory = openMemory();
		reported = [];
		window = life.open();
		listen(window);
		window.show("overview");
		await life.pass(minute);
		life.taken();
	});
	afterEach(() => life.end());

	it("is detected by the next response, after which everything it can change is requested once", async () => {
		life.sample.upgrade("next");
		await life.pass(31 * second);
		const { deploymentStats, ...rest } = life.taken();
		assert.ok(deploymentStats === 1 || deploymentStats === 2);
		assert.deepEqual(rest, versioned);
		assert.equal(window.store.snapshot.buildInfo.value?.version, next);
		await life.pass(3 * minute);
		assert.deepEqual(Object.keys(life.taken()), ["deploymentStats"]);
		assert.deepEqual(reported, [{ from: current, to: next, kind: "upgraded" }]);
	});

	it("is also detected by an error response", async () => {
		life.sample.upgrade("next");
		life.sample.setFault("deploymentStats", { kind: "status", status: 500 });
		await life.pass(31 * second);
		const { deploymentStats, ...rest } = life.taken();
		assert.ok(deploymentStats);
		assert.deepEqual(rest, versioned);
		assert.equal(reported.length, 1);
	});

	it("isn't detected by a gateway's response", async () => {
		life.sample.upgrade("next");
		life.sample.setFault("all", { kind: "status", status: 502 });
		await life.pass(3 * minute);
		assert.deepEqual(Object.keys(life.taken()), ["deploymentStats"]);
		assert.deepEqual(reported, []);
	});

	it("retries what the old version didn't support", async () => {
		life.sample.upgrade("ancient");
		life.sample.setFault("experimentsAvailable", { kind: "status", status: 404 });
		await life.pass(31 * second);
		assert.equal(window.store.snapshot.experimentsAvailable.failure?.kind, "unsupported");
		life.sample.clearFaults();
		life.taken();
		life.sample.upgrade("next");
		await life.pass(31 * second);
		assert.equal(life.taken().experimentsAvailable, 1);
		assert.equal(window.store.snapshot.experimentsAvailable.failure, undefined);
	});

	it("only requests what is visible; the rest follows when shown", async () => {
		window.show("statisticsPanel");
		life.sample.upgrade("next");
		await life.pass(31 * second);
		assert.deepEqual(Object.keys(life.taken()), ["deploymentStats"]);
		window.show("overview");
		await life.settle();
		const { deploymentStats: _stats, ...rest } = life.taken();
		assert.deepEqual(rest, versioned);
	});

	it("that is rolled back is reported as a downgrade once it's certain", async () => {
		life.sample.upgrade("next");
		await life.pass(hour);
		life.sample.upgrade("current");
		await life.pass(31 * second);
		assert.equal(window.store.snapshot.buildInfo.value?.version, current);
		await life.pass(hour);
		assert.deepEqual(reported, [
			{ from: current, to: next, kind: "upgraded" },
			{ from: next, to: current, kind: "downgraded" },
		]);
	});

	it("that rolls out over several servers is reported once with few requests, however often versions alternate", async () => {
		rollOut();
		await life.pass(hour);
		const { deploymentStats = 0, ...rest } = life.taken();
		assert.ok(deploymentStats <= 121, String(deploymentStats));
		// At most once every five minutes, instead of every fifteen as usual.
		for (const [endpoint, count = 0] of Object.entries(rest))
			assert.ok(count <= 13, `${endpoint}: ${count}`);
		assert.deepEqual(reported, [{ from: current, to: next, kind: "upgraded" }]);
	});

	it("leaves nothing of the old version behind after its rollout", async () => {
		rollOut();
		await life.pass(7 * minute);
		answered = () => undefined;
		life.sample.upgrade("next");
		await life.pass(6 * minute);
		for (const id of Object.keys(versioned) as (keyof typeof versioned)[])
			assert.equal(window.store.snapshot[id].servedBy, next, id);
		assert.equal(window.store.snapshot.buildInfo.value?.version, next);
	});

	it("is reported once across all windows, including the next session of the editor", async () => {
		const other = life.open();
		listen(other);
		other.show("overview");
		await life.settle();
		life.sample.upgrade("next");
		await life.pass(5 * minute);
		window.close();
		other.close();
		const later = life.open();
		listen(later);
		later.show("statusBar");
		await life.pass(minute);
		assert.equal(reported.length, 1);
		later.close();
		// While no window was open.
		life.sample.upgrade("dev");
		const last = life.open();
		listen(last);
		last.show("statusBar");
		await life.pass(minute);
		assert.deepEqual(
			reported.slice(1).map(({ kind }) => kind),
			["downgraded"],
		);
	});
});

describe("server versions", () => {
	it("distinguish builds of the same version by name, and survive damaged state", async () => {
		const life = await startLife();
		try {
			const { store, show } = life.open();
			show("statusBar");
			await life.settle();
			const memory = openMemory();
			for (const stored of [
				null,
				"x",
				7,
				[],
				{ [shortHash(store.saved.key)]: 7 },
				{ [shortHash(store.saved.key)]: {} },
			]) {
				memory.put("serverVersions", stored);
				assert.equal(new ServerVersions(memory).lastUpgrade(store), undefined);
			}
			const before = "v2.35.1-devel+e751b285ca";
			memory.put("serverVersions", {
				[shortHash(store.saved.key)]: { version: before, left: "damaged" },
			});
			assert.deepEqual(new ServerVersions(memory).lastUpgrade(store), {
				from: before,
				to: current,
				kind: "rebuilt",
			});
			// State from 0.1 doesn't contain a previous version.
			memory.put("serverVersions", {
				[shortHash(store.saved.key)]: { version: current, left: [] },
			});
			assert.equal(new ServerVersions(memory).lastUpgrade(store), undefined);
		} finally {
			await life.end();
		}
	});
});
