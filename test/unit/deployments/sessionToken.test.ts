import assert from "node:assert/strict";
import "../../support/stable.ts";
import { SavedDeployments } from "../../../src/core/deployments/savedDeployments.ts";
import { secretKey } from "../../../src/core/deployments/sessionSecret.ts";
import { isLimited, tokenReader } from "../../../src/core/deployments/sessionToken.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import { SignedOut } from "../../../src/core/deployments/signedOut.ts";
import type { CoderClient } from "../../../src/core/http/client.ts";
import { TokenProblem } from "../../../src/core/http/tokenProblem.ts";
import { openMemory, openSecrets } from "../../support/memories.ts";
import { failureOf, saved } from "../../support/recorded.ts";

type Reply = Awaited<ReturnType<CoderClient["get"]>>;

/** Returns a reader of a stored session, and the tokens of which it asked the account. */
function reader(session: object | undefined, replies: readonly Reply[] = [], reloadHelps = false) {
	const secrets = openSecrets();
	if (session) secrets.entries.set(secretKey(saved.key), JSON.stringify(session));
	const sessions = new Sessions(secrets);
	const checked: string[] = [];
	const clientFor = (token: string) => ({
		get: (id: string) => {
			checked.push(`${id} ${token}`);
			const reply = replies[checked.length - 1];
			assert.ok(reply);
			return Promise.resolve(reply);
		},
	});
	const read = tokenReader(saved, { sessions, clientFor: clientFor as never, reloadHelps });
	return { read, checked, sessions };
}

const account = (id: string): Reply => ({
	ok: true,
	value: { value: { id, username: "mira", roles: [] }, tookMs: 1 },
});
const failed = (kind: "signedOut" | "timeout"): Reply => ({ ok: false, failure: failureOf(kind) });
const problem = (message: RegExp) => (error: unknown) => {
	assert.ok(error instanceof TokenProblem);
	assert.match(error.failure.message, message);
	return true;
};

describe("the token of a request", () => {
	const { url } = saved;
	const own = { url, token: "t", account: saved.account.id };

	it("is the account's own", async () => {
		const { read, checked } = reader(own);
		assert.equal(await read(), "t");
		assert.deepEqual(checked, []);
	});

	it("is missing, or another account's, which is explained", async () => {
		await assert.rejects(reader(undefined).read(), problem(/^This machine has no session token/));
		await assert.rejects(
			reader(undefined, [], true).read(),
			problem(/^This window can't access the session token/),
		);
		const other = { ...own, account: "another" };
		await assert.rejects(reader(other).read(), problem(/belongs to another account/));
		await assert.rejects(reader(other, [], true).read(), problem(/still uses another account's/));
	});

	it("is checked once if its account isn't known, and then stored with it", async () => {
		const { read, checked, sessions } = reader({ url, token: "t" }, [account(saved.account.id)]);
		assert.deepEqual(await Promise.all([read(), read()]), ["t", "t"]);
		assert.deepEqual(checked, ["user t"]);
		assert.deepEqual(await sessions.read(saved), { kind: "token", token: "t" });
	});

	it("isn't sent if it turns out to be another account's, or can't be checked", async () => {
		const { read } = reader({ url, token: "t" }, [account("another")]);
		await assert.rejects(read(), problem(/belongs to another account/));
		const { read: again, checked } = reader({ url, token: "t" }, [
			failed("timeout"),
			account(saved.account.id),
		]);
		await assert.rejects(again(), problem(/^It is timeout/));
		assert.equal(await again(), "t");
		assert.equal(checked.length, 2);
		const { read: refused } = reader({ url, token: "t" }, [failed("signedOut")]);
		assert.equal(await refused(), "t", "the server doesn't accept it");
	});

	it("may be limited to scopes", () => {
		assert.equal(isLimited(saved), false);
		assert.equal(isLimited({ ...saved, account: { id: "key:abc", username: "abc" } }), true);
	});
});

describe("stored deployments", () => {
	it("confirm an address that the user signed in to, now or before", async () => {
		const list = new SavedDeployments(openMemory());
		assert.equal(list.isConfirmed(saved.url), false);
		await list.put(saved);
		await list.put({ ...saved, key: "b", url: "https://b.example" });
		assert.equal(list.isConfirmed(saved.url), true);
		assert.equal(list.isConfirmed(`${saved.url}/x`), false);
		await list.remove(saved.key);
		assert.equal(list.isConfirmed(saved.url), true);
		await list.forgetUrl(saved.url);
		assert.equal(list.isConfirmed(saved.url), false);
		assert.equal(list.isConfirmed("https://b.example"), true);
		await list.forgetUrl("https://b.example");
		assert.equal(list.isConfirmed("https://b.example"), true);
	});

	it("are only listed while they're signed in", async () => {
		const memory = openMemory();
		const list = new SavedDeployments(memory);
		await list.put(saved);
		await list.signOut(saved.key);
		assert.deepEqual(list.list, []);
		assert.equal(list.entries.length, 1);
		memory.put("activeDeployment", 5);
		assert.equal(list.activeKey, undefined);
	});
});

describe("sign-outs", () => {
	it("are known until the next sign-in, the latest fifty of them", async () => {
		const memory = openMemory();
		const signedOut = new SignedOut(memory);
		assert.equal(signedOut.has("a"), false);
		await signedOut.add("a");
		await signedOut.add("b");
		await signedOut.add("a");
		assert.equal((memory.get("signedOut") as unknown[]).length, 2);
		await signedOut.delete("a");
		assert.deepEqual([signedOut.has("a"), signedOut.has("b")], [false, true]);
		const before = memory.text();
		await signedOut.delete("unheard of");
		assert.equal(memory.text(), before);
		for (let index = 0; index < 50; index++) await signedOut.add(`other${index.toString()}`);
		assert.equal(signedOut.has("b"), false);
		assert.equal(signedOut.has("other0"), true);
		memory.put("signedOut", "damaged");
		assert.equal(signedOut.has("other0"), false);
	});
});
