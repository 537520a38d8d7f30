import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { FindingsCache } from "../../../src/core/findings/findingsCache.ts";
import { needsOf } from "../../../src/core/deployments/attention.ts";
import { allAttention } from "../../support/attention.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { secretMark, tokenMark } from "../../sample-deployment/server.ts";
import { assertGolden } from "../../support/golden.ts";
import { printOutline } from "../../support/printOutline.ts";
import { saved, recorded } from "../../support/recorded.ts";
import { now, play, scenes, type Scene } from "../../support/scenes.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** Returns the tree of a deployment as text. */
async function draw(scene: Scene): Promise<string> {
	const { store, host } = await play(scene);
	return print(store).replaceAll(host, "HOST:PORT");
}

function print(deployment: Deployment): string {
	const findings = new FindingsCache();
	const sources = allAttention((one) => findings.findings(one, {}));
	const needs = (one: Deployment) => needsOf(one, sources, now);
	const text = printOutline(outline([deployment], deployment, now, { needs }));
	assert.ok(!text.includes(secretMark) && !text.includes(tokenMark), "no secret is shown");
	return text;
}

describe("the tree as text", function () {
	this.timeout(slowMachine);

	for (const [name, scene] of Object.entries(scenes)) {
		it(name, async () => {
			assertGolden(name, await draw(scene));
		});
	}

	it("empty", async () => {
		assertGolden("empty", print(await recorded({})));
	});

	it("loading", () => {
		const store = new DeploymentStore(saved, () => new Promise(() => undefined));
		void store.refresh();
		assertGolden("loading", print(store));
	});

	it("several", async () => {
		const first = await recorded({ buildInfo: { body: { version: "v2.35.1+8b44bd6" } } });
		const second = await recorded({ buildInfo: { body: { version: "v2.15.0+190cd1c" } } });
		second.saved = { ...saved, key: "second", name: "Staging" };
		const nodes = outline([first, second], second, now);
		assertGolden("several", printOutline(nodes.map((node) => ({ ...node, children: [] }))));
	});
});
