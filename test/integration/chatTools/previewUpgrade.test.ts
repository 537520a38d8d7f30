import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { contextOf, run } from "../../unit/chatTools/support/toolBench.ts";

interface Change {
	readonly section: string;
	readonly id: string;
	readonly text?: string;
	readonly stopsServer?: true;
}

describe("the chat tool that previews upgrades", function () {
	this.timeout(slowMachine);
	let old: SampleDeployment;
	let dev: SampleDeployment;
	let stores: readonly DeploymentStore[];

	before(async () => {
		[old, dev] = [
			await startSampleDeployment({ version: "old" }),
			await startSampleDeployment({ version: "dev" }),
		];
		old.setConfigOption("CODER_IN_MEMORY", true, "flag");
		old.setExperiments(["multi-organization"]);
		stores = [old, dev].map((sample) => bench(sample.url, { token: sample.tokens.owner }).store);
	});
	after(async () => {
		await old.close();
		await dev.close();
	});

	const preview = async (input: object) => {
		const { changes, ...head } = (await run(
			"previewUpgrade",
			{ deployment: old.url, ...input },
			contextOf(stores),
		)) as unknown as Readonly<Record<string, unknown>> & { readonly changes?: readonly Change[] };
		return { head, changes: changes ?? [] };
	};

	it("lists what stops the server and what to do, for the latest release by default", async () => {
		const { head } = await preview({});
		assert.deepEqual([head.from, head.to], ["v2.15.0", "v2.16"]);
		const { changes } = await preview({ target: "v2.35.1" });
		assert.deepEqual(
			changes.filter(({ stopsServer }) => stopsServer).map(({ id }) => id),
			["CODER_IN_MEMORY"],
		);
		assert.ok(
			changes.some(({ id, section }) => id === "multi-organization" && /Before/.test(section)),
		);
	});

	it("accepts another deployment's version as target", async () => {
		const { head } = await preview({ target: dev.url });
		assert.equal(head.from, "v2.15.0");
		assert.match(String(head.to), /devel|main/);
	});

	it("explains why there is nothing to preview, and lists the possible targets", async () => {
		assert.match(String((await preview({ target: "v2.3" })).head.problem), /Only upgrades/);
		await assert.rejects(preview({ target: "nonsense" }), /nonsense/);
	});

	it("leaves out items that were already returned", async () => {
		const [all, rest] = [
			await preview({ target: "v2.35", limit: 5 }),
			await preview({ target: "v2.35", limit: 5, skip: 2 }),
		];
		assert.deepEqual(rest.changes.slice(0, 3), all.changes.slice(2));
	});
});
