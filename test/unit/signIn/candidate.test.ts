import assert from "node:assert/strict";
import "../../support/stable.ts";
import {
	accountText,
	expiryText,
	keyOf,
	keyOfCopy,
	rememberedOf,
	toSaved,
} from "../../../src/core/signIn/candidate.ts";
import { limitedUser } from "../../../src/core/coder/limitedToken.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";
import { saved } from "../../support/recorded.ts";

const session = (roles: readonly string[], expiresAt?: number) => ({
	token: "t",
	user: {
		id: "1",
		username: "mira",
		roles: roles.map((name) => ({ name: name.toLowerCase(), displayName: name })),
	},
	key: expiresAt === undefined ? undefined : { id: "k", expiresAt },
});

describe("the account that is about to sign in", () => {
	it("is shown with its roles", () => {
		assert.equal(accountText(session(["Owner", "Auditor"])), "mira (Owner, Auditor)");
		assert.equal(accountText(session([])), "mira (Member)");
	});

	it("is shown with the session's duration", () => {
		assert.equal(
			plainSpaces(expiryText(session([], Date.parse("2026-08-14T09:00:00Z")))),
			"The token expires on Aug 14, 2026, 9:00 AM.",
		);
		assert.equal(expiryText(session([])), "The token's expiration time is unknown.");
		assert.equal(
			expiryText({ ...session([]), key: { id: "k" } }),
			"The token's expiration time is unknown.",
		);
	});

	it("is distinguished by deployment, or by URL if that isn't known", () => {
		const place = { url: "https://a.example", buildInfo: { version: "v2", workspaceProxy: false } };
		assert.equal(keyOf(place), "https://a.example");
		const buildInfo = { ...place.buildInfo, deploymentId: "" };
		assert.equal(keyOf({ ...place, buildInfo }), "https://a.example");
		const known = { ...place, buildInfo: { ...buildInfo, deploymentId: "id" } };
		assert.equal(keyOf(known), "id");
		assert.equal(keyOfCopy(known), "id@https://a.example");
		assert.equal(keyOfCopy(place), "@https://a.example");
	});

	it("is shown as the token if the token can't read its account", () => {
		const user = limitedUser("AbCdEfGhIj-restOfTheTokenIsSecret");
		assert.equal(accountText({ token: "t", user, key: undefined }), "limited token AbCdEfGhIj");
		assert.ok(!JSON.stringify(user).includes("Secret"));
	});

	const at = (url: string, deploymentId: string) => ({
		url,
		buildInfo: { version: "v2", workspaceProxy: false, deploymentId },
	});
	const named = { ...saved, name: "Production" };

	it("keeps the name of its URL's row if its database was replaced", () => {
		const place = at(named.url, "another-id");
		const before = rememberedOf(place, [{ ...saved, key: "x", url: "https://x.example" }, named]);
		assert.equal(before, named);
		assert.deepEqual(
			[toSaved(place, session([]), before).key, toSaved(place, session([]), before).name],
			["another-id", "Production"],
		);
	});

	it("is stored with its email address if the server reports one", () => {
		const place = at(named.url, named.key);
		const { user } = session([]);
		assert.deepEqual(toSaved(place, session([]), undefined).account, { id: "1", username: "mira" });
		const email = "mira@larkspur.example";
		assert.deepEqual(toSaved(place, { ...session([]), user: { ...user, email } }, undefined), {
			...saved,
			account: { id: "1", username: "mira", email },
		});
	});

	it("gets the new URL's name if the deployment moved and wasn't renamed", () => {
		const place = at("https://new.example", saved.key);
		assert.equal(toSaved(place, session([]), saved).name, "new.example");
		assert.equal(toSaved(place, session([]), named).name, "Production");
	});

	it("is recognized by its ID at another URL, where the deployment may have moved or be a copy", () => {
		const place = at("https://new.example", named.key);
		assert.equal(rememberedOf(place, [named]), named);
		assert.equal(toSaved(place, session([]), named).key, named.key);
		const copy = toSaved(place, session([]), undefined, keyOfCopy(place));
		assert.notEqual(copy.key, named.key);
		assert.equal(copy.name, "new.example");
		assert.equal(rememberedOf(place, [named, copy]), copy, "the copy is known from then on");
	});
});
