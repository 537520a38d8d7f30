import assert from "node:assert/strict";
import "../../support/stable.ts";
import { readCspReport } from "../../../src/core/coder/cspReport.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const report = {
	"csp-report": { "document-uri": "https://coder.larkspur.example/", "status-code": 200 },
};

/** Returns a report of exactly this many bytes. */
function ofBytes(bytes: number): string {
	const empty = JSON.stringify({ "csp-report": { x: "" } });
	return JSON.stringify({ "csp-report": { x: "y".repeat(bytes - empty.length) } });
}

function problem(text: string): string {
	const reading = readCspReport(text);
	assert.ok(!reading.ok);
	return reading.message;
}

describe("CSP reports", function () {
	this.timeout(slowMachine);

	it("are parsed in browsers' format", () => {
		assert.deepEqual(readCspReport(JSON.stringify(report, null, 2)), { ok: true, report });
		const extended = { ...report, more: [1] };
		assert.deepEqual(readCspReport(JSON.stringify(extended)), { ok: true, report: extended });
	});

	it("are rejected if missing", () => {
		const nothing = "There's no text to send. Open or select the JSON of a CSP report.";
		assert.equal(problem(""), nothing);
		assert.equal(problem(" \n\t"), nothing);
	});

	it("are rejected if they aren't JSON", () => {
		for (const text of ["csp", "{", '{"csp-report":{}', "<report/>"]) {
			assert.match(problem(text), /^This isn't JSON: ./);
		}
	});

	it("are rejected if they aren't an object or contain none", () => {
		const none =
			'A CSP report is a JSON object that contains an object named "csp-report". This one doesn\'t.';
		for (const value of [
			null,
			[],
			[report],
			"x",
			7,
			{},
			{ "csp-report": null },
			{ "csp-report": [] },
			{ "csp-report": "x" },
			{ "CSP-Report": {} },
		]) {
			assert.equal(problem(JSON.stringify(value)), none);
		}
	});

	it("are rejected if they're nested too deeply", () => {
		const nested = (depth: number) =>
			`{"csp-report":{"x":${"[".repeat(depth)}${"]".repeat(depth)}}}`;
		assert.ok(readCspReport(nested(62)).ok);
		assert.equal(
			problem(nested(63)),
			"This report can't be sent. It's nested more than 64 levels deep.",
		);
	});

	it("have at most 65,536 bytes", () => {
		const most = ofBytes(65_536);
		assert.equal(new TextEncoder().encode(most).length, 65_536);
		assert.ok(readCspReport(most).ok);
		assert.equal(
			problem(ofBytes(65_537)),
			"The report is 65,537 bytes long, but the server accepts at most 65,536. Shorten it.",
		);
	});

	it("are measured in bytes, not in characters", () => {
		const text = JSON.stringify({ "csp-report": { x: "ü".repeat(32_800) } });
		assert.ok(text.length < 65_536);
		assert.match(problem(text), /^The report is 65,\d\d\d bytes/);
	});

	it("are sent without a token, including the longest ones", async () => {
		const sample = await startSampleDeployment({ version: "next" });
		try {
			const { client } = bench(sample.url, { token: sample.tokens.owner });
			for (const text of [JSON.stringify(report), ofBytes(65_536)]) {
				const reading = readCspReport(text);
				assert.ok(reading.ok);
				assert.deepEqual(await client.reportCsp(reading.report), { ok: true, value: undefined });
				assert.deepEqual(sample.cspReports().at(-1), JSON.parse(text));
			}
			assert.ok(sample.requests().every(({ hasToken }) => !hasToken));
			assert.equal(sample.count("cspReports"), 2);
		} finally {
			await sample.close();
		}
	});

	it("explain a server's rejection", async () => {
		const sample = await startSampleDeployment({ version: "next" });
		try {
			const { client } = bench(sample.url, { token: sample.tokens.owner });
			const outcome = await client.reportCsp({ "csp-report": { x: "y".repeat(70_000) } });
			assert.ok(!outcome.ok);
			assert.equal(outcome.failure.kind, "rejected");
			assert.equal(outcome.failure.status, 413);
		} finally {
			await sample.close();
		}
	});
});
