import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { beginningOf, type ConfigView } from "../../../src/core/configuration/configView.ts";
import type { PanelContent } from "../../../src/protocol/configuration.ts";
import { PageContent } from "../../../src/ui/configuration/pageContent.ts";

/** Three groups of twenty options, of which only the number matters here. */
const view = {
	groups: ["a", "b", "c"].map((id) => ({ id, path: [id], rows: Array(20).fill({ id }) })),
	total: 60,
} as ConfigView;
const content: PanelContent = { view, loading: false, revision: 1, linkable: true };
const rows = ({ view: sent }: PanelContent): number =>
	sent?.groups.reduce((sum, group) => sum + group.rows.length, 0) ?? 0;

describe("what is sent to a page", () => {
	let sent: PanelContent[];
	let page: PageContent;
	beforeEach(() => {
		sent = [];
		page = new PageContent((one) => sent.push(one));
	});

	it("begins with what fits into a window, and goes on with all of it", async () => {
		page.show(content);
		assert.deepEqual(sent.map(rows), [40]);
		assert.equal(sent[0]?.partial, true);
		assert.equal(sent[0].view?.total, 60);
		await sleep(5);
		assert.deepEqual(sent.map(rows), [40, 60]);
		assert.equal(sent[1], content);
	});

	it("is sent once, whole, however often it is shown", async () => {
		page.show(content);
		page.show({ ...content });
		await sleep(5);
		page.show({ ...content });
		assert.deepEqual(sent.map(rows), [40, 60]);
		page.show({ ...content, loading: true });
		assert.deepEqual(sent.map(rows), [40, 60, 60]);
	});

	it("leaves out a rest that is out of date", async () => {
		page.show(content);
		page.show({ ...content, revision: 2 });
		await sleep(5);
		assert.deepEqual(
			sent.map(({ revision, partial }) => [revision, partial]),
			[
				[1, true],
				[2, undefined],
			],
		);
	});

	it("is sent again to a page that forgot it, and no more to one that is gone", async () => {
		page.show(content);
		await sleep(5);
		page.forget();
		page.show(content);
		page.dispose();
		await sleep(5);
		assert.deepEqual(sent.map(rows), [40, 60, 40]);
	});

	it("is all at once where it is little", () => {
		const little = { ...content, view: beginningOf(view, 40) };
		page.show({ ...little, view: { ...little.view, total: 40 } });
		assert.deepEqual(sent.map(rows), [40]);
		assert.equal(sent[0]?.partial, undefined);
	});

	it("has the groups of its beginning only", () => {
		assert.deepEqual(
			beginningOf(view, 25).groups.map(({ id, rows: own }) => [id, own.length]),
			[
				["a", 20],
				["b", 5],
			],
		);
	});
});
