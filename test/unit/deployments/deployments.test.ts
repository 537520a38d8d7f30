import assert from "node:assert/strict";
import type { Deployment, SavedDeployment } from "../../../src/core/deployments/deployment.ts";
import { Deployments } from "../../../src/core/deployments/deployments.ts";
import { Emitter } from "../../../src/core/base/event.ts";
import { initialServerState } from "../../../src/core/deployments/server.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import { toSaved } from "../../../src/core/signIn/candidate.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { openMemory, openSecrets } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";
const staging: SavedDeployment = {
	...saved,
	key: "1e57ab1e-0a6b-4e0e-9c66-3a4b8e2f7c11",
	url: "https://staging.larkspur.example",
	name: "staging.larkspur.example",
};
const old: SavedDeployment = {
	...saved,
	key: "https://old.larkspur.example",
	url: "https://old.larkspur.example",
	name: "old.larkspur.example",
};

/** A deployment that records whether it was disposed of and can fire changes. */
interface Live extends Deployment {
	readonly announce: () => void;
	disposed: boolean;
}

function setUp(memory = openMemory(), secrets = openSecrets()) {
	const live: Live[] = [];
	const connect = (entry: SavedDeployment): Deployment => {
		const changed = new Emitter<void>();
		const { snapshot } = new DeploymentStore(entry, () => Promise.reject(new Error("not asked")));
		const deployment: Live = {
			saved: entry,
			snapshot,
			onDidChange: changed.event,
			server: initialServerState,
			refresh: () => Promise.resolve(),
			refreshShared: () => Promise.resolve(),
			checkHealth: () => Promise.resolve(),
			cancel: () => undefined,
			announce: () => {
				changed.fire();
			},
			disposed: false,
			dispose: () => {
				deployment.disposed = true;
			},
		};
		live.push(deployment);
		return deployment;
	};
	const deployments = new Deployments(memory, secrets, connect);
	const events: string[] = [];
	deployments.onDidChange(() => events.push("list"));
	deployments.onDidChangeDeployment((deployment) => events.push(deployment.saved.name));
	return {
		deployments,
		memory,
		secrets,
		live,
		events,
		/** What another window, or the next session of the editor, sees. */
		again: () => setUp(memory, secrets),
		tokenOf: (entry: SavedDeployment) => new Sessions(secrets).token(entry),
	};
}

const names = ({ list }: Deployments) => list.map(({ saved: { name } }) => name);

describe("deployments", () => {
	it("are empty at first", () => {
		const { deployments, memory } = setUp();
		assert.deepEqual(deployments.list, []);
		assert.equal(deployments.active, undefined);
		assert.deepEqual(deployments.seenUrls, []);
		assert.deepEqual(memory.keys(), []);
	});

	it("store list, active deployment, token, and URL of a sign-in for the next session", async () => {
		const { deployments, events, again, tokenOf } = setUp();
		const deployment = await deployments.signIn(saved, token);
		assert.deepEqual(deployments.list, [deployment]);
		assert.equal(deployments.active, deployment);
		assert.equal(deployments.find(saved.key), deployment);
		assert.deepEqual(events, ["list"]);
		const next = again().deployments;
		assert.deepEqual(
			next.list.map((item) => item.saved),
			[saved],
		);
		assert.equal(next.active?.saved.key, saved.key);
		assert.deepEqual(next.seenUrls, [saved.url]);
		assert.equal(await tokenOf(saved), token);
	});

	it("store tokens only in the secret storage", async () => {
		const { deployments, memory, secrets, live } = setUp();
		await deployments.signIn(saved, token);
		await deployments.signIn(staging, token);
		await deployments.rename(live[0] as Deployment, "Production");
		await deployments.switchTo(live[0] as Deployment);
		assert.ok(!memory.text().includes("NotRealTokn"));
		assert.ok(memory.text().includes("staging"));
		assert.equal(secrets.entries.size, 2);
		assert.ok(!JSON.stringify(live.map((item) => [item.saved, item.snapshot])).includes(token));
		assert.ok([...secrets.entries.keys()].every((name) => !name.includes("NotRealTokn")));
	});

	it("delete token and account after a sign-out, and keep the address", async () => {
		const { deployments, memory, secrets, live, events, again } = setUp();
		const deployment = await deployments.signIn(saved, token);
		await deployments.signOut(deployment);
		assert.deepEqual(deployments.list, []);
		assert.equal(deployments.active, undefined);
		assert.equal(secrets.entries.size, 0);
		assert.ok(!memory.text().includes(saved.account.username));
		assert.ok(!memory.text().includes(saved.account.id));
		assert.deepEqual(deployments.seenUrls, [saved.url]);
		assert.equal(live[0]?.disposed, true);
		assert.deepEqual(events, ["list", "list"]);
		assert.deepEqual(again().deployments.list, []);
	});

	it("delete the token first when signing out, whatever happens afterward", async () => {
		const { deployments, memory, secrets } = setUp();
		const deployment = await deployments.signIn(saved, token);
		memory.update = () => Promise.reject(new Error("the disk is full"));
		await assert.rejects(async () => deployments.signOut(deployment), /disk/);
		assert.equal(secrets.entries.size, 0);
	});

	it("forget the address when removed", async () => {
		const { deployments } = setUp();
		await deployments.signIn(staging, token);
		const deployment = await deployments.signIn(saved, token);
		await deployments.remove(deployment);
		assert.deepEqual(names(deployments), ["staging.larkspur.example"]);
		assert.deepEqual(deployments.seenUrls, [staging.url]);
	});

	it("aren't signed in if the secret storage rejects the token", async () => {
		const { deployments, secrets, memory, again } = setUp();
		secrets.store = () => Promise.reject(new Error("locked"));
		await assert.rejects(async () => deployments.signIn(saved, token), /locked/);
		assert.ok(!memory.text().includes("NotRealTokn"));
		assert.deepEqual(deployments.list, []);
		assert.deepEqual(again().deployments.list, []);
	});

	it("have one session each: a new token of the same account replaces the old one", async () => {
		const { deployments, tokenOf, live, secrets } = setUp();
		await deployments.signIn(staging, token);
		const before = await deployments.signIn(saved, token);
		const after = await deployments.signIn(saved, "another");
		assert.equal(after, before, "what is known of it is kept");
		assert.equal(live.length, 2);
		assert.equal(secrets.entries.size, 2);
		assert.equal(await tokenOf(saved), "another");
		assert.equal(await tokenOf(staging), token);
	});

	it("start over for another account, without the first one's data", async () => {
		const { deployments, live } = setUp();
		await deployments.signIn(staging, token);
		const before = await deployments.signIn(saved, token);
		const other = { ...saved, account: { id: "tove", username: "tove" } };
		const after = await deployments.signIn(other, "another");
		assert.notEqual(after, before);
		assert.equal(live[1]?.disposed, true);
		assert.equal(live[0]?.disposed, false);
		assert.deepEqual(names(deployments), ["staging.larkspur.example", "coder.larkspur.example"]);
		assert.equal(deployments.active, after);
	});

	it("are the same if two URLs lead to one deployment", async () => {
		const { deployments, live, tokenOf, secrets } = setUp();
		const buildInfo = { version: "v2.35.1", workspaceProxy: false, deploymentId: saved.key };
		const user = { id: saved.account.id, username: "mira", roles: [] };
		const at = (url: string) =>
			toSaved(
				{ url, buildInfo },
				{ token, user, key: undefined },
				deployments.find(saved.key)?.saved,
			);
		await deployments.signIn(at("https://coder.larkspur.example"), token);
		await deployments.signIn(at("https://10.44.0.7:3000"), "another");
		assert.equal(deployments.list.length, 1);
		assert.equal(deployments.list[0]?.saved.url, "https://10.44.0.7:3000");
		assert.equal(live[0]?.disposed, true);
		assert.deepEqual(deployments.seenUrls, [
			"https://10.44.0.7:3000",
			"https://coder.larkspur.example",
		]);
		// The first URL no longer has a token: it must not get the second one's.
		assert.equal(secrets.entries.size, 1);
		assert.equal(await tokenOf(at("https://coder.larkspur.example")), undefined);
		assert.equal(await tokenOf(at("https://10.44.0.7:3000")), "another");
	});

	it("are distinguished by URL if servers report no ID", () => {
		const buildInfo = { version: "v2.3.0", workspaceProxy: false };
		const user = { id: "1", username: "mira", roles: [], email: "mira@larkspur.example" };
		const session = { token, user, key: undefined };
		const made = toSaved({ url: "https://a.example/coder", buildInfo }, session, undefined);
		assert.deepEqual(made, {
			key: "https://a.example/coder",
			url: "https://a.example/coder",
			name: "a.example/coder",
			account: { id: "1", username: "mira", email: "mira@larkspur.example" },
		});
		const moved = toSaved({ url: "https://b.example", buildInfo }, session, made);
		assert.equal(moved.name, "b.example", "a name that was only the address follows it");
		const renamed = toSaved({ url: made.url, buildInfo }, session, { ...made, name: "Mine" });
		assert.equal(renamed.name, "Mine");
	});

	it("make the newest one active until another is selected", async () => {
		const { deployments, events, again } = setUp();
		const first = await deployments.signIn(saved, token);
		const second = await deployments.signIn(staging, token);
		assert.equal(deployments.active, second);
		await deployments.switchTo(first);
		assert.equal(deployments.active, first);
		assert.deepEqual(events, ["list", "list", "list"]);
		assert.equal(again().deployments.active?.saved.key, saved.key);
		await deployments.signOut(first);
		assert.equal(deployments.active, second);
	});

	it("keep their data when renamed and moved", async () => {
		const { deployments, live, again } = setUp();
		for (const entry of [saved, staging, old]) await deployments.signIn(entry, token);
		const [first, second, third] = deployments.list as [Deployment, Deployment, Deployment];
		await deployments.rename(second, "Staging");
		await deployments.move(third, first);
		assert.deepEqual(names(deployments), [
			"old.larkspur.example",
			"coder.larkspur.example",
			"Staging",
		]);
		await deployments.move(third, undefined);
		await deployments.move(first, first);
		assert.deepEqual(names(deployments), [
			"coder.larkspur.example",
			"Staging",
			"old.larkspur.example",
		]);
		assert.equal(live.length, 3);
		assert.ok(live.every(({ disposed }) => !disposed));
		assert.deepEqual(names(again().deployments), names(deployments));
	});

	it("apply changes of another window", async () => {
		const here = setUp();
		const there = here.again();
		await there.deployments.signIn(saved, token);
		assert.deepEqual(here.deployments.list, []);
		here.deployments.sync();
		assert.deepEqual(names(here.deployments), ["coder.larkspur.example"]);
		assert.deepEqual(here.events, ["list"]);
		here.deployments.sync();
		assert.deepEqual(here.events, ["list"], "nothing new is nothing to tell");
		await there.deployments.signOut(there.deployments.list[0] as Deployment);
		here.deployments.sync();
		assert.deepEqual(here.deployments.list, []);
		assert.equal(here.live[0]?.disposed, true);
	});

	it("announce new data until they're signed out of", async () => {
		const { deployments, live, events } = setUp();
		const deployment = await deployments.signIn(saved, token);
		live[0]?.announce();
		assert.deepEqual(events, ["list", "coder.larkspur.example"]);
		await deployments.signOut(deployment);
		live[0]?.announce();
		assert.deepEqual(events, ["list", "coder.larkspur.example", "list"]);
	});

	it("are disposed of together", async () => {
		const { deployments, live } = setUp();
		await deployments.signIn(saved, token);
		await deployments.signIn(staging, token);
		deployments.dispose();
		assert.ok(live.every(({ disposed }) => disposed));
	});

	it("remember ten unique addresses, newest first", async () => {
		const { deployments } = setUp();
		for (let index = 0; index < 12; index++) {
			const url = `https://${index}.example`;
			await deployments.signIn({ ...saved, key: url, url }, token);
		}
		await deployments.signIn(
			{ ...saved, key: "https://5.example", url: "https://5.example" },
			token,
		);
		assert.deepEqual(
			deployments.seenUrls.map((url) => new URL(url).hostname.split(".")[0]),
			["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"],
		);
	});

	it("survive damaged data: valid entries are kept", () => {
		const memory = openMemory();
		const { account } = saved;
		const damaged: unknown[] = [
			null,
			7,
			"https://coder.larkspur.example",
			[],
			{},
			{ ...saved, key: 1 },
			{ ...saved, url: "not a url" },
			{ ...saved, url: "javascript:alert(1)" },
			{ ...saved, name: null },
			{ ...saved, account: "mira" },
			{ ...saved, account: { id: 1, username: "mira" } },
			{ ...saved, account: null },
		];
		memory.put("deployments", [
			...damaged,
			{ ...staging, account: { ...account, email: 7 } },
			saved,
		]);
		memory.put("activeDeployment", { key: saved.key });
		memory.put("seenUrls", [1, null, "https://a.example"]);
		const { deployments } = setUp(memory);
		assert.deepEqual(names(deployments), ["staging.larkspur.example", "coder.larkspur.example"]);
		assert.ok(!("email" in (deployments.list[0]?.saved.account ?? {})));
		assert.equal(deployments.active?.saved.key, staging.key);
		assert.deepEqual(deployments.seenUrls, ["https://a.example"]);
		for (const stored of [null, {}, "x", 5]) {
			memory.put("deployments", stored);
			memory.put("seenUrls", stored);
			const empty = setUp(memory).deployments;
			assert.deepEqual(empty.list, []);
			assert.deepEqual(empty.seenUrls, []);
		}
	});

	it("have unique keys: a duplicate entry is ignored", () => {
		const memory = openMemory();
		memory.put("deployments", [saved, staging, { ...saved, name: "again" }]);
		assert.deepEqual(names(setUp(memory).deployments), [
			"coder.larkspur.example",
			"staging.larkspur.example",
		]);
	});
});
