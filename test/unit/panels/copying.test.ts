import assert from "node:assert/strict";
import type { Announcer } from "../../../src/webview/shared/announcer.ts";
import { Copying } from "../../../src/webview/shared/copying.ts";
import { FakeTimeouts } from "../../support/fakeTimeouts.ts";

const nothing =
	"Nothing was copied because the extension didn't respond. Close this page and open it again.";

describe("a page that copies text", () => {
	const announced: string[] = [];
	const timeouts = new FakeTimeouts();
	const announcer = {
		show: (sentence: string) => announced.push(sentence),
	} as unknown as Announcer;

	beforeEach(() => {
		announced.length = 0;
		timeouts.start();
	});
	afterEach(() => {
		timeouts.stop();
	});

	it("reports success only after the text was copied, each time and in order", () => {
		const copying = new Copying(announcer);
		copying.start(() => announced.push("first"));
		copying.start(() => announced.push("second"));
		assert.deepEqual(announced, []);
		copying.copied();
		copying.copied();
		copying.copied();
		timeouts.tick(60_000);
		assert.deepEqual(announced, ["first", "second"]);
	});

	it("says what to do if its extension host is gone", () => {
		const copying = new Copying(announcer);
		copying.start(() => announced.push("done"));
		timeouts.tick(4_999);
		assert.deepEqual(announced, []);
		timeouts.tick(60_000);
		assert.deepEqual(announced, [nothing]);
	});

	it("reports success if the answer arrives late", () => {
		const copying = new Copying(announcer);
		copying.start(() => announced.push("done"));
		timeouts.tick(5_000);
		copying.copied();
		assert.deepEqual(announced, [nothing, "done"]);
	});
});
