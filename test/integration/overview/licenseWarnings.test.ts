import assert from "node:assert/strict";
import { outline } from "../../../src/core/overview/outline.ts";
import { readHeaders } from "../../../src/core/http/responseHeaders.ts";
import type { TransportResponse } from "../../../src/core/http/transport.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { tokenMark } from "../../sample-deployment/server.ts";
import { hour, startLife, type EditorWindow, type Life } from "../deployments/support/life.ts";

describe("the server's license warnings", function () {
	this.timeout(slowMachine);
	let life: Life;
	let window: EditorWindow;

	/** Returns their rows in the tree. */
	const rows = () =>
		(outline([window.store], window.store, life.clock.now())[0]?.children ?? []).filter(({ id }) =>
			id.includes("/license-warning/"),
		);

	beforeEach(async () => {
		life = await startLife();
		window = life.open();
		window.show("overview");
		await life.settle();
	});
	afterEach(() => life.end());

	it("are shown near the top as soon as any response has them, one row each, including commas", async () => {
		assert.deepEqual(rows(), []);
		const texts = ["Your license expires in 5 days, on Tuesday.", "120 users, licensed for 100."];
		life.sample.setEntitlementWarnings(texts);
		await window.store.refresh(["deploymentStats"]);
		assert.deepEqual(
			rows().map(({ description }) => description),
			texts,
		);
		assert.ok(rows().every(({ tone }) => tone === "warning"));
		assert.equal(rows()[1]?.spoken, `License warning: ${texts[1] ?? ""}`);
	});

	it("disappear with the first response without them", async () => {
		life.sample.setEntitlementWarnings(["It ends."]);
		await window.store.refresh(["user"]);
		assert.equal(rows().length, 1);
		life.sample.setEntitlementWarnings([]);
		await window.store.refresh(["user"]);
		assert.deepEqual(rows(), []);
	});

	it("remain while there are only anonymous responses, or none", async () => {
		life.sample.setEntitlementWarnings(["It ends."]);
		await window.store.refresh(["user"]);
		await window.store.refresh(["buildInfo", "updateCheck", "root"]);
		assert.equal(rows().length, 1);
		life.sample.setFault("all", { kind: "status", status: 502 });
		await window.store.refresh();
		life.sample.clearFaults();
		life.sample.revokeToken("owner");
		await window.store.refresh();
		assert.equal(rows().length, 1);
		await life.sample.stop();
		await life.pass(hour);
		assert.equal(rows().length, 1);
	});
});

describe("response headers", () => {
	const response = (
		headers: Readonly<Record<string, string>>,
		warnings: readonly string[] = [],
		status = 200,
	): TransportResponse => ({
		status,
		header: (name) => headers[name],
		values: () => warnings,
		body: "",
	});
	const version = { "X-Coder-Build-Version": "v2.35.1+8b44bd6" };
	const warningsOf = (...texts: readonly string[]) =>
		readHeaders(response(version, texts), true).warnings ?? [];

	it("contain the version, the server's clock, and its warnings", () => {
		const date = "Thu, 05 Mar 2026 09:00:00 GMT";
		assert.deepEqual(readHeaders(response({ ...version, Date: date }, ["One."]), true), {
			version: "v2.35.1+8b44bd6",
			date: Date.parse(date),
			warnings: ["One."],
		});
		assert.deepEqual(readHeaders(response({ ...version, Date: "never" }), false), {
			version: "v2.35.1+8b44bd6",
		});
	});

	it("are ignored if the version isn't Coder's", () => {
		for (const text of ["", "2.35.1", "nginx", "v2", `v2.35.1+${"a".repeat(80)}`, "v1.2.3 <b>"]) {
			assert.deepEqual(
				readHeaders(response({ "X-Coder-Build-Version": text }, ["x"]), true),
				{},
				text,
			);
		}
		for (const text of ["v2.35.1-devel+e751b285ca", "v0.0.0-devel+x", "v2.33.0-rc.1+8b44bd6"])
			assert.equal(readHeaders(response({ "X-Coder-Build-Version": text }), true).version, text);
	});

	it("don't determine warnings without a token, or with an invalid one", () => {
		assert.ok(!("warnings" in readHeaders(response(version, ["x"]), false)));
		assert.ok(!("warnings" in readHeaders(response(version, ["x"], 401), true)));
		assert.deepEqual(readHeaders(response(version, [], 403), true).warnings, []);
	});

	it("can't flood or forge the tree: warnings are single-line, short, few, unique, and without credentials", () => {
		assert.deepEqual(warningsOf(" a\tb\u0007\r\n c\u202e ", "a b c", ""), ["a b c"]);
		const [long = ""] = warningsOf("x".repeat(10_000));
		assert.equal(long.length, 301);
		assert.equal(warningsOf(...Array.from({ length: 50 }, (_, index) => `w${index}`)).length, 10);
		const [token = ""] = warningsOf("Use SampleOwnr-SampleOwnerNotRealTokn now");
		assert.ok(!token.includes(tokenMark), token);
	});
});
