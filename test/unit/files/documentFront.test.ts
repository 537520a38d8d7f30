import assert from "node:assert/strict";
import { Emitter } from "../../../src/core/base/event.ts";
import type { Documents, registerDocuments } from "../../../src/ui/app/documentFront.ts";
import { stubVscode } from "../../support/vscodeStub.ts";

const documentOf = (scheme: string) => ({ uri: { scheme } });

describe("the features for documents", () => {
	let opened: Emitter<ReturnType<typeof documentOf>>;
	let textDocuments: ReturnType<typeof documentOf>[];
	let register: typeof registerDocuments;
	let calls: string[];
	let listChanged: Emitter<void>;
	let front: Documents;

	before(async () => {
		stubVscode({
			workspace: {
				onDidOpenTextDocument: (listener: () => void) => opened.event(listener),
				get textDocuments() {
					return textDocuments;
				},
			},
		});
		({ registerDocuments: register } = await import("../../../src/ui/app/documentFront.ts"));
	});
	beforeEach(() => {
		opened = new Emitter();
		textDocuments = [];
		calls = [];
		listChanged = new Emitter();
	});
	afterEach(() => {
		front.dispose();
	});

	const loaded: Documents = {
		variables: { refresh: () => calls.push("variables") },
		files: {
			refresh: () => calls.push("files"),
			filesOf: () => [{ name: "coder.env" } as never],
			get onDidChangeFiles() {
				return listChanged.event;
			},
			find: () => Promise.resolve({ count: 2, cut: false }),
		},
		dispose: () => calls.push("dispose"),
	};
	const start = () => {
		front = register(() => {
			calls.push("load");
			return Promise.resolve(loaded);
		});
	};
	const settled = () => new Promise((resolve) => setImmediate(resolve));

	it("aren't loaded without a document, nor for a log", async () => {
		textDocuments = [documentOf("output")];
		start();
		opened.fire(documentOf("output"));
		front.variables.refresh();
		front.files.refresh();
		assert.deepEqual(front.files.filesOf({} as never), []);
		await settled();
		assert.deepEqual(calls, []);
	});

	it("are loaded once for documents that are already open", async () => {
		textDocuments = [documentOf("file"), documentOf("untitled")];
		start();
		await settled();
		assert.deepEqual(calls, ["load"]);
	});

	it("are loaded with the first document that is opened, and then called", async () => {
		start();
		opened.fire(documentOf("file"));
		opened.fire(documentOf("file"));
		await settled();
		front.variables.refresh();
		front.files.refresh();
		assert.deepEqual(calls, ["load", "variables", "files"]);
		assert.equal(front.files.filesOf({} as never).length, 1);
		front.dispose();
		await settled();
		assert.equal(calls.at(-1), "dispose");
	});

	it("are loaded to search for files, and report when their list changes", async () => {
		start();
		let changes = 0;
		front.files.onDidChangeFiles(() => changes++);
		assert.deepEqual(await front.files.find(new AbortController().signal), {
			count: 2,
			cut: false,
		});
		listChanged.fire();
		assert.equal(changes, 1);
	});
});
