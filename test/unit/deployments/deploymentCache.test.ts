import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { DeploymentCache } from "../../../src/core/deployments/deploymentCache.ts";
import { recorded, saved } from "../../support/recorded.ts";

describe("results about deployments", () => {
	let cache: DeploymentCache<number>;
	let one: Deployment;
	let other: Deployment;
	let computed: number;
	const get = (deployment: Deployment, now = 0, ...more: unknown[]): number =>
		cache.get(deployment, now, () => ++computed, ...more);

	beforeEach(async () => {
		cache = new DeploymentCache();
		[one, other] = [{ ...(await recorded({})) }, { ...(await recorded({})) }];
		Object.assign(one, { saved, snapshot: {}, server: {} });
		Object.assign(other, { saved, snapshot: {}, server: {} });
		computed = 0;
	});

	it("are computed once for each deployment", () => {
		assert.deepEqual([get(one), get(other), get(one), get(other)], [1, 2, 1, 2]);
	});

	for (const part of ["saved", "snapshot", "server"] as const) {
		it(`are computed again when the deployment's ${part} is replaced, and only for it`, () => {
			get(one);
			get(other);
			Object.assign(one, { [part]: { ...one[part] } });
			assert.deepEqual([get(one), get(other)], [3, 2]);
		});
	}

	it("are computed again when something else that they depend on changes", () => {
		assert.deepEqual([get(one, 0, true), get(one, 0, true), get(one, 0, false)], [1, 1, 2]);
	});

	it("are computed again after a minute, and when the clock was set back", () => {
		assert.deepEqual([get(one, 59_999), get(one, 60_000), get(one, 119_998)], [1, 1, 1]);
		assert.deepEqual([get(one, 119_999), get(one, 0)], [2, 3]);
	});

	it("are forgotten for one deployment, or for all", () => {
		get(one);
		get(other);
		cache.drop(one);
		assert.deepEqual([get(one), get(other)], [3, 2]);
		cache.drop();
		assert.deepEqual([get(one), get(other)], [4, 5]);
	});
});
