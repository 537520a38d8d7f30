import assert from "node:assert/strict";
import http from "node:http";
import type { Socket } from "node:net";
import "../../support/stable.ts";
import { startStub } from "../../support/stubServer.ts";
import { networkBench } from "../../unit/http/support/networkBench.ts";

const build = JSON.stringify({
	version: "v2.30.0",
	external_url: "https://github.com/coder/coder",
});

describe("keep-alive connections", () => {
	afterEach(() => {
		http.globalAgent.destroy();
	});

	/** A server that closes each connection on its second request. */
	const startOneShot = async () => {
		const used = new Set<Socket>();
		return startStub((request, response) => {
			if (used.has(request.socket)) {
				request.socket.destroy();
				return;
			}
			used.add(request.socket);
			response.writeHead(200, {
				"Content-Type": "application/json",
				"X-Coder-Build-Version": "v2.30.0",
				Connection: "keep-alive",
			});
			response.end(build);
		});
	};

	it("repeat the request if the server closes them at the same moment", async () => {
		const stub = await startOneShot();
		const bench = networkBench(stub.url);
		assert.equal(await bench.ask(), undefined);
		assert.equal(await bench.ask(), undefined);
		await stub.close();
		assert.equal(stub.connections(), 2);
		assert.equal(stub.requests.length, 3);
	});

	it("don't send a report twice", async () => {
		const stub = await startOneShot();
		const bench = networkBench(stub.url);
		await bench.ask();
		const outcome = await bench.client.reportCsp({ "csp-report": {} });
		await stub.close();
		assert.equal(outcome.ok ? "" : outcome.failure.kind, "connectionLost");
		assert.equal(stub.requests.filter(({ method }) => method === "POST").length, 1);
	});
});
