import assert from "node:assert/strict";
import "../../support/stable.ts";
import { FindingsCache } from "../../../src/core/findings/findingsCache.ts";
import { changesSection } from "../../../src/core/overview/changes.ts";
import { findingsSection } from "../../../src/core/overview/findings.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { spokenLabel } from "../../../src/core/overview/spoken.ts";
import { saved, recorded, recordedAt } from "../../support/recorded.ts";
import { now, play, scenes } from "../../support/scenes.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const all = (nodes: readonly OutlineNode[]): OutlineNode[] =>
	nodes.flatMap((node) => [node, ...all(node.children ?? [])]);

/** Asserts that a screen reader announces everything that a row shows. */
function assertSpoken(nodes: readonly OutlineNode[]): void {
	for (const node of all(nodes)) {
		const words = spokenLabel(node);
		assert.match(words, /\p{L}|\p{N}/u, `${node.id} is silent`);
		for (const word of node.label.toLowerCase().split(" "))
			assert.ok(words.toLowerCase().includes(word), `${node.id} does not say "${word}": ${words}`);
		assert.doesNotMatch(words, /undefined|\[object|\$\(|NaN|\.\.(?!\.)| {2}|[:,]$/, words);
		// Color alone conveys nothing to users who can't see it.
		if (node.tone === "warning" || node.tone === "bad")
			assert.ok(words.length > node.label.length, `${node.id} says its colour by its label only`);
	}
}

describe("spoken labels of the tree", function () {
	this.timeout(slowMachine);

	for (const [name, scene] of Object.entries(scenes)) {
		it(`exist for each row of ${name}, its findings, and its changes`, async () => {
			const { store } = await play(scene);
			const { snapshot, saved: deployment } = store;
			const findings = new FindingsCache().findings(store, {});
			const nodes = [
				...outline([store], store, now, { insecureBecause: () => "coder.insecure" }),
				findingsSection(deployment.key, snapshot, findings),
				changesSection(deployment.key, undefined, now),
			];
			assert.ok(all(nodes).length > 10);
			assertSpoken(nodes);
		});
	}

	it("exist for each row of the changes", () => {
		const changes = [
			{ kind: "version", id: "version", name: "Version", text: "v2.35.1 → v2.36.0" },
			{ kind: "option", id: "CODER_A", name: "CODER A", text: "a → b" },
		] as const;
		const events = [{ id: "2", beforeId: "1", at: now - 1, changes }];
		assertSpoken([
			changesSection("one", { events, health: [], since: 1 }, now),
			changesSection("two", { events: [], health: [], since: 1 }, now),
			changesSection("three", { events: [], health: [] }, now),
		]);
	});

	it("identify the active deployment among several", async () => {
		const [first, second] = [await recorded({}), await recorded({})];
		second.saved = { ...saved, key: "second", name: "Staging" };
		const labels = outline([first, second], second, recordedAt).map((node) => spokenLabel(node));
		const active = labels.filter((words) => words.includes("used by the status bar and commands"));
		assert.deepEqual(active, [labels[1]]);
	});

	it("include what a surface adds", () => {
		const node = { id: "a", label: "Running", description: "170" };
		assert.equal(spokenLabel(node), "Running: 170");
		assert.equal(spokenLabel(node, "Rising"), "Running: 170. Rising");
		assert.equal(spokenLabel({ ...node, spoken: "170 run" }, "Rising"), "170 run. Rising");
	});
});
