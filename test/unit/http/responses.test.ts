import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpoints } from "../../../src/core/coder/endpoints.ts";
import { explainStatus } from "../../../src/core/http/explainResponse.ts";
import { readHeaders } from "../../../src/core/http/responseHeaders.ts";
import { readChain, type CertificateFacts } from "../../../src/core/http/tls/certificate.ts";
import { explainCertificate } from "../../../src/core/http/tls/explainCertificate.ts";
import type { TransportResponse } from "../../../src/core/http/transport.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";

const url = new URL("https://coder.larkspur.example/api/v2/users/me");

const response = (
	status: number,
	headers: Readonly<Record<string, string | readonly string[]>> = {},
): TransportResponse => ({
	status,
	body: "",
	header: (name) => [headers[name] ?? []].flat()[0],
	values: (name) => [headers[name] ?? []].flat(),
});

const explained = (...args: Parameters<typeof response>) =>
	explainStatus(response(...args), url, endpoints.user, false);

describe("a server that limits requests", () => {
	const minute = 60_000;
	const day = 24 * 60 * minute;
	const sent = "Fri, 07 Aug 2026 10:00:00 GMT";

	it("says how long to wait, in seconds or as a date by its own clock", () => {
		for (const [headers, ms, words] of [
			[{ "Retry-After": "90" }, 90_000, "1 minute 30 seconds"],
			[{ "Retry-After": "Fri, 07 Aug 2026 10:05:00 GMT", Date: sent }, 5 * minute, "5 minutes"],
			[{ "Retry-After": "86400" }, day, "1 day"],
			[{ "Retry-After": "86401" }, day, "1 day"],
			[{ "Retry-After": "9".repeat(400) }, day, "1 day"],
		] as const) {
			const failure = explained(429, headers);
			assert.equal(failure.kind, "rateLimited");
			assert.equal(failure.retryAfterMs, ms);
			assert.equal(failure.advice, `You can try again in ${words}.`);
		}
	});

	it("makes us wait a minute if it doesn't say a valid time", () => {
		for (const headers of [
			{},
			{ "Retry-After": "" },
			{ "Retry-After": "0" },
			{ "Retry-After": "-5" },
			{ "Retry-After": "1.5" },
			{ "Retry-After": "soon" },
			{ "Retry-After": "Fri, 07 Aug 2026 09:59:00 GMT", Date: sent },
		]) {
			assert.equal(explained(429, headers).retryAfterMs, minute, JSON.stringify(headers));
		}
	});
});

describe("a redirect", () => {
	it("is never followed, and names the other server", () => {
		const failure = explained(302, { Location: "https://id.example/login?next=secret" });
		assert.equal(failure.kind, "redirected");
		assert.equal(
			failure.message,
			"coder.larkspur.example redirects to https://id.example. Redirects aren't followed, so that your token isn't sent anywhere else.",
		);
		assert.equal(failure.action, "changeUrl");
		assert.match(failure.advice, /sign in with the URL https:\/\/id\.example instead/);
	});

	it("names no server if it leads to this one or isn't an address", () => {
		for (const Location of [
			"/login",
			url.href,
			"javascript:alert(1)",
			"ftp://x",
			"https://[",
			"",
		]) {
			const { message, advice } = explained(302, { Location });
			assert.match(message, /redirects to another URL/, Location);
			assert.equal(advice, "Check the URL.");
		}
	});
});

describe("the headers of a response", () => {
	const version = "v2.35.1+8b44bd6";
	const shared = { "X-Coder-Build-Version": version };

	it("have the server's version and clock", () => {
		const sent = "Fri, 07 Aug 2026 10:00:00 GMT";
		assert.deepEqual(readHeaders(response(200, { ...shared, Date: sent }), false), {
			version,
			date: millis(sent),
		});
		assert.deepEqual(readHeaders(response(200, { ...shared, Date: "today" }), false), { version });
	});

	it("are ignored if another program responded", () => {
		for (const odd of [undefined, "", "2.35.1", "v2.35", "nginx", `v2.35.1-${"x".repeat(64)}`]) {
			const headers = odd === undefined ? {} : { "X-Coder-Build-Version": odd };
			assert.deepEqual(readHeaders(response(200, headers), true), {}, odd);
		}
		const longest = `v2.35.1-${"x".repeat(63)}`;
		const headers = { "X-Coder-Build-Version": ` ${longest} ` };
		assert.equal(readHeaders(response(200, headers), false).version, longest);
	});

	it("have warnings only if the token was accepted", () => {
		const headers = { ...shared, "X-Coder-Entitlements-Warning": ["One.", "Two."] };
		assert.deepEqual(readHeaders(response(200, headers), true).warnings, ["One.", "Two."]);
		assert.deepEqual(readHeaders(response(403, shared), true).warnings, []);
		assert.equal(readHeaders(response(401, headers), true).warnings, undefined);
		assert.equal(readHeaders(response(200, headers), false).warnings, undefined);
	});

	it("have short, unique warnings on one line, without a token", () => {
		const token = ["SampleOwnr", "SampleOwnerNotRealTokn"].join("-");
		const texts = [" a\r\n\tb ", "a b", "", " ", `Use ${token}.`, "x".repeat(300), "y".repeat(301)];
		const { warnings = [] } = readHeaders(
			response(200, { ...shared, "X-Coder-Entitlements-Warning": texts }),
			true,
		);
		assert.equal(warnings.length, 4);
		assert.equal(warnings[0], "a b");
		assert.ok(!warnings.join().includes("NotReal"));
		assert.equal(warnings[2], "x".repeat(300));
		assert.equal(warnings[3], `${"y".repeat(300)}…`);
		const many = Array.from({ length: 11 }, (_unused, index) => `Warning ${String(index)}.`);
		const headers = { ...shared, "X-Coder-Entitlements-Warning": many };
		assert.deepEqual(readHeaders(response(200, headers), true).warnings, many.slice(0, 10));
	});
});

describe("a server's certificate", () => {
	const now = millis("2026-08-07T10:00:00Z");
	const day = 86_400_000;
	const facts = (more: Partial<CertificateFacts> = {}): CertificateFacts => ({
		subject: "CN=coder.larkspur.example",
		issuer: "CN=Larkspur CA",
		names: ["coder.larkspur.example"],
		validFrom: now - 90 * day,
		validTo: now + day,
		fingerprint: "AA:BB",
		...more,
	});
	const explain = (code: string, ...certificates: readonly CertificateFacts[]) => {
		const host = "coder.larkspur.example:8443";
		const { message, ...rest } = explainCertificate(code, host, "coder.example", certificates, now);
		return { message: plainSpaces(message), ...rest };
	};

	it("has expired, or one of its chain has", () => {
		const expired = "The certificate of coder.larkspur.example:8443";
		const old = facts({ subject: "CN=Larkspur CA", validTo: now - 1 });
		const code = "CERT_HAS_EXPIRED";
		assert.equal(explain(code).message, `${expired} has expired.`);
		assert.equal(explain(code, facts({ validTo: now })).message, `${expired} has expired.`);
		assert.equal(explain(code, old).message, `${expired} expired on Aug 7, 2026, 9:59 AM.`);
		assert.equal(
			explain(code, facts(), old).message,
			"A certificate in the chain of coder.larkspur.example:8443 expired on Aug 7, 2026, 9:59 AM: CN=Larkspur CA.",
		);
		assert.equal(explain(code, old).action, "retry");
	});

	it("isn't valid yet", () => {
		const early = "The certificate of coder.larkspur.example:8443 isn't valid";
		const code = "CERT_NOT_YET_VALID";
		assert.equal(explain(code, facts({ validFrom: now })).message, `${early} yet.`);
		assert.equal(
			explain(code, facts(), facts({ validFrom: now + day })).message,
			`${early} before Aug 8, 2026, 10:00 AM.`,
		);
	});

	it("is for other names, of which the first four are listed", () => {
		const names = ["a.example", "b.example", "c.example", "d.example"];
		const message = (...some: readonly string[]) =>
			explain("ERR_TLS_CERT_ALTNAME_INVALID", facts({ names: some })).message;
		const start = "The certificate of coder.larkspur.example:8443 is";
		assert.equal(
			message(...names),
			`${start} valid for a.example, b.example, c.example, d.example, not for coder.example.`,
		);
		assert.match(message(...names, "e.example"), /d\.example, …, not for/);
		assert.equal(message(), `${start}n't valid for the name coder.example.`);
		const unknown = explain("ERR_TLS_CERT_ALTNAME_INVALID");
		assert.equal(unknown.message, `${start}n't valid for the name coder.example.`);
		assert.equal(unknown.setting, "coderDeployment.tlsAltHost");
	});

	it("has an issuer that isn't trusted: that of the last certificate", () => {
		const code = "UNABLE_TO_VERIFY_LEAF_SIGNATURE";
		const alone = explain(code, facts());
		assert.match(alone.message, /was issued by CN=Larkspur CA, which isn't trusted/);
		assert.match(alone.advice, /might also be missing an intermediate certificate/);
		const root = facts({ issuer: "CN=Root" });
		const chain = explain(code, facts(), root);
		assert.match(chain.message, /was issued by CN=Root, which/);
		assert.doesNotMatch(chain.advice, /intermediate/);
		assert.doesNotMatch(explain("SELF_SIGNED_CERT_IN_CHAIN", facts()).advice, /intermediate/);
		assert.match(explain(code).message, /^The issuer of the certificate of .* isn't trusted/);
		assert.equal(alone.action, "pickCaFile");
	});

	it("may be chosen if it's self-signed, but not if it was revoked or is for another use", () => {
		assert.equal(explain("DEPTH_ZERO_SELF_SIGNED_CERT").action, "pickCaFile");
		for (const code of ["CERT_REVOKED", "INVALID_PURPOSE", "INVALID_CA", "PATH_LENGTH_EXCEEDED"]) {
			assert.equal(explain(code, facts()).action, "showLog", code);
		}
	});

	it("is read with its issuers, up to eight, and never in circles", () => {
		const certificate = (fingerprint: string, issuerCertificate?: object) => ({
			subject: { O: ["Larkspur", "Harbor"], CN: "coder.larkspur.example" },
			issuer: { CN: "Larkspur CA" },
			subjectaltname: "DNS:coder.larkspur.example, IP Address:10.0.0.1",
			valid_from: "Aug  7 10:00:00 2026 GMT",
			valid_to: "Aug  8 10:00:00 2026 GMT",
			fingerprint256: fingerprint,
			...(issuerCertificate && { issuerCertificate }),
		});
		const root: Record<string, unknown> = certificate("root");
		root["issuerCertificate"] = root;
		const chain = readChain(certificate("own", root) as never);
		assert.deepEqual(
			chain.map(({ fingerprint }) => fingerprint),
			["own", "root"],
		);
		assert.deepEqual(chain[0], {
			subject: "CN=coder.larkspur.example, O=Larkspur, O=Harbor",
			issuer: "CN=Larkspur CA",
			names: ["coder.larkspur.example", "10.0.0.1"],
			validFrom: now,
			validTo: now + day,
			fingerprint: "own",
		});
		let long = certificate("0");
		for (let at = 1; at < 20; at++) long = certificate(String(at), long);
		assert.equal(readChain(long as never).length, 8);
		assert.deepEqual(readChain({} as never), []);
	});
});

function millis(text: string): number {
	return Date.parse(text);
}
