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

describe("what is sent to a page", () => {
	let sent: PanelContent[];
	let page: PageContent;
	beforeEach(() => {
		sent = [];
		page = new PageContent((one) => sent.push(one));
	});

	it("is sent once, however often it is shown", () => {
		assert.equal(page.empty, true);
		page.show(content);
		page.show({ ...content });
		assert.equal(page.empty, false);
		assert.deepEqual(sent, [content]);
	});

	it("is sent again when anything but the options changes, and when their revision does", () => {
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

	it("is sent whole after its beginning", () => {
		page.show(partial);
		page.show(content);
		assert.deepEqual(sent, [partial, content]);
	});

	it("is sent again to a page that was made anew", () => {
		page.show(content);
		page.forget();
		assert.equal(page.empty, true);
		page.show(content);
		assert.deepEqual(sent, [content, content]);
	});
});
