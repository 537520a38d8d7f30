import assert from "node:assert/strict";
import { cspReports, endpointIds, endpoints } from "../../../src/core/coder/endpoints.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { maxAnswerBytes } from "../../../src/core/http/request.ts";
import type { TransportRequest } from "../../../src/core/http/transport.ts";
import type { RecordedRequest } from "../../sample-deployment/requestLog.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { startStub } from "../../support/stubServer.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const open: readonly string[] = ["root", "buildInfo", "updateCheck", "entitlements", "cspReports"];

/** Returns the header's name as it was sent, with its value. */
function header(request: RecordedRequest, name: string): string | undefined {
	const at = request.rawHeaders.findIndex(
		(text, index) => index % 2 === 0 && text.toLowerCase() === name.toLowerCase(),
	);
	return at === -1 ? undefined : request.rawHeaders[at + 1];
}

describe("requests", function () {
	this.timeout(slowMachine);

	let sample: SampleDeployment;
	beforeEach(async () => {
		sample = await startSampleDeployment({ accessUrl: "self" });
	});
	afterEach(() => sample.close());

	it("are sent once to each endpoint by a full refresh, and nowhere else", async () => {
		await bench(sample.url, { token: sample.tokens.owner }).store.refresh();
		for (const id of endpointIds) assert.equal(sample.count(id), 1, id);
		// Organizations are requested before what depends on them.
		assert.equal(sample.count("organizations"), 1);
		assert.equal(sample.count(), endpointIds.length + 1);
		for (const { status, endpoint } of sample.requests()) assert.equal(status, 200, endpoint);
	});

	it("are sent below the deployment's path", async () => {
		const other = await startSampleDeployment({ basePath: "/team/coder", accessUrl: "self" });
		try {
			await bench(other.url, { token: other.tokens.owner }).store.refresh();
			for (const { path } of other.requests())
				assert.ok(path.startsWith("/team/coder/api/v2/"), path);
			for (const id of endpointIds) assert.equal(other.count(id), 1, id);
		} finally {
			await other.close();
		}
	});

	it("contain the token in its header, and only if it's required", async () => {
		const token = sample.tokens.owner;
		const { store, client } = bench(sample.url, { token });
		await store.refresh();
		await client.reportCsp({ "csp-report": { "document-uri": "https://coder.larkspur.example" } });
		assert.equal(sample.count(), endpointIds.length + 2);
		const secret = token.split("-")[1] ?? "";
		for (const request of sample.requests()) {
			const { endpoint, rawHeaders, path, body } = request;
			assert.ok(!path.includes(secret) && !body.includes(secret), endpoint);
			if (open.includes(endpoint)) {
				assert.ok(!rawHeaders.join("\n").includes(secret), endpoint);
				assert.equal(header(request, "Coder-Session-Token"), undefined, endpoint);
			} else assert.equal(header(request, "Coder-Session-Token"), token, endpoint);
			assert.equal(header(request, "Cookie"), undefined);
			assert.equal(header(request, "Authorization"), undefined);
		}
	});

	it("contain their user agent and accepted types", async () => {
		const { store, client } = bench(sample.url, { token: sample.tokens.owner });
		await store.refresh();
		await client.reportCsp({ "csp-report": {} });
		for (const request of sample.requests()) {
			assert.equal(header(request, "User-Agent"), "coder-deployment-tests");
			assert.equal(header(request, "Accept"), "application/json");
			const post = ["cspReports", "permissions"].includes(request.endpoint);
			assert.equal(header(request, "Content-Type"), post ? "application/json" : undefined);
		}
	});

	it("contain the token's key ID, which is its first part", async () => {
		await bench(sample.url, { token: sample.tokens.member }).store.refresh(["apiKey"]);
		assert.equal(sample.requests()[0]?.path, "/api/v2/users/me/keys/SampleMmbr");
	});

	it("read the token each time, and only if it's required", async () => {
		let reads = 0;
		const { client } = bench(sample.url, {
			token: () => {
				reads += 1;
				return Promise.resolve(sample.tokens.owner);
			},
		});
		await client.get("buildInfo");
		assert.equal(reads, 0);
		await client.get("user");
		await client.get("user");
		assert.equal(reads, 2);
	});

	it("aren't sent while the secret storage is locked", async () => {
		const { client, log } = bench(sample.url, {
			token: () => Promise.reject(new Error(`no access to ${sample.tokens.owner}`)),
		});
		const outcome = await client.get("user");
		assert.ok(!outcome.ok);
		assert.equal(outcome.failure.kind, "signedOut");
		assert.equal(
			outcome.failure.message,
			"VS Code's secret storage didn't provide the session token.",
		);
		assert.equal(outcome.failure.advice, "Unlock your keyring and refresh, or sign in again.");
		assert.ok(!JSON.stringify([outcome, log.raw]).includes(sample.tokens.owner));
		assert.equal(sample.count(), 0);
	});

	it("have limits for time and size", async () => {
		const sent: TransportRequest[] = [];
		const transport = {
			send: (request: TransportRequest) => {
				sent.push(request);
				return Promise.reject(new Error("not sent"));
			},
		};
		const { client } = bench(sample.url, { token: sample.tokens.owner, transport });
		for (const id of endpointIds) await client.get(id);
		await client.reportCsp({ "csp-report": {} });
		const limits = [...endpointIds.map((id) => endpoints[id]), cspReports];
		sent.forEach(({ timeoutMs, maxBytes, method }, index) => {
			assert.equal(maxBytes, maxAnswerBytes);
			assert.equal(timeoutMs, limits[index]?.timeoutMs);
			assert.equal(method, limits[index]?.method);
		});
		assert.equal(sent.length, limits.length);
		// Right after startup, the server waits for its first update check.
		assert.equal(endpoints.updateCheck.timeoutMs, 45_000);
	});

	it("don't use the environment's proxies themselves, which VS Code handles", async () => {
		const proxy = await startStub({ body: "proxy" });
		const names = ["http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"];
		const before = names.map((name) => process.env[name]);
		try {
			for (const name of names) process.env[name] = proxy.url;
			const outcome = await bench(sample.url).client.get("buildInfo");
			assert.ok(outcome.ok);
			assert.equal(proxy.connections(), 0);
		} finally {
			names.forEach((name, index) => {
				const value = before[index];
				if (value === undefined) Reflect.deleteProperty(process.env, name);
				else process.env[name] = value;
			});
			await proxy.close();
		}
	});

	it("are canceled by their signal", async () => {
		sample.setFault("experiments", { kind: "never" });
		const controller = new AbortController();
		const { client, log } = bench(sample.url, { token: sample.tokens.owner });
		const outcome = client.get("experiments", controller.signal);
		controller.abort();
		const got = await outcome;
		assert.ok(!got.ok);
		assert.equal(got.failure.kind, "cancelled");
		// What the user intended isn't a warning; one line reports it.
		assert.ok(log.raw.filter((line) => line.startsWith("warn")).length <= 1);
	});

	it("are logged on one line each: method, path, status, time, request ID", async () => {
		const { store, log } = bench(sample.url, { token: sample.tokens.owner });
		await store.refresh(["deploymentStats"]);
		assert.equal(log.raw.length, 1);
		assert.match(
			log.raw[0] ?? "",
			/^info: GET http:\/\/127\.0\.0\.1:\d+\/api\/v2\/deployment\/stats 200 \d+ ms request [\w-]{36}$/,
		);
		assert.deepEqual(
			log.shown,
			["x"].map(() => log.raw[0]?.slice("info: ".length)),
		);
	});

	it("don't log a token, even if the server returns it", async () => {
		const token = sample.tokens.owner;
		const echo = await startStub((request, response) => {
			const got = String(request.headers["coder-session-token"]);
			response.writeHead(400, { "X-Coder-Request-Id": got, "Content-Type": "application/json" });
			const words = { message: `Bad token ${got}.`, detail: `Coder-Session-Token: ${got}` };
			response.end(JSON.stringify(words));
		});
		try {
			const { client, log } = bench(echo.url, { token });
			const outcome = await client.get("user");
			const secret = token.split("-")[1] ?? "";
			assert.ok(!JSON.stringify([outcome, log.raw, log.shown]).includes(secret));
			assert.equal(echo.requests.length, 1);
		} finally {
			await echo.close();
		}
	});

	it("decompress a proxy's compression", async () => {
		const { gzipSync } = await import("node:zlib");
		const body = gzipSync(JSON.stringify({ version: "v2.35.1+8b44bd6" }));
		const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
		const server = await startStub({ headers, body });
		try {
			const outcome = await bench(server.url).client.get("buildInfo");
			assert.ok(outcome.ok);
			assert.equal(outcome.value.value.version, "v2.35.1+8b44bd6");
		} finally {
			await server.close();
		}
	});

	it("limit decompression", async () => {
		const { gzipSync } = await import("node:zlib");
		const body = gzipSync(Buffer.alloc(maxAnswerBytes + 1_000_000, "x"));
		const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
		const server = await startStub({ headers, body });
		try {
			const outcome = await bench(server.url).client.get("buildInfo");
			assert.ok(!outcome.ok);
			assert.equal(outcome.failure.kind, "tooLarge");
		} finally {
			await server.close();
		}
	});

	it("decode UTF-8 bodies with a byte order mark", async () => {
		const body = '\uFEFF{"message":"👋 grüß dich"}';
		const server = await startStub({ headers: { "Content-Type": "application/json" }, body });
		try {
			const outcome = await bench(server.url).client.get("root");
			assert.ok(outcome.ok);
			assert.equal(outcome.value.value.message, "👋 grüß dich");
		} finally {
			await server.close();
		}
	});

	it("report an exhausted rate limit", async () => {
		const reset = Math.floor(Date.now() / 1000) + 40;
		const headers = { "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": String(reset) };
		const server = await startStub({ headers, body: "[]" });
		try {
			const outcome = await bench(server.url, { token: "t" }).client.get("experiments");
			assert.ok(outcome.ok);
			assert.equal(outcome.value.notBefore, reset * 1000);
		} finally {
			await server.close();
		}
		const calm = await bench(sample.url, { token: sample.tokens.owner }).client.get("experiments");
		assert.ok(calm.ok);
		assert.ok(!("notBefore" in calm.value));
	});
});

describe("endpoints", function () {
	this.timeout(slowMachine);

	it("are the same for the extension and the sample deployment", () => {
		const needsToken = endpointIds.filter((id: EndpointId) => endpoints[id].auth);
		assert.deepEqual(
			endpointIds.filter((id) => !needsToken.includes(id)),
			open.filter((id) => id !== "cspReports"),
		);
	});
});
