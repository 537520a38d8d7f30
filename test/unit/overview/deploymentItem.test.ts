import assert from "node:assert/strict";
import { deploymentItem } from "../../../src/core/overview/deploymentItem.ts";
import { failureOf, recorded } from "../../support/recorded.ts";

describe("a deployment in a Quick Pick", () => {
	const version = "v2.35.1+a1b2c3d";
	const buildInfo = { body: { version, external_url: "", dashboard_url: "" } };

	it("shows its version and account", async () => {
		assert.deepEqual(deploymentItem(await recorded({ buildInfo })), {
			icon: "server",
			label: "coder.larkspur.example",
			description: "v2.35.1 · mira",
		});
	});

	it("shows first that its session has ended, or that it's offline", async () => {
		const ended = await recorded({ buildInfo, user: { failure: failureOf("signedOut") } });
		assert.deepEqual(
			[deploymentItem(ended).icon, deploymentItem(ended).description],
			["account", "session ended · v2.35.1 · mira"],
		);
		const offline = await recorded({ buildInfo: { failure: failureOf("refused") } });
		assert.deepEqual(
			[deploymentItem(offline).icon, deploymentItem(offline).description],
			["debug-disconnect", "offline · mira"],
		);
	});
});
