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
	let page: PageContent;
	beforeEach(() => {
		sent = [];
		page = new PageContent((one) => sent.push(one));
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

	it("is sent in full if the page was created with the first part", () => {
		page.shows(partial);
		page.show(content);
		assert.deepEqual(sent, [content]);
	});

	it("isn't sent if the page was created with it", () => {
		page.shows(content);
		page.show(content);
		assert.deepEqual(sent, []);
	});

	it("is sent again to a recreated page", () => {
		page.show(content);
		page.forget();
		page.show(content);
		assert.deepEqual(sent, [content, content]);
	});
});
