import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { SeenValues } from "../../../src/core/deployments/seenValues.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import { recorded } from "../../support/recorded.ts";

describe("the values that were seen", () => {
	let deployment: Deployment & { snapshot: Snapshot };
	let seen: SeenValues;
	const change = (slots: Partial<Snapshot>): void => {
		deployment.snapshot = { ...deployment.snapshot, ...slots };
	};

	beforeEach(async () => {
		const given = await recorded({});
		deployment = { ...given, snapshot: given.snapshot };
		seen = new SeenValues(["buildInfo", "experiments"]);
	});

	it("are news until they're added, and when another value arrives", () => {
		assert.equal(seen.hasNews(deployment), true);
		seen.add(deployment);
		assert.equal(seen.hasNews(deployment), false);
		change({ experiments: { value: ["a"], at: 1, loading: false, failures: 0 } });
		assert.equal(seen.hasNews(deployment), true);
	});

	it("aren't news when a request starts or fails, or when other endpoints respond", () => {
		seen.add(deployment);
		const { experiments, deploymentStats } = deployment.snapshot;
		change({ experiments: { ...experiments, loading: true } });
		assert.equal(seen.hasNews(deployment), false);
		change({ experiments: { ...experiments, failures: 3 } });
		change({ deploymentStats: { ...deploymentStats, value: undefined } as never });
		assert.equal(seen.hasNews(deployment), false);
	});
});
