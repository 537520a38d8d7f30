import assert from "node:assert/strict";
import { toTransportError } from "../../../src/core/http/networkErrors.ts";
import type { TransportProblem } from "../../../src/core/http/transport.ts";

const coded = (code: string, message = "it went wrong", cause?: unknown) =>
	Object.assign(new Error(message, { cause }), { code });

describe("network errors", () => {
	const problems: readonly (readonly [TransportProblem, readonly string[]])[] = [
		["nameNotFound", ["ENOTFOUND", "EAI_AGAIN"]],
		["refused", ["ECONNREFUSED"]],
		["timeout", ["ETIMEDOUT"]],
		["connectionLost", ["ECONNRESET", "EPIPE"]],
		["certificate", ["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT"]],
		["clientCertificate", ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"]],
		["wrongScheme", ["ERR_SSL_WRONG_VERSION_NUMBER"]],
		["notHttp", ["HPE_INVALID_CONSTANT", "HPE_CHUNK_EXTENSIONS_OVERFLOW"]],
		["headersTooLarge", ["HPE_HEADER_OVERFLOW"]],
		["network", ["EHOSTUNREACH", "constructor", "toString", ""]],
	];
	for (const [problem, codes] of problems) {
		for (const code of codes) {
			it(`report ${code || "a missing code"} as ${problem}`, () => {
				assert.equal(toTransportError(coded(code)).problem, problem);
			});
		}
	}

	it("are found among causes", () => {
		const inner = coded("ECONNREFUSED", "connect ECONNREFUSED");
		assert.equal(toTransportError(new Error("outer", { cause: inner })).problem, "refused");
		assert.equal(toTransportError(coded("ERR_BAD", "outer", inner)).code, "ECONNREFUSED");
		const several = new AggregateError([new Error("x"), inner], "all failed");
		assert.equal(toTransportError(several).problem, "refused");
	});

	it("list unique causes, at most eight", () => {
		const same = coded("ECONNRESET", "read");
		assert.deepEqual(toTransportError(coded("ECONNRESET", "read", same)).causes, [
			"ECONNRESET: read",
		]);
		let deep: Error = new Error("0");
		for (let depth = 1; depth < 20; depth++) deep = new Error(String(depth), { cause: deep });
		assert.equal(toTransportError(deep).causes.length, 8);
		const loop = new Error("loop");
		loop.cause = loop;
		assert.deepEqual(toTransportError(loop).causes, ["loop"]);
	});

	it("recognize broken connections by their message if there is no code", () => {
		for (const words of ["socket hang up", "stream has been aborted", "Premature close"]) {
			assert.equal(toTransportError(new Error(words)).problem, "connectionLost");
		}
	});

	it("may be any value", () => {
		for (const thrown of [undefined, null, "text", 7, {}, { code: "ECONNREFUSED" }]) {
			const error = toTransportError(thrown);
			assert.equal(error.problem, "network");
			assert.deepEqual(error.causes, []);
		}
	});

	it("contain no credentials", () => {
		const token = "SampleOwnr-SampleOwnerNotRealTokn";
		const error = toTransportError(
			Object.assign(coded("ECONNRESET", `Coder-Session-Token: ${token}`), {
				config: { headers: { "Coder-Session-Token": token } },
			}),
		);
		assert.ok(!JSON.stringify([error, error.message, error.causes, error.stack]).includes(token));
	});
});
