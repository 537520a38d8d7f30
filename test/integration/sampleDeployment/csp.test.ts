import assert from "node:assert/strict";
import { ask } from "../../sample-deployment/request.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";

describe("sample deployment: CSP reports", () => {
	let deployment: SampleDeployment;
	const post = (body: string) =>
		ask(`${deployment.url}/api/v2/csp/reports`, { method: "POST", body });

	beforeEach(async () => {
		deployment = await startSampleDeployment();
	});
	afterEach(() => deployment.close());

	it("accepts reports without a token and with arbitrary keys", async () => {
		const report = { "csp-report": { "blocked-uri": "https://elsewhere.example" } };
		const reply = await post(JSON.stringify(report));
		assert.equal(reply.status, 200);
		assert.equal(reply.json(), "ok");
		assert.equal((await post("{}")).status, 200);
		assert.deepEqual(deployment.cspReports(), [report, {}]);
	});

	it("rejects everything except a JSON object", async () => {
		for (const body of ["", "{", "[]", "3"]) {
			const reply = await post(body);
			assert.equal(reply.status, 400, body);
			assert.match(reply.text, /Failed to read body, invalid json\./);
		}
		assert.deepEqual(deployment.cspReports(), []);
	});

	it("limits the size only on the newest servers", async () => {
		const body = JSON.stringify({ "csp-report": { sample: "x".repeat(65_536) } });
		assert.equal((await post(body)).status, 200);
		deployment.upgrade("dev");
		const reply = await post(body);
		assert.equal(reply.status, 413);
		assert.deepEqual(reply.json(), {
			message: "Request body too large.",
			detail: "Maximum CSP report size is 65536 bytes.",
		});
	});
});
