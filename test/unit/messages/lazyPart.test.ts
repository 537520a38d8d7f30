import assert from "node:assert/strict";
import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type * as LazyParts from "../../../src/ui/messages/lazyPart.ts";
import type * as Reloads from "../../../src/ui/messages/offerReload.ts";
import type { shown as Shown } from "./support/vscodeStub.ts";

const stubUrl = pathToFileURL(path.join(import.meta.dirname, "support/vscodeStub.ts")).href;
const resolve = `export const resolve = (name, context, next) =>
	next(
		name === "vscode" && context.parentURL?.includes("/src/ui/messages/")
			? ${JSON.stringify(stubUrl)}
			: name,
		context,
	);`;

describe("a module that can no longer be loaded", function () {
	this.timeout(20_000);
	let shown: typeof Shown;
	let parts: typeof LazyParts;
	let reloads: typeof Reloads;

	before(async () => {
		register(`data:text/javascript,${encodeURIComponent(resolve)}`);
		({ shown } = (await import(stubUrl)) as { shown: typeof Shown });
		parts = await import("../../../src/ui/messages/lazyPart.ts");
		reloads = await import("../../../src/ui/messages/offerReload.ts");
	});
	beforeEach(() => {
		shown.length = 0;
	});

	it("is reported once with what helps, however often it's needed", async () => {
		const gone = new URL("./chunks/gone-ABC123.js", import.meta.url).href;
		const [panels, files] = [1, 2].map(() => parts.lazyPart(() => import(gone)));
		for (let turn = 0; turn < 3; turn++) {
			await assert.rejects(async () => panels?.get());
			await assert.rejects(async () => files?.get());
		}
		assert.equal(shown.length, 1);
		assert.match(String(shown[0]?.[1]), /Reload the window/);
		assert.deepEqual(shown[0]?.slice(2), ["Reload Window"]);
	});

	it("is reported again by a command, but not while the message is still visible", async () => {
		await Promise.all([reloads.offerReload(), reloads.offerReload()]);
		assert.equal(shown.length, 1);
	});

	it("isn't reported if it fails for another reason", async () => {
		const part = parts.lazyPart(() => Promise.reject(new Error("The disk is full.")));
		await assert.rejects(part.get());
		assert.deepEqual(shown, []);
		assert.equal(await parts.lazyPart(() => Promise.resolve(7)).get(), 7);
	});
});
