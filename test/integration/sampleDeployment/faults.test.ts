import assert from "node:assert/strict";
import { ask, begin } from "../../sample-deployment/request.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";

describe("sample deployment: faults", () => {
	let deployment: SampleDeployment;
	const get = (path = "/buildinfo") => ask(`${deployment.url}/api/v2${path}`);

	beforeEach(async () => {
		deployment = await startSampleDeployment();
	});
	afterEach(() => deployment.close());

	it("sends error statuses with Coder's or a proxy's messages", async () => {
		for (const status of [401, 403, 404, 500, 418]) {
			deployment.setFault("buildInfo", { kind: "status", status });
			const reply = await get();
			assert.equal(reply.status, status);
			assert.match(reply.text, /^\{"message":/);
			assert.ok(reply.headers["x-coder-request-id"]);
		}
		for (const status of [502, 503, 504]) {
			deployment.setFault("buildInfo", { kind: "status", status });
			const reply = await get();
			assert.equal(reply.status, status);
			assert.match(reply.text, /^<html>/);
			assert.equal(reply.headers["x-coder-build-version"], undefined);
		}
	});

	it("sends a waiting time after too many requests", async () => {
		deployment.setFault("buildInfo", { kind: "status", status: 429, retryAfter: 7 });
		const reply = await get();
		assert.equal(reply.status, 429);
		assert.equal(reply.headers["retry-after"], "7");
	});

	it("sends the dashboard instead of JSON, and redirects", async () => {
		deployment.setFault("buildInfo", { kind: "html200" });
		const page = await get();
		assert.equal(page.status, 200);
		assert.match(String(page.headers["content-type"]), /^text\/html/);
		deployment.setFault("buildInfo", { kind: "redirect", to: "https://elsewhere.example/" });
		const moved = await get();
		assert.equal(moved.status, 307);
		assert.equal(moved.headers.location, "https://elsewhere.example/");
	});

	it("corrupts the body", async () => {
		deployment.setFault("buildInfo", { kind: "truncatedJson" });
		const half = await get();
		assert.equal(half.status, 200);
		assert.throws(() => half.json(), SyntaxError);
		deployment.setFault("buildInfo", { kind: "otherShape", body: [1, { two: null }] });
		assert.deepEqual((await get()).json(), [1, { two: null }]);
		deployment.setFault("buildInfo", { kind: "garbage" });
		const garbage = await get();
		assert.equal(garbage.bytes.length, 4096);
		assert.throws(() => garbage.json(), SyntaxError);
	});

	it("sends too much data", async () => {
		deployment.setFault("buildInfo", { kind: "huge" });
		const huge = await get();
		assert.ok(huge.bytes.length >= 40_000_000);
		assert.doesNotThrow(() => huge.json());
		deployment.setFault("buildInfo", { kind: "endless" });
		const endless = await begin(`${deployment.url}/api/v2/buildinfo`);
		let received = 0;
		for await (const chunk of endless) {
			received += (chunk as Buffer).length;
			if (received > 50_000_000) {
				break;
			}
		}
		assert.ok(received > 50_000_000);
		endless.destroy();
	});

	it("never responds, disconnects, and sends garbage", async () => {
		deployment.setFault("buildInfo", { kind: "never" });
		const silence = get();
		const winner = await Promise.race([silence.then(() => "answer"), wait(150)]);
		assert.equal(winner, "silence");
		deployment.setFault("buildInfo", { kind: "cut" });
		await assert.rejects(get(), { code: "ECONNRESET" });
		deployment.setFault("buildInfo", { kind: "notHttp" });
		await assert.rejects(get(), /Parse Error/);
		await Promise.all([assert.rejects(silence), deployment.stop()]);
	});

	it("responds late, and corrupts late responses", async () => {
		deployment.setFault("buildInfo", { kind: "slow", delayMs: 120 });
		assert.ok((await timed(get())) >= 115);
		assert.ok((await timed(get("/updatecheck"))) < 100);
		deployment.setFault("buildInfo", { kind: "status", status: 500, delayMs: 80 });
		assert.ok((await timed(get())) >= 75);
	});

	it("refuses connections until it's restarted on the same port", async () => {
		await deployment.stop();
		await assert.rejects(get(), { code: "ECONNREFUSED" });
		await deployment.restart();
		assert.equal((await get()).status, 200);
	});

	it("applies a fault as often as specified, to one route or all", async () => {
		deployment.setFault("all", { kind: "status", status: 500 });
		deployment.setFault("buildInfo", { kind: "status", status: 404, times: 2 });
		assert.equal((await get()).status, 404);
		assert.equal((await get()).status, 404);
		assert.equal((await get()).status, 500);
		assert.equal((await get("/updatecheck")).status, 500);
		assert.equal((await ask(deployment.url)).status, 500);
		deployment.clearFaults("all");
		assert.equal((await get()).status, 200);
		deployment.setFault("all", { kind: "html200" });
		deployment.clearFaults();
		assert.equal((await get()).status, 200);
		assert.deepEqual(
			deployment.requests().map(({ fault }) => fault),
			["status", "status", "status", "status", "status", undefined, undefined],
		);
	});
});

async function timed(work: Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work;
	return performance.now() - start;
}

function wait(ms: number): Promise<string> {
	return new Promise((resolve) => setTimeout(resolve, ms, "silence"));
}
