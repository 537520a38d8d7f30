import assert from "node:assert/strict";
import "../../support/stable.ts";
import { changedRows } from "../../../src/core/overview/diff.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { rowId } from "../../../src/core/overview/rowIds.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const row = (id: string, more: Partial<OutlineNode> = {}): OutlineNode => ({
	id,
	label: id,
	...more,
});
const tree = (...children: OutlineNode[]): OutlineNode[] => [
	row("d", { children: [row("d/s", { children })] }),
];

describe("rows to refresh", function () {
	this.timeout(slowMachine);

	it("are none if nothing changed", () => {
		const before = tree(row("a"), row("b", { tooltip: ["x"], command: { id: "c", title: "C" } }));
		const after = tree(row("a"), row("b", { tooltip: ["x"], command: { id: "c", title: "C" } }));
		assert.deepEqual(changedRows(before, before), []);
		assert.deepEqual(changedRows(before, after), []);
		assert.deepEqual(changedRows([], []), []);
	});

	it("are none if only the age changed", () => {
		assert.deepEqual(changedRows(tree(row("a", { at: 1 })), tree(row("a", { at: 2 }))), []);
	});

	const faces: readonly Partial<OutlineNode>[] = [
		{ label: "other" },
		{ description: "other" },
		{ icon: "other" },
		{ tone: "bad" },
		{ tooltip: ["other"] },
		{ spoken: "other" },
		{ copy: "other" },
		{ url: "https://other.example" },
		{ command: { id: "other", title: "Other" } },
		{ refreshes: ["user"] },
		{ expanded: true },
		{ children: [] },
	];
	for (const face of faces) {
		it(`are only the row with a changed ${Object.keys(face).join()}`, () => {
			const before = tree(row("a"), row("b"));
			assert.deepEqual(changedRows(before, tree(row("a"), row("b", face))), ["b"]);
			assert.deepEqual(changedRows(tree(row("a"), row("b", face)), before), ["b"]);
		});
	}

	it("are the parent if rows were added, removed, or moved", () => {
		const before = tree(row("a"), row("b"));
		for (const after of [
			tree(row("a")),
			tree(row("a"), row("b"), row("c")),
			tree(row("b"), row("a")),
			tree(),
		]) {
			assert.deepEqual(changedRows(before, after), ["d/s"]);
		}
	});

	it("are only the parent if it changed, which includes its children", () => {
		const before = [row("d", { children: [row("a")] })];
		const after = [row("d", { label: "D", children: [row("a", { label: "A" })] })];
		assert.deepEqual(changedRows(before, after), ["d"]);
	});

	it("are several if several changed", () => {
		const before = tree(row("a"), row("b"), row("c"));
		const after = tree(row("a", { label: "A" }), row("b"), row("c", { label: "C" }));
		assert.deepEqual(changedRows(before, after), ["a", "c"]);
	});

	it("are all if deployments were added, removed, or moved", () => {
		assert.equal(changedRows([], [row("a")]), "root");
		assert.equal(changedRows([row("a")], []), "root");
		assert.equal(changedRows([row("a"), row("b")], [row("b"), row("a")]), "root");
	});

	it("are none after a refresh if the server's numbers didn't change", async () => {
		const now = Date.parse("2026-03-05T10:00:00Z");
		const sample = await startSampleDeployment({ clock: () => now });
		try {
			const { store } = bench(sample.url, { token: sample.tokens.owner });
			await store.refresh();
			const draw = () =>
				outline([store], store, now).map((node) => ({
					...node,
					// The root's response time is the only value that depends on the machine's load.
					children: node.children?.map((section) => ({
						...section,
						children: section.children?.filter(({ id }) => !id.endsWith("/root")),
					})),
				})) as OutlineNode[];
			const before = draw();
			await store.refresh();
			assert.deepEqual(changedRows(before, draw()), []);
			sample.setExperiments([]);
			await store.refresh(["experiments"]);
			const changed = changedRows(before, draw());
			assert.deepEqual(changed, [rowId(store.saved.key, "experiments")]);
		} finally {
			await sample.close();
		}
	});
});
