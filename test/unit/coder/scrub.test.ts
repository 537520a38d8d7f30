import assert from "node:assert/strict";
import { scrub } from "../../../src/core/coder/scrub.ts";
import { recordingLogger } from "../../support/recordingLogger.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";
const secret = "SampleOwnerNotRealTokn";

describe("scrubbing", () => {
	it("keeps a token's key ID and removes its secret", () => {
		assert.equal(scrub(`before ${token} after`), "before SampleOwnr-******** after");
		assert.equal(scrub(`${token},${token}`), "SampleOwnr-********,SampleOwnr-********");
	});

	it("finds tokens anywhere", () => {
		for (const text of [
			token,
			`x${token}`,
			`_${token}_`,
			`${token}${token}`,
			`https://a.example/?t=${token}&x=1`,
			`%3D${token}%26`,
			`"${token}"`,
			`${token}more`,
			token.toLowerCase(),
			token.toUpperCase(),
		]) {
			assert.ok(!scrub(text).toLowerCase().includes(secret.toLowerCase()), text);
		}
	});

	const lines = [
		"Coder-Session-Token: VALUE",
		"coder-session-token: VALUE",
		"CODER-SESSION-TOKEN: VALUE",
		"cOdEr-SeSsIoN-tOkEn:VALUE",
		"CODER_SESSION_TOKEN=VALUE",
		"coder_session_token=VALUE",
		"?coder_session_token=VALUE&x=1",
		"?access_token=VALUE",
		"Authorization: Bearer VALUE",
		"authorization: bearer VALUE",
		"AUTHORIZATION: BASIC VALUE",
		"Authorization: Token VALUE",
		"Authorization: VALUE",
		"Proxy-Authorization: Basic VALUE",
		"proxy-authorization: Negotiate VALUE",
		"Cookie: coder_session_token=VALUE",
		"Cookie: a=1; sso=VALUE; b=2",
		"cookie: a=VALUE",
		"Set-Cookie: session=VALUE; Path=/; HttpOnly",
		'{"Coder-Session-Token":"VALUE"}',
		'{"authorization": "Bearer VALUE"}',
		"{ 'Coder-Session-Token': 'VALUE' }",
		"Coder-Session-Token = VALUE",
		"https://mira:VALUE@coder.example.com/x",
		"POSTGRES://coder:VALUE@db.example:5432/coder",
		"postgres://coder:VALUE@with-at@db.example/coder",
		"redis://:VALUE@cache.example",
		"http://a:VALUE@one.example,http://b:VALUE@two.example",
	];
	for (const line of lines) {
		it(`removes the value of ${line}`, () => {
			for (const value of ["s3cret", token, "abc.DEF-123/456+789=="]) {
				// Passwords in URLs contain no slashes, which would start the path.
				if (line.includes("://") && value.includes("/")) continue;
				assert.ok(!scrub(line.replaceAll("VALUE", value)).includes(value), value);
			}
		});
	}

	it("keeps other texts", () => {
		for (const text of [
			"",
			"GET https://coder.example.com/api/v2/deployment/stats 200 31 ms request -",
			"3f0c9e4e-0000-4000-8000-00000000c0de",
			"https://coder.example.com:8443/a@b",
			"v2.35.1-devel+e751b285ca",
			"8b44bd69290d17eacc0fbb865a8fa43c77bfadec",
			"The cookie jar is open.",
			"This needs an authorization.",
			"HTTP 401 -> sign in again",
		]) {
			assert.equal(scrub(text), text);
		}
	});

	it("is idempotent", () => {
		for (const line of lines) {
			const once = scrub(line.replaceAll("VALUE", "s3cret"));
			assert.equal(scrub(once), once);
		}
	});

	it("applies to every log level", () => {
		const log = recordingLogger();
		for (const level of ["trace", "debug", "info", "warn", "error"] as const) log[level](token);
		assert.deepEqual(
			log.shown,
			Array.from({ length: 5 }, () => "SampleOwnr-********"),
		);
		assert.equal(log.raw.length, 5);
	});
});
