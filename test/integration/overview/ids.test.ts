import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { rowId } from "../../../src/core/overview/rowIds.ts";
import { hostileKinds } from "../../sample-deployment/hostile/hostileTexts.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { versionIds } from "../../sample-deployment/versions.ts";
import { bench } from "../../support/bench.ts";
import { failureOf, saved, recorded, recordedAt } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const all = (nodes: readonly OutlineNode[]): OutlineNode[] =>
	nodes.flatMap((node) => [node, ...all(node.children ?? [])]);

function assertSound(nodes: readonly OutlineNode[]): void {
	const rows = all(nodes);
	const ids = rows.map(({ id }) => id);
	assert.equal(
		new Set(ids).size,
		ids.length,
		ids.filter((id, at) => ids.indexOf(id) !== at).join(),
	);
	for (const row of rows) {
		for (const child of row.children ?? []) assert.ok(child.id.startsWith(`${row.id}/`), child.id);
		assert.notEqual(row.label, "", row.id);
		const isEmpty = row.children?.length === 0 && !row.expanded;
		assert.equal(isEmpty, false, `${row.id} can be opened, but is empty`);
		assert.ok(row.icon, `${row.id} has an icon`);
	}
}

describe("tree rows", function () {
	this.timeout(slowMachine);

	for (const version of versionIds) {
		it(`have unique IDs below their parents' (${version})`, async () => {
			const sample = await startSampleDeployment({ version });
			try {
				const { store } = bench(sample.url, { token: sample.tokens.owner });
				await store.refresh();
				assertSound(outline([store], store, Date.now()));
				await sample.stop();
				await store.refresh();
				assertSound(outline([store], store, Date.now()));
			} finally {
				await sample.close();
			}
		});
	}

	for (const kind of hostileKinds) {
		it(`have unique IDs, and children if they can be opened, with hostile texts (${kind})`, async () => {
			const sample = await startSampleDeployment();
			try {
				sample.setHostility({ kind, foreignUrl: "https://foreign.example" });
				const { store } = bench(sample.url, { token: sample.tokens.owner });
				await store.refresh();
				assertSound(outline([store], store, Date.now()));
			} finally {
				await sample.close();
			}
		});
	}

	it("have unique IDs in several deployments", async () => {
		const [a, b] = [await recorded({}), await recorded({})];
		b.saved = { ...saved, key: "b" };
		assertSound(outline([a, b], a, recordedAt));
	});

	it("have unique IDs whatever the deployments' names are", async () => {
		const keys = [
			"a",
			"a/ssh",
			"a/build",
			"a/build/version",
			"a%2Fssh",
			"a%252Fssh",
			"a/",
			"/",
			"%",
		];
		const urls = ["https://a.example", "https://a.example/ssh", "https://a.example/ssh/prefix"];
		const deployments = await Promise.all(
			[...keys, ...urls].map(async (key) => {
				const deployment = await recorded({});
				deployment.saved = { ...saved, key };
				return deployment;
			}),
		);
		const rows = outline(deployments, deployments[0], recordedAt);
		assertSound(rows);
		for (const [index, row] of rows.entries()) {
			const { key } = deployments[index]!.saved;
			assert.deepEqual([row.id, row.deployment], [rowId(key), key]);
			assert.ok(row.children?.some(({ id }) => id === rowId(key, "ssh")));
		}
	});

	it("have unique IDs whatever servers call things", async () => {
		const names = ["none", "problem", "loading", "*", "", "a/b", "other/x", "workspaces"];
		const deployment = await recorded(
			{
				experiments: { body: names },
				experimentsAvailable: { body: { safe: [...names, "safe"] } },
				deploymentSsh: {
					body: {
						hostname_prefix: "p",
						ssh_config_options: Object.fromEntries(names.map((name) => [name, "x"])),
					},
				},
				deploymentStats: {
					body: {
						workspaces: Object.fromEntries(names.map((name) => [name, 1])),
						session_count: Object.fromEntries(names.map((name) => [name, { x: 1 }])),
						...Object.fromEntries(names.slice(0, -1).map((name) => [name, 1])),
					},
				},
			},
			{
				experiments: { failure: failureOf("timeout") },
				deploymentSsh: { failure: failureOf("timeout") },
				deploymentStats: { failure: failureOf("timeout") },
			},
		);
		const rows = all(outline([deployment], deployment, recordedAt));
		const ids = rows.map(({ id }) => id);
		assert.equal(
			new Set(ids).size,
			ids.length,
			ids.filter((id, at) => ids.indexOf(id) !== at).join(),
		);
	});
});
