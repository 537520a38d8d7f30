import assert from "node:assert/strict";
import "../../support/stable.ts";
import { failureCommand } from "../../../src/core/overview/failureCommand.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { failureOf, saved, recorded, recordedAt } from "../../support/recorded.ts";

describe("a deployment without certificate verification", () => {
	it("says so in its row and in a row below At a Glance, which opens the setting", async () => {
		const deployment = await recorded({});
		const from = "coderDeployment.insecure";
		const [root] = outline([deployment], deployment, recordedAt, { insecureBecause: () => from });
		assert.equal(root?.description, "certificate not verified · mira");
		assert.equal(root.tone, "warning");
		const [, row] = root.children ?? [];
		assert.equal(row?.label, "Certificate not verified");
		assert.deepEqual(row.command?.arguments, [from]);
		assert.match(row.spoken ?? "", /an attacker on the network can read the session token/);
	});

	it("is distinguished from others by its URL", async () => {
		const [a, b] = [await recorded({}), await recorded({})];
		b.saved = { ...saved, key: "b", url: "https://b.example" };
		const insecureBecause = (url: string) =>
			url === "https://b.example" ? "coder.insecure" : undefined;
		const nodes = outline([a, b], a, recordedAt, { insecureBecause });
		const warned = nodes.filter(({ children }) =>
			children?.some(({ id }) => id.endsWith("/insecure")),
		);
		assert.deepEqual(
			warned.map(({ id }) => id),
			["b"],
		);
	});
});

describe("the command next to a failure", () => {
	it("opens the setting that caused the failure", () => {
		for (const setting of ["http.proxy", "coderDeployment.tlsCertFile", "coder.tlsCaFile"]) {
			const failure = failureOf("settings", { action: "openSettings", setting });
			assert.deepEqual(failureCommand(failure, "key", []).arguments, [setting]);
		}
	});
});
