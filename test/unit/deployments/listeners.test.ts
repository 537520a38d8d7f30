import assert from "node:assert/strict";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { known } from "../../support/recorded.ts";

describe("a surface that fails to draw", () => {
	it("ends no request and keeps no other surface from hearing; its error is reported", async () => {
		const errors: unknown[] = [];
		const store = new DeploymentStore(
			known,
			() => Promise.reject(new Error("no answer")),
			Date.now,
			Math.random,
			undefined,
			(error) => errors.push(error),
		);
		let heard = 0;
		store.onDidChange(() => {
			throw new URIError("URI malformed");
		});
		store.onDidChange(() => heard++);
		await store.refresh(["buildInfo"]);
		assert.equal(store.snapshot.buildInfo.loading, false);
		assert.equal(heard, 2);
		assert.equal(errors.length, 2);
	});
});
