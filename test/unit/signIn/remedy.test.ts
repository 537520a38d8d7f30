import assert from "node:assert/strict";
import "../../support/stable.ts";
import { findDeployment, checkToken } from "../../../src/core/signIn/probe.ts";
import { TransportError, type Transport } from "../../../src/core/http/transport.ts";
import { bench } from "../../support/bench.ts";

const url = "https://coder.larkspur.example";

/** A client whose every request fails with an error. */
const failing = (error: TransportError) => {
	const transport: Transport = { send: () => Promise.reject(error) };
	return bench(url, { token: "mEk8rW2pQz-Rr5c0TtX9yB1nV7sL3kJ4h", transport }).client;
};

describe("the remedy for a failure while signing in", () => {
	const untrusted = new TransportError("certificate", "DEPTH_ZERO_SELF_SIGNED_CERT", []);

	it("is selecting a CA file for the entered address", async () => {
		const found = await findDeployment(url, () => failing(untrusted));
		assert.ok(!found.ok);
		assert.deepEqual(found.remedy, {
			id: "coderDeployment.pickCaFile",
			title: "Choose CA File",
			arguments: [url],
		});
	});

	it("is the proxy's setting if the proxy requires a password", async () => {
		const check = await checkToken(failing(new TransportError("proxyAuth", "", [])), {
			url,
			token: "t",
		});
		assert.ok(!check.ok);
		assert.deepEqual(check.remedy?.arguments, ["http.proxy"]);
	});

	it("is to keep typing if another address or token helps", async () => {
		for (const problem of ["refused", "nameNotFound", "timeout"] as const) {
			const found = await findDeployment(url, () => failing(new TransportError(problem, "", [])));
			assert.ok(!found.ok);
			assert.equal(found.remedy, undefined);
		}
	});
});
