import assert from "node:assert/strict";
import { deploymentOfSecret } from "../../../src/core/deployments/sessionSecret.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import { openSecrets } from "../../support/memories.ts";
import { known } from "../../support/recorded.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";

describe("sessions", () => {
	it("keep a token and give it back", async () => {
		const sessions = new Sessions(openSecrets());
		assert.equal(await sessions.token(known), undefined);
		await sessions.keep(known, token);
		assert.equal(await sessions.token(known), token);
	});

	it("forget a token for good", async () => {
		const secrets = openSecrets();
		const sessions = new Sessions(secrets);
		await sessions.keep(known, token);
		await sessions.forget(known.key);
		assert.equal(await sessions.token(known), undefined);
		assert.equal(secrets.entries.size, 0);
	});

	it("give a token only to the URL that it was kept for", async () => {
		const sessions = new Sessions(openSecrets());
		await sessions.keep(known, token);
		assert.equal(await sessions.token({ ...known, url: "https://evil.example" }), undefined);
		assert.equal(await sessions.token({ ...known, url: `${known.url}/` }), undefined);
		assert.equal(await sessions.token({ ...known, name: "Staging" }), token);
	});

	it("keep the tokens of several deployments apart", async () => {
		const sessions = new Sessions(openSecrets());
		const other = { ...known, key: "https://other.example", url: "https://other.example" };
		await sessions.keep(known, token);
		await sessions.keep(other, "another");
		await sessions.forget(known.key);
		assert.equal(await sessions.token(other), "another");
	});

	it("take what is damaged for no session", async () => {
		const secrets = openSecrets();
		const sessions = new Sessions(secrets);
		await sessions.keep(known, token);
		const name = [...secrets.entries.keys()][0] ?? "";
		for (const text of ["", "{", "null", "7", token, '{"url":7,"token":"x"}', "[]"]) {
			secrets.entries.set(name, text);
			assert.equal(await sessions.token(known), undefined, text);
		}
	});

	it("tell whose session a secret is", async () => {
		const secrets = openSecrets();
		await new Sessions(secrets).keep(known, token);
		const name = [...secrets.entries.keys()][0] ?? "";
		assert.equal(deploymentOfSecret(name), known.key);
		assert.equal(deploymentOfSecret("somebody-elses"), undefined);
	});
});
