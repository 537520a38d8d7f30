import assert from "node:assert/strict";
import { deploymentOfSecret } from "../../../src/core/deployments/sessionSecret.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import { openSecrets } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";

describe("sessions", () => {
	it("store and return a token", async () => {
		const sessions = new Sessions(openSecrets());
		assert.equal(await sessions.token(saved), undefined);
		await sessions.keep(saved, token);
		assert.equal(await sessions.token(saved), token);
	});

	it("delete a token", async () => {
		const secrets = openSecrets();
		const sessions = new Sessions(secrets);
		await sessions.keep(saved, token);
		await sessions.forget(saved.key);
		assert.equal(await sessions.token(saved), undefined);
		assert.equal(secrets.entries.size, 0);
	});

	it("return a token only for its own URL", async () => {
		const sessions = new Sessions(openSecrets());
		await sessions.keep(saved, token);
		assert.equal(await sessions.token({ ...saved, url: "https://evil.example" }), undefined);
		assert.equal(await sessions.token({ ...saved, url: `${saved.url}/` }), undefined);
		assert.equal(await sessions.token({ ...saved, name: "Staging" }), token);
	});

	it("separate the tokens of several deployments", async () => {
		const sessions = new Sessions(openSecrets());
		const other = { ...saved, key: "https://other.example", url: "https://other.example" };
		await sessions.keep(saved, token);
		await sessions.keep(other, "another");
		await sessions.forget(saved.key);
		assert.equal(await sessions.token(other), "another");
	});

	it("ignore damaged data", async () => {
		const secrets = openSecrets();
		const sessions = new Sessions(secrets);
		await sessions.keep(saved, token);
		const name = [...secrets.entries.keys()][0] ?? "";
		for (const text of ["", "{", "null", "7", token, '{"url":7,"token":"x"}', "[]"]) {
			secrets.entries.set(name, text);
			assert.equal(await sessions.token(saved), undefined, text);
		}
	});

	it("identify the deployment of a secret", async () => {
		const secrets = openSecrets();
		await new Sessions(secrets).keep(saved, token);
		const name = [...secrets.entries.keys()][0] ?? "";
		assert.equal(deploymentOfSecret(name), saved.key);
		assert.equal(deploymentOfSecret("somebody-elses"), undefined);
	});
});
