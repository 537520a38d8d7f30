import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { ApiFailure } from "../../../src/core/http/failure.ts";
import { startStub, type StubAnswer } from "../../support/stubServer.ts";
import { networkBench } from "../../unit/http/support/networkBench.ts";

/** Returns the failure for a server that responds like this. */
async function reported(answer: StubAnswer): Promise<ApiFailure & { readonly host: string }> {
	const stub = await startStub(answer);
	try {
		const failure = await networkBench(stub.url).ask();
		assert.ok(failure);
		return { ...failure, host: stub.host };
	} finally {
		await stub.close();
	}
}

describe("headers that are too long", () => {
	it("are reported as such, however they are split", async () => {
		for (const headers of [
			{ "Content-Security-Policy": "x".repeat(17_000) },
			{ "X-One": "x".repeat(9000), "X-Two": "x".repeat(9000) },
			Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`X-${at}`, "x".repeat(60)])),
		]) {
			const { kind, message, advice, action, host } = await reported({ headers, body: "{}" });
			assert.equal(kind, "tooLarge");
			assert.equal(message, `${host} sent too many headers.`);
			assert.match(advice, /proxy in front of it/);
			assert.equal(action, "showLog");
		}
	});

	it("are accepted below 16 kB", async () => {
		const { kind } = await reported({ headers: { "X-Long": "x".repeat(15_000) }, body: "{" });
		assert.notEqual(kind, "tooLarge");
	});

	it("are ours if the server says so", async () => {
		const { kind, message, action, host } = await reported({
			status: 431,
			body: "<html>Request Header Fields Too Large",
		});
		assert.equal(kind, "rejected");
		assert.equal(message, `${host} rejected the request because its headers are too long.`);
		assert.equal(action, "openSettings");
	});
});

describe("status 511", () => {
	it("means a network's sign-in page, whatever its body", async () => {
		for (const body of ["<html><title>Hotel</title>", "", '{"message":"Log in"}', "[]"]) {
			const failure = await reported({
				status: 511,
				body,
				headers: { "Content-Type": "text/html" },
			});
			const { kind, message, advice, action, status, host } = failure;
			assert.equal(kind, "notCoder");
			assert.equal(message, `Your network requires you to sign in before you can reach ${host}.`);
			assert.match(advice, new RegExp(`^Open http://${host} in a browser, sign in`));
			assert.equal(action, "retry");
			assert.equal(status, 511);
		}
	});
});
