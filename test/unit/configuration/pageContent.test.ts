import assert from "node:assert/strict";
import { configView } from "../../../src/core/configuration/configView.ts";
import type { PanelContent } from "../../../src/protocol/configuration.ts";
import { PageContent } from "../../../src/ui/configuration/pageContent.ts";
import { harbour } from "./support/options.ts";

const content: PanelContent = {
	view: configView(harbour()),
	loading: false,
	revision: 1,
	linkable: true,
};
const partial: PanelContent = { ...content, view: configView(harbour(), [], 5), partial: true };

describe("content for a page", () => {
	let sent: PanelContent[];
	let page: { show(content: PanelContent): void; readonly state: PageContent };

	const create = (first: PanelContent): void => {
		sent = [];
		const state = new PageContent(first, (one) => sent.push(one));
		page = {
			state,
			show: (one) => {
				state.show(() => one);
			},
		};
	};
	beforeEach(() => {
		create({ loading: true, revision: 0, linkable: true });
	});

	it("is sent once, however often it's shown", () => {
		page.show(content);
		page.show({ ...content });
		assert.deepEqual(sent, [content]);
	});

	it("is sent again if anything except the options changes, or if their revision changes", () => {
		page.show(content);
		page.show({ ...content, loading: true });
		page.show({ ...content, loading: true, revision: 2 });
		assert.deepEqual(
			sent.map(({ loading, revision }) => [loading, revision]),
			[
				[false, 1],
				[true, 1],
				[true, 2],
			],
		);
	});

	it("isn't sent if the page was created with it", () => {
		create(content);
		page.state.ready();
		page.show(content);
		assert.deepEqual(sent, []);
	});

	it("is sent in full once the page has painted the part that it was created with", () => {
		create(partial);
		page.state.ready();
		page.show(content);
		assert.deepEqual(sent, []);
		page.state.painted();
		page.show(content);
		assert.deepEqual(sent, [content]);
	});

	it("is sent again to a page that was hidden, even before it was ready or had painted", () => {
		for (const first of [content, partial]) {
			for (const isReady of [true, false]) {
				create(first);
				if (isReady) page.state.ready();
				page.state.hidden();
				page.state.ready();
				page.show(content);
				assert.deepEqual(sent, [content]);
			}
		}
	});
});
