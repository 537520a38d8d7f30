import assert from "node:assert/strict";
import { SettledLook } from "../../../src/core/history/settledLook.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { ServerState } from "../../../src/core/deployments/server.ts";
import { FakeTimeouts } from "../../support/fakeTimeouts.ts";
import { recorded } from "../../support/recorded.ts";

/** A deployment whose answers a test changes. */
type Changing = { -readonly [K in keyof Deployment]: Deployment[K] };

const calm: ServerState = { versions: [], inARow: 0, warnings: [] };
const minute = 60_000;

describe("a look at a deployment once its requests have ended", () => {
	const timeouts = new FakeTimeouts();
	let looks: Deployment[];
	let look: SettledLook;

	beforeEach(() => {
		timeouts.start();
		looks = [];
		look = new SettledLook(["experiments"], (deployment) => looks.push(deployment));
	});
	afterEach(() => {
		look.dispose();
		timeouts.stop();
	});

	const open = async (experiments: readonly string[] = ["a"]): Promise<Changing> => {
		const { saved, snapshot } = await recorded({ experiments: { body: [...experiments] } });
		return { saved, snapshot, server: calm } as unknown as Changing;
	};
	const setLoading = (deployment: Changing, loading: boolean): void => {
		const { snapshot } = deployment;
		deployment.snapshot = { ...snapshot, experiments: { ...snapshot.experiments, loading } };
	};
	const version = (name: string) => ({
		version: name,
		firstAt: Date.now(),
		lastAt: Date.now(),
	});
	const mixed = (): ServerState => ({
		...calm,
		versions: [version("v2.36.0"), version("v2.35.1")],
	});

	it("waits half a second, and happens once for each new answer", async () => {
		const deployment = await open();
		look.look(deployment);
		timeouts.tick(499);
		assert.equal(looks.length, 0);
		look.look(deployment);
		timeouts.tick(499);
		assert.equal(looks.length, 0, "the wait began again");
		timeouts.tick(1);
		assert.deepEqual(looks, [deployment]);
		look.look(deployment);
		timeouts.tick(minute);
		assert.equal(looks.length, 1, "nothing is new");
		deployment.snapshot = (await open(["b"])).snapshot;
		look.look(deployment);
		timeouts.tick(500);
		assert.equal(looks.length, 2);
	});

	it("waits until the requests have ended", async () => {
		const deployment = await open();
		setLoading(deployment, true);
		look.look(deployment);
		assert.equal(timeouts.waiting, 0);
		setLoading(deployment, false);
		look.look(deployment);
		setLoading(deployment, true);
		timeouts.tick(500);
		assert.equal(looks.length, 0);
		assert.equal(timeouts.waiting, 0);
		setLoading(deployment, false);
		look.look(deployment);
		timeouts.tick(500);
		assert.equal(looks.length, 1);
	});

	it("waits a minute at a time while servers of several versions respond", async () => {
		const deployment = await open();
		deployment.server = mixed();
		look.look(deployment);
		timeouts.tick(500);
		assert.equal(looks.length, 0);
		timeouts.tick(minute);
		assert.equal(looks.length, 0);
		deployment.server = calm;
		timeouts.tick(minute - 1);
		assert.equal(looks.length, 0);
		timeouts.tick(1);
		assert.equal(looks.length, 1);
		const other = await open(["b"]);
		look.look(other);
		other.server = mixed();
		timeouts.tick(500);
		assert.equal(looks.length, 1);
		other.server = calm;
		timeouts.tick(minute);
		assert.equal(looks.length, 2);
	});

	it("doesn't happen for deployments that are gone", async () => {
		const [kept, gone] = [await open(), await open(["b"])];
		look.look(kept);
		look.look(gone);
		look.keepOnly([kept]);
		assert.equal(timeouts.waiting, 1);
		timeouts.tick(500);
		assert.deepEqual(looks, [kept]);
	});

	it("doesn't happen after it's disposed of", async () => {
		look.look(await open());
		look.dispose();
		timeouts.tick(minute);
		assert.deepEqual(looks, []);
	});
});
