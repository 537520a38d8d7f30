import assert from "node:assert/strict";
import { reportListenerErrors } from "../../../src/core/base/event.ts";
import { Deployments } from "../../../src/core/deployments/deployments.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { openMemory, openSecrets } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const refused = () => Promise.reject(new Error("no answer"));

/** Returns what was reported while a function ran. */
async function reported(run: () => Promise<void>): Promise<string[]> {
	const errors: string[] = [];
	const reporting = reportListenerErrors((error) => errors.push(String(error)));
	try {
		await run();
	} finally {
		reporting.dispose();
	}
	return errors;
}

const fail = (): never => {
	throw new URIError("URI malformed");
};

describe("a surface that can't draw", () => {
	it("doesn't stop requests or other surfaces", async () => {
		const store = new DeploymentStore(saved, refused);
		let calls = 0;
		store.onDidChange(fail);
		store.onDidChange(() => calls++);
		const errors = await reported(() => store.refresh(["buildInfo"]));
		assert.equal(store.snapshot.buildInfo.loading, false);
		assert.equal(calls, 2);
		assert.deepEqual(errors, ["URIError: URI malformed", "URIError: URI malformed"]);
	});

	it("doesn't stop a sign-in, a sign-out, or a refresh", async () => {
		const deployments = new Deployments(
			openMemory(),
			openSecrets(),
			(one) => new DeploymentStore(one, refused),
		);
		deployments.onDidChange(fail);
		deployments.onDidChangeDeployment(fail);
		const errors = await reported(async () => {
			const deployment = await deployments.signIn(saved, "a token");
			await deployment.refresh(["buildInfo"]);
			await deployments.signOut(deployment);
		});
		assert.deepEqual(deployments.list, []);
		assert.equal(errors.length, 4);
		deployments.dispose();
	});
});
