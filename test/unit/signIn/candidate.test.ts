import assert from "node:assert/strict";
import "../../support/stable.ts";
import { accountText, expiryText, keyOf } from "../../../src/core/signIn/candidate.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";

const session = (roles: readonly string[], expiresAt?: number) => ({
	token: "t",
	user: {
		id: "1",
		username: "mira",
		roles: roles.map((name) => ({ name: name.toLowerCase(), displayName: name })),
	},
	key: expiresAt === undefined ? undefined : { id: "k", expiresAt },
});

describe("who is about to sign in", () => {
	it("is told with their roles", () => {
		assert.equal(accountText(session(["Owner", "Auditor"])), "mira (Owner, Auditor)");
		assert.equal(accountText(session([])), "mira (Member)");
	});

	it("is told how long", () => {
		assert.equal(
			plainSpaces(expiryText(session([], Date.parse("2026-08-14T09:00:00Z")))),
			"The token expires on Aug 14, 2026, 9:00 AM.",
		);
		assert.equal(expiryText(session([])), "When the token expires is not known.");
		assert.equal(
			expiryText({ ...session([]), key: { id: "k" } }),
			"When the token expires is not known.",
		);
	});

	it("is told apart by deployment, by URL where that is not known", () => {
		const place = { url: "https://a.example", buildInfo: { version: "v2", workspaceProxy: false } };
		assert.equal(keyOf(place), "https://a.example");
		const buildInfo = { ...place.buildInfo, deploymentId: "" };
		assert.equal(keyOf({ ...place, buildInfo }), "https://a.example");
		assert.equal(keyOf({ ...place, buildInfo: { ...buildInfo, deploymentId: "id" } }), "id");
	});
});
