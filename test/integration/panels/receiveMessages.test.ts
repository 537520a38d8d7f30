import assert from "node:assert/strict";
import { JSDOM } from "jsdom";
import { receiveMessages } from "../../../src/webview/shared/receiveMessages.ts";

const origin = "https://1a2b3c.webview.example";

describe("messages to a page", () => {
	const global = Object.getOwnPropertyDescriptor(globalThis, "window");
	const page = new JSDOM("", { url: `${origin}/fake.html` }).window;
	const received: unknown[] = [];

	before(() => {
		Object.defineProperty(globalThis, "window", { value: page, configurable: true });
		receiveMessages<{ readonly type: "show" }>({ show: (message) => received.push(message) });
	});
	beforeEach(() => {
		received.length = 0;
	});
	after(() => {
		if (global) Object.defineProperty(globalThis, "window", global);
		else Reflect.deleteProperty(globalThis, "window");
		page.close();
	});

	const post = (from: string, data: unknown, source: unknown = null): void => {
		page.dispatchEvent(
			new page.MessageEvent("message", { data, origin: from, source: source as never }),
		);
	};

	it("are accepted from the frame of its own origin, whatever VS Code did to window.parent", () => {
		const outer = new JSDOM("", { url: `${origin}/index.html` }).window;
		for (const parent of [undefined, page, outer]) {
			Object.defineProperty(page, "parent", { value: parent, configurable: true });
			post(origin, { type: "show" }, outer);
		}
		assert.deepEqual(received, [{ type: "show" }, { type: "show" }, { type: "show" }]);
		outer.close();
	});

	it("are ignored if their type is wrong, whatever their name is", () => {
		for (const data of [{ type: "toString" }, { type: "__proto__" }, { type: 1 }, {}, "show", 1]) {
			post(origin, data);
		}
		for (const data of [undefined, null]) post(origin, data);
		assert.deepEqual(received, []);
	});

	it("are ignored if they come from a page of another origin", () => {
		for (const other of [
			"",
			"null",
			"https://evil.example",
			"http://1a2b3c.webview.example",
			`${origin}:8443`,
			`${origin}.evil.example`,
			"vscode-webview://1a2b3c",
		]) {
			post(other, { type: "show", content: { loading: true } });
		}
		assert.deepEqual(received, []);
	});

	it("begin with the one in the document", () => {
		for (const [text, expected] of [
			['{"type":"show","content":1}', [{ type: "show", content: 1 }]],
			['{"type":"toString"}', []],
			["null", []],
			["", []],
		] as const) {
			received.length = 0;
			page.document.body.innerHTML = `<script type="application/json" id="first">${text}</script>`;
			receiveMessages<{ readonly type: "show" }>({ show: (message) => received.push(message) });
			assert.deepEqual(received, expected);
		}
		page.document.body.innerHTML = "";
	});
});
