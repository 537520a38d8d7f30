import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Slot } from "../../../src/core/deployments/slot.ts";
import type { CheckContext } from "../../../src/core/notifications/notification.ts";
import { failureOf } from "../../support/recorded.ts";
import { now, kindOf, ready, deploymentWith, looking } from "./support/kindBench.ts";

const minute = 60_000;

describe("the notifications of thresholds", () => {
	const stats = (failed: number | undefined, latencyP95Ms: number | undefined, at = now) =>
		ready({
			collectedAt: at,
			latencyP95Ms,
			workspaces: failed === undefined ? [] : [{ name: "failed", count: failed }],
		});
	const find = (id: string, deploymentStats: Slot<unknown>, wanted: CheckContext["wanted"]) =>
		kindOf(id).find(looking(deploymentWith({ deploymentStats }), { wanted }));

	it("find failed workspaces above the number", async () => {
		const above = [{ subject: "above", words: "4" }];
		assert.deepEqual(await find("failedWorkspaces", stats(4, 0), 3), above);
		assert.deepEqual(await find("failedWorkspaces", stats(3, 0), 3), []);
		assert.equal(await find("failedWorkspaces", stats(undefined, 0), 3), undefined);
		assert.equal(await find("failedWorkspaces", stats(4, 0), true), undefined);
		const failure = failureOf("network");
		assert.equal(await find("failedWorkspaces", { ...stats(4, 0), failure }, 3), undefined);
	});

	it("say how many workspaces failed", () => {
		const kind = kindOf("failedWorkspaces");
		const context = looking(deploymentWith({}), { wanted: 1000 });
		const say = (words: string) =>
			kind.sentence("Larkspur", [{ subject: "above", words }], context);
		assert.equal(say("1"), "1 workspace of Larkspur has failed.");
		assert.equal(say("1,001"), "1,001 workspaces of Larkspur have failed, more than 1,000.");
	});

	it("count samples of the latency above the number", () => {
		const deployments = new Map<string, Deployment>();
		const kind = kindOf("latency");
		/** Returns what's found for a sample, in ms and minutes. */
		const sample = (
			name: string,
			ms: number | undefined,
			at: number,
			wanted: true | number = 300,
		) => {
			const one = deployments.get(name) ?? deploymentWith({});
			deployments.set(name, one);
			(one.snapshot as { deploymentStats: unknown }).deploymentStats = stats(0, ms, at * minute);
			return kind.find(looking(one, { wanted }));
		};
		const found = [{ subject: "above", words: "400 ms" }];
		assert.deepEqual(sample("a", 300, 1), []);
		assert.equal(sample("a", 400, 2), undefined);
		assert.equal(sample("a", 400, 3), undefined);
		assert.deepEqual(sample("a", 400, 4), found);
		assert.deepEqual(sample("a", 200, 3), found, "an older one doesn't count");
		assert.deepEqual(sample("a", 400, 5), found);
		assert.deepEqual(sample("a", undefined, 6), []);
		assert.equal(sample("a", 400, 7), undefined);
		assert.equal(sample("a", 400, 8), undefined);
		assert.equal(sample("a", 400, 9, 350), undefined, "the count restarts with another setting");
		assert.equal(sample("a", 400, 10, 350), undefined);
		assert.deepEqual(sample("a", 400, 11, 350), found);
		assert.equal(sample("a", 400, -4, 350), undefined, "the clock was set back");
		assert.equal(sample("a", 400, -3, 350), undefined);
		assert.deepEqual(sample("a", 400, -2, 350), found);
		assert.equal(sample("a", 400, -1, true), undefined);
		for (const minutes of [1, 2]) assert.equal(sample("b", 400, minutes), undefined);
		assert.equal(sample("c", 400, 3), undefined, "of another deployment");
		assert.deepEqual(sample("b", 400, 3), found);
	});
});
