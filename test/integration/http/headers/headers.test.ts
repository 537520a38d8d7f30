import assert from "node:assert/strict";
import "../../../support/stable.ts";
import { readHeaderLines } from "../../../../src/core/http/headers/headerLines.ts";
import { startSampleDeployment, type SampleDeployment } from "../../../sample-deployment/server.ts";
import { startStub } from "../../../support/stubServer.ts";
import {
	networkBench,
	tokenForTests,
	type Written,
} from "../../../unit/http/support/networkBench.ts";

const headers = (output: string): Readonly<Record<string, string>> | undefined => {
	const reading = readHeaderLines(output);
	return "headers" in reading ? reading.headers : undefined;
};
const problem = (output: string): string => {
	const reading = readHeaderLines(output);
	return "problem" in reading ? reading.problem : "";
};

describe("the output of a header command", () => {
	it("consists of name=value lines, split at the first =", () => {
		assert.deepEqual(headers("X-One=1\nX-Two=a=b==\nX-Empty=\n"), {
			"X-One": "1",
			"X-Two": "a=b==",
			"X-Empty": "",
		});
	});

	it("may use CR LF, and may lack a final line break", () => {
		assert.deepEqual(headers("A=1\r\nB=2\r\n"), { A: "1", B: "2" });
		assert.deepEqual(headers("A=1\r\nB=2"), { A: "1", B: "2" });
	});

	it("may be empty", () => {
		assert.deepEqual(headers(""), {});
	});

	it("may repeat a name, with both values", () => {
		assert.deepEqual(headers("A=1\na=2"), { A: "1, 2" });
	});

	it("isn't quoted when rejected", () => {
		assert.equal(
			problem("A=1\nsecret-word\n"),
			"Line 2 of its output isn't in the format name=value.",
		);
		assert.equal(problem("A=1\n\n"), "Line 2 of its output isn't in the format name=value.");
		assert.equal(problem("\n"), "Line 1 of its output isn't in the format name=value.");
		for (const line of [
			"=secret-word",
			"a b=secret-word",
			"é=secret-word",
			"A=\u0000secret-word",
		]) {
			assert.match(problem(line), /^Line 1 of its output: (?!.*secret-word)/);
		}
	});

	it("can't contain headers that requests need", () => {
		for (const name of ["Coder-Session-Token", "HOST", "content-length", "Connection"]) {
			assert.equal(problem(`${name}=x`), `Line 1 of its output: The header ${name} can't be set.`);
		}
		assert.deepEqual(headers("Cookie=gateway=1"), { Cookie: "gateway=1" });
		assert.match(problem("Cookie=coder_session_token=1"), /can't contain a session token/);
	});
});

describe("request headers", () => {
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment();
	});
	afterEach(() => {
		sample.resetRequests();
	});
	after(() => sample.close());

	it("are added from the setting, with variables expanded", async () => {
		const stub = await startStub({});
		process.env.NETWORK_TEST_VALUE = "from-env";
		const bench = networkBench(stub.url, {
			"coderDeployment.headers": {
				"X-One": "1",
				"X-Two": "${env:NETWORK_TEST_VALUE}",
				"user-agent": "me",
			},
		});
		await bench.ask();
		delete process.env.NETWORK_TEST_VALUE;
		await stub.close();
		const raw = stub.requests[0]?.rawHeaders.join("\n") ?? "";
		assert.match(raw, /x-one\n1/i);
		assert.match(raw, /x-two\nfrom-env/i);
		assert.match(raw, /user-agent\nme/i);
		assert.ok(!bench.log.raw.join("\n").includes("from-env"));
	});

	it("are rejected if invalid, and no request is sent", async () => {
		for (const [name, value] of [
			["Host", "x"],
			["Coder-Session-Token", "x"],
			["bad name", "x"],
			["X", "a\nb"],
		] as const) {
			const bench = networkBench(sample.url, { "coderDeployment.headers": { [name]: value } });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "settings");
			assert.equal(failure.setting, "coderDeployment.headers");
			assert.match(failure.message, /^Setting coderDeployment\.headers: /);
		}
		assert.equal(sample.count(), 0);
	});

	it("include the token only if it's required", async () => {
		const stub = await startStub({ status: 401 });
		const bench = networkBench(stub.url, { "coderDeployment.headers": { "X-One": "1" } });
		await bench.client.get("user");
		await bench.client.get("buildInfo");
		await stub.close();
		const sent = stub.requests.map(({ rawHeaders }) => rawHeaders.includes(tokenForTests));
		assert.deepEqual(sent, [true, false]);
	});

	it("are sent with the configured timeout", async () => {
		const written: Written = { "coderDeployment.requestTimeout": 0.2 };
		const bench = networkBench(sample.url, written);
		const failure = await bench.prove(
			"no answer within the configured timeout",
			() => {
				sample.setFault("buildInfo", { kind: "never" });
			},
			() => {
				sample.clearFaults();
			},
		);
		assert.equal(failure.kind, "timeout");
		assert.match(failure.message, /didn't respond within 200 milliseconds\.$/);
	});
});
