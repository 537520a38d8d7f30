import assert from "node:assert/strict";
import "../../support/stable.ts";
import {
	namedPart,
	type Deployment,
	type SavedDeployment,
} from "../../../src/core/deployments/deployment.ts";
import { Deployments } from "../../../src/core/deployments/deployments.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { spokenLabel } from "../../../src/core/overview/spoken.ts";
import { welcomeCause } from "../../../src/core/overview/welcome.ts";
import { openMemory, openSecrets } from "../../support/memories.ts";
import { saved } from "../../support/recorded.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";

const numbered = (index: number): SavedDeployment => ({
	...saved,
	key: `key-${String(index)}`,
	url: `https://coder-${String(index)}.example`,
	name: `Production ${String(index)}`,
});

function open(memory = openMemory(), secrets = openSecrets()) {
	const requested: string[] = [];
	const deployments = new Deployments(
		memory,
		secrets,
		(entry) =>
			new DeploymentStore(entry, (id) => {
				requested.push(`${entry.key} ${id}`);
				return Promise.reject(new Error("not answered"));
			}),
	);
	return { deployments, memory, secrets, requested, again: () => open(memory, secrets) };
}

const listed = ({ listed }: Deployments) =>
	listed.map((one) => `${namedPart(one).name}${"saved" in one ? "" : " (signed out)"}`);

describe("a deployment after a sign-out", () => {
	for (const count of [1, 3, 20]) {
		it(`keeps its row, name, and position among ${String(count)}, also in other windows`, async () => {
			const here = open();
			const there = here.again();
			for (let index = 0; index < count; index++) {
				await here.deployments.signIn(numbered(index), token);
			}
			there.deployments.sync();
			const out = Math.floor(count / 2);
			await here.deployments.signOut(here.deployments.list[out] as Deployment);
			there.deployments.sync();
			const expected = Array.from({ length: count }, (_none, index) =>
				index === out ? `Production ${String(index)} (signed out)` : `Production ${String(index)}`,
			);
			assert.deepEqual(listed(here.deployments), expected);
			assert.deepEqual(listed(there.deployments), expected);
			assert.deepEqual(listed(here.again().deployments), expected, "after a reload");
			assert.equal(here.deployments.list.length, count - 1);
			assert.equal(here.secrets.entries.size, count - 1);
			assert.deepEqual(here.requested, []);
		});
	}

	it("has a row that says so and signs in when selected, and no welcome text", async () => {
		const { deployments } = open();
		await deployments.signOut(await deployments.signIn(numbered(1), token));
		assert.equal(welcomeCause(deployments.listed, deployments.seenUrls), undefined);
		const [row] = outline(deployments.listed, deployments.active, 0);
		assert.ok(row);
		assert.deepEqual(
			[row.label, row.description, row.command?.id, row.command?.arguments, row.children],
			["Production 1", "signed out", "coderDeployment.signIn", ["key-1"], undefined],
		);
		assert.equal(spokenLabel(row), "Deployment Production 1, signed out");
	});

	it("keeps its position and name when signed in to again", async () => {
		const { deployments } = open();
		for (const index of [0, 1, 2]) await deployments.signIn(numbered(index), token);
		await deployments.signOut(deployments.list[1] as Deployment);
		await deployments.signIn(numbered(1), token);
		assert.deepEqual(listed(deployments), ["Production 0", "Production 1", "Production 2"]);
	});

	it("can be renamed, moved, and removed without signing in", async () => {
		const { deployments, memory, again } = open();
		for (const index of [0, 1]) await deployments.signIn(numbered(index), token);
		await deployments.signOut(deployments.list[1] as Deployment);
		const row = () => deployments.findListed("key-1") ?? assert.fail();
		await deployments.rename(row(), "Old");
		await deployments.move(row(), deployments.listed[0]);
		assert.deepEqual(listed(deployments), ["Old (signed out)", "Production 0"]);
		await deployments.remove(row());
		assert.deepEqual(listed(deployments), ["Production 0"]);
		assert.ok(!memory.text().includes("coder-1.example"));
		assert.deepEqual(listed(again().deployments), ["Production 0"]);
	});

	it("is replaced when another window signs in to the same URL", async () => {
		const { deployments } = open();
		await deployments.signOut(await deployments.signIn(numbered(1), token));
		await deployments.signIn({ ...numbered(1), key: "new database" }, token);
		assert.deepEqual(listed(deployments), ["Production 1"]);
	});

	it("is read from version 0.1's list of deployments and addresses", () => {
		const memory = openMemory();
		memory.put("deployments", [saved]);
		memory.put("seenUrls", [saved.url, "https://signed-out.example"]);
		const { deployments } = open(memory);
		assert.deepEqual(listed(deployments), [saved.name]);
		memory.put("deployments", []);
		const none = open(memory).deployments;
		assert.equal(welcomeCause(none.listed, none.seenUrls), "signedOut");
	});

	it("survives damaged data: a row needs a key, a name, and a web address", () => {
		const memory = openMemory();
		const { key, url, name } = saved;
		memory.put("deployments", [
			{ key, url: "javascript:alert(1)", name, signedOut: true },
			{ key, url, signedOut: true },
			{ key, url, name, signedOut: "yes" },
			{ key, url, name, signedOut: true, account: saved.account, token },
		]);
		const { deployments } = open(memory);
		assert.deepEqual(deployments.listed, [{ key, url, name, signedOut: true }]);
		assert.deepEqual(deployments.list, []);
	});
});
