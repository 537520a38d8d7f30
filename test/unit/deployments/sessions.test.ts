import assert from "node:assert/strict";
import { deploymentOfSecret } from "../../../src/core/deployments/sessionSecret.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import { openSecrets } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";

describe("sessions", () => {
	it("keep a token and give it back", async () => {
		const sessions = new Sessions(openSecrets());
		assert.equal(await sessions.token(saved), undefined);
		await sessions.keep(saved, token);
		assert.equal(await sessions.token(saved), token);
	});

	it("forget a token for good", async () => {
		const secrets = openSecrets();
		const sessions = new Sessions(secrets);
		await sessions.keep(saved, token);
		await sessions.forget(saved.key);
		assert.equal(await sessions.token(saved), undefined);
		assert.equal(secrets.entries.size, 0);
	});

	it("give a token only to the URL that it was kept for", async () => {
		const sessions = new Sessions(openSecrets());
		await sessions.keep(saved, token);
		assert.equal(await sessions.token({ ...saved, url: "https://evil.example" }), undefined);
		assert.equal(await sessions.token({ ...saved, url: `${saved.url}/` }), undefined);
		assert.equal(await sessions.token({ ...saved, name: "Staging" }), token);
	});

	it("keep the tokens of several deployments apart", async () => {
		const sessions = new Sessions(openSecrets());
		const other = { ...saved, key: "https://other.example", url: "https://other.example" };
		await sessions.keep(saved, token);
		await sessions.keep(other, "another");
		await sessions.forget(saved.key);
		assert.equal(await sessions.token(other), "another");
	});

	it("take what is damaged for no session", async () => {
		const secrets = openSecrets();
		const sessions = new Sessions(secrets);
		await sessions.keep(saved, token);
		const name = [...secrets.entries.keys()][0] ?? "";
		for (const text of ["", "{", "null", "7", token, '{"url":7,"token":"x"}', "[]"]) {
			secrets.entries.set(name, text);
			assert.equal(await sessions.token(saved), undefined, text);
		}
	});

	it("tell whose session a secret is", async () => {
		const secrets = openSecrets();
		await new Sessions(secrets).keep(saved, token);
		const name = [...secrets.entries.keys()][0] ?? "";
		assert.equal(deploymentOfSecret(name), saved.key);
		assert.equal(deploymentOfSecret("somebody-elses"), undefined);
	});
});
