import assert from "node:assert/strict";
import { stopsServer } from "../../../src/core/options/numberedFamilies.ts";
import { readText } from "../../../src/core/options/readText.ts";
import { behavesAs } from "../../../src/core/options/serverVersion.ts";
import { needsBothNames } from "../../../src/core/options/aliases.ts";

describe("a text for an option", () => {
	const read = (type: string | undefined, text: string, version?: string) =>
		readText({}, type, text, version);

	it("is read by the option's type, as the server does", () => {
		assert.equal(read("bool", "true"), true);
		assert.equal(read("bool", "F"), false);
		assert.equal(read("int", "-12"), -12);
		assert.equal(read("duration", "1h30m"), 5_400_000_000_000n);
		assert.deepEqual(read("string-array", 'a,"b, c"'), ["a", "b, c"]);
		assert.equal(read("string-array", ""), null);
		assert.equal(read("url", "https://coder.example"), "https://coder.example");
		assert.equal(
			read("url", "HTTPS://coder.example:8443/team?a=b"),
			"https://coder.example:8443/team?a=b",
		);
		assert.equal(read("host:port", "0.0.0.0:3000"), "0.0.0.0:3000");
		for (const type of ["string", undefined]) assert.equal(read(type, " any "), " any ");
	});

	it("is rejected if it isn't of this type", () => {
		for (const [type, text] of [
			["bool", "maybe"],
			["int", "1.5"],
			["duration", "soon"],
			["url", "https://coder:port"],
			["url", "https://[coder"],
			["host:port", "coder"],
		] as const) {
			assert.equal(read(type, text), undefined, `${type} ${text}`);
		}
	});

	it("may be a duration in days since v2.29", () => {
		assert.equal(read("duration", "1d", "v2.28.9"), undefined);
		for (const version of ["v2.29.0", "v2.35.1", undefined]) {
			assert.equal(read("duration", "1d", version), 86_400_000_000_000n, version);
		}
	});

	it("must be one of the choices, in any case since v2.16", () => {
		const choose = (text: string, version?: string) =>
			readText({ choices: ["Owner", "member"] }, undefined, text, version);
		for (const version of ["v2.15.4", "v2.16.0", undefined]) {
			assert.equal(choose("member", version), "member");
			assert.equal(choose("Owner", version), "Owner");
			assert.equal(choose("auditor", version), undefined);
		}
		assert.equal(choose("OWNER", "v2.15.4"), undefined);
		assert.equal(choose("OWNER", "v2.16.0"), "OWNER");
		// These are only the same in capitals, which the server doesn't compare.
		assert.equal(readText({ choices: ["strasse"] }, undefined, "straße", undefined), undefined);
	});
});

describe("the behavior of a server", () => {
	it("is that of a release since this release", () => {
		for (const version of ["v2.30.0", "2.30.1", "v2.31.0", "v3.0.0", "v2.30.0+8b44bd6"]) {
			assert.ok(behavesAs(version, "v2.30.0"), version);
		}
		for (const version of ["v2.29.9", "v1.99.0", "2.9.0"]) {
			assert.ok(!behavesAs(version, "v2.30.0"), version);
		}
		assert.ok(!behavesAs("v10.30.0", "v11.0.0"));
		assert.ok(behavesAs("v10.30.0", "v9.0.0"));
	});

	it("is that of the latest release if the version isn't a release", () => {
		for (const version of [undefined, "", "v0.0.0-devel+8b44bd6", "unknown", "v2", "on v1.0.0"]) {
			assert.ok(behavesAs(version, "v2.30.0"), version);
		}
	});
});

describe("a variable", () => {
	it("prevents the server from starting if it begins like a numbered list without a number", () => {
		for (const family of ["EXTERNAL_AUTH", "GITAUTH", "AIBRIDGE_PROVIDER", "AI_GATEWAY_PROVIDER"]) {
			for (const rest of ["ID", "0", "X_ID", "-_ID", "0X_ID"]) {
				assert.ok(stopsServer(`CODER_${family}_${rest}`), `${family}_${rest}`);
				assert.ok(stopsServer(`coder_${family}_${rest}`.toLowerCase()));
			}
			for (const number of ["0", "12", "+1", "-1"]) {
				assert.ok(!stopsServer(`CODER_${family}_${number}_ID`), `${family}_${number}`);
			}
			assert.ok(!stopsServer(`CODER_${family}`));
			assert.ok(!stopsServer(`MY_CODER_${family}_ID`));
		}
		assert.ok(!stopsServer("CODER_ACCESS_URL"));
	});

	it("must be set by both names if the server checks each name separately", () => {
		for (const id of ["AIBRIDGE", "AI_GATEWAY"]) {
			assert.ok(needsBothNames({ id: `CODER_${id}_CIRCUIT_BREAKER_FAILURE_THRESHOLD` }));
			assert.ok(needsBothNames({ id: `CODER_${id}_CIRCUIT_BREAKER_MAX_REQUESTS` }));
			assert.ok(!needsBothNames({ id: `CODER_${id}_CIRCUIT_BREAKER_TIMEOUT` }));
		}
	});
});
