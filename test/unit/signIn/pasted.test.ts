import assert from "node:assert/strict";
import { longestPaste } from "../../../src/core/base/pastedText.ts";
import { holdsToken, readTokenText, withoutTokens } from "../../../src/core/coder/tokenText.ts";
import { readExactUrl, readUrl } from "../../../src/core/coder/deploymentUrl.ts";

const token = ["SampleOwnr", "SampleOwnerNotRealTokn"].join("-");
const url = "https://coder.example.com";

describe("pasted URLs", () => {
	it("use HTTP without a scheme only for this machine", () => {
		for (const host of ["127.0.0.1:7135", "127.8.8.8", "localhost:3000", "LOCALHOST", "[::1]:7080"])
			assert.deepEqual(readUrl(host), { ok: true, url: `http://${host.toLowerCase()}` });
		for (const host of ["127.0.0.1.example.com", "localhost.example.com", "10.0.0.1:7080"])
			assert.deepEqual(readUrl(host), { ok: true, url: `https://${host}` });
	});

	const meant: readonly string[] = [
		"https//coder.example.com",
		"https:/coder.example.com",
		"https:coder.example.com",
		"https:///coder.example.com",
		"ｈｔｔｐｓ：／／coder.example.com",
		"https:\\\\coder.example.com",
		"https;//coder.example.com",
		"https/coder.example.com",
		"HTTPS//coder.example.com",
		"https://https://coder.example.com",
		"http://https//coder.example.com",
		"https%3A%2F%2Fcoder.example.com",
		'"https://coder.example.com"',
		"'https://coder.example.com'",
		"`https://coder.example.com`",
		"“https://coder.example.com”",
		"„https://coder.example.com“",
		"«https://coder.example.com»",
		"<https://coder.example.com>",
		"<https://coder.example.com|our Coder>",
		"(https://coder.example.com)",
		"**https://coder.example.com**",
		"[Coder](https://coder.example.com)",
		"[Coder](<https://coder.example.com>)",
		'<a href="https://coder.example.com">Coder</a>',
		"https://coder.example.com,",
		"https://coder.example.com;",
		"https://coder.example.com\r\n",
		"\u200Bhttps://coder.example.com\uFEFF",
		"https://coder\u00AD.example.com",
		"\u202Ahttps://coder.example.com\u202C",
		"\u00A0https://coder.example.com\u00A0",
		"CODER_URL=https://coder.example.com",
		"CODER_URL=coder.example.com",
		'CODER_URL="https://coder.example.com"',
		"CODER_AGENT_URL=https://coder.example.com",
		"CODER_ACCESS_URL=https://coder.example.com",
		"export CODER_URL=https://coder.example.com",
		"export CODER_URL='https://coder.example.com' # ours",
		"set CODER_URL=https://coder.example.com",
		'setx CODER_URL "https://coder.example.com"',
		'$env:CODER_URL = "https://coder.example.com"',
		"ENV CODER_URL https://coder.example.com",
		"CODER_URL: https://coder.example.com",
		'"CODER_URL": "https://coder.example.com",',
		"url: https://coder.example.com",
		"coder login https://coder.example.com",
		"$ coder login https://coder.example.com --use-token-as-session",
		"coder login coder.example.com",
		"/usr/local/bin/coder login https://coder.example.com",
		"coder login --url=https://coder.example.com",
		"coder login --token-file token.txt https://coder.example.com",
		"coder login --proxy=https://proxy.example https://coder.example.com",
		"coder login --token-file=token.txt coder.example.com",
		"coder --profile my-login other.example login coder.example.com",
		"coder --profile login-2 other.example login coder.example.com",
		"coder login my-localhost coder.example.com",
		"coder login localhosts coder.example.com",
		'<a class="link" href = https://coder.example.com>Coder</a>',
		`https://coder.example.com${" ".repeat(longestPaste - url.length)}`,
	];
	for (const text of meant) {
		it(`${JSON.stringify(text)} is ${url}`, () => {
			assert.deepEqual(readUrl(text), { ok: true, url });
		});
	}

	it("keep a scheme that isn't HTTPS", () => {
		for (const text of [
			"coder login token.txt http://coder.example.com",
			"http%3A%2F%2Fcoder.example.com",
		]) {
			assert.deepEqual(readUrl(text), { ok: true, url: "http://coder.example.com" }, text);
		}
	});

	it("keep their path, by which the deployment is found", () => {
		for (const path of [
			"/workspaces",
			"/cli-auth",
			"/team/coder",
			"/@mira/dev",
			"/--url=x",
			"/https%3A%2F%2Fx",
		]) {
			assert.deepEqual(readUrl(`"${url}${path}"`), { ok: true, url: url + path });
			assert.deepEqual(readUrl(`coder login ${url}${path}`), { ok: true, url: url + path });
		}
	});

	it("may contain another URL", () => {
		assert.deepEqual(readUrl("coder.example.com/?next=https://a.example"), { ok: true, url });
	});

	it("are stable when parsed again, even with a trailing dot", () => {
		for (const [text, url] of [
			["http://a.example/.,?", "http://a.example"],
			["http://a.example/..;'", "http://a.example"],
			["a.example/team/%2e,", "https://a.example/team"],
			["a.example/team/..,/..,/", "https://a.example/team"],
			["a.example/team/%2E%2e;/x,/.;", "https://a.example/team/%2E%2e;/x"],
			["a.example/team.,", "https://a.example/team."],
			["a.example/team/...,", "https://a.example/team/..."],
		] as const) {
			for (const read of [readUrl, readExactUrl]) {
				const reading = read(text);
				assert.deepEqual(reading, { ok: true, url }, text);
				assert.deepEqual(read(url), reading, text);
			}
		}
	});

	it("are unchanged if they are valid", () => {
		for (const name of [
			"coder",
			"coder-01",
			"coder-production-eu-central-1",
			"my-coder-server-production",
			"MyCompanyCoderServer01",
			"https.example.com",
			"http-proxy.example.com",
			"coder-login.example.com",
			"url.example.com",
			"xhttps//coder",
		]) {
			assert.deepEqual(readUrl(name), { ok: true, url: `https://${name.toLowerCase()}` });
		}
		assert.deepEqual(readUrl("https://https:8443"), { ok: true, url: "https://https:8443" });
		assert.deepEqual(readUrl("http://[::1]"), { ok: true, url: "http://[::1]" });
	});

	it("are reported if they can't be repaired", () => {
		for (const text of [
			"https",
			"https:",
			"http://",
			"CODER_URL",
			"$CODER_URL",
			"coder login",
			"htp//coder example com",
			"our [Coder](https://coder.example.com)",
			'la href="https://coder.example.com"',
			"https%3A%2F%2Fcoder%ZZ.example.com",
			"x".repeat(10_000),
			`${url}${"/".repeat(10_000)}`,
		]) {
			const reading = readUrl(text);
			assert.ok(!reading.ok, text);
			assert.match(reading.message, /^This isn't a URL\./);
		}
	});
});

describe("URLs written by programs", () => {
	it("aren't repaired", () => {
		for (const text of [
			`"${url}"`,
			`[x](${url})`,
			"https//coder.example.com",
			"https:coder.example.com",
			`CODER_URL=${url}`,
			`coder login ${url}`,
		]) {
			assert.notDeepEqual(readExactUrl(text), { ok: true, url }, text);
		}
		assert.deepEqual(readExactUrl(` ${url}/?token=x#y\n`), { ok: true, url });
	});

	it("have at most as many characters as pasted text", () => {
		const longest = `${url}/${"x".repeat(longestPaste - url.length - 1)}`;
		assert.deepEqual(readExactUrl(longest), { ok: true, url: longest });
		assert.equal(readExactUrl(`${longest}x`).ok, false);
	});

	it("are rejected if they contain a token", () => {
		for (const text of [token, `https://${token}`, `${url}/${token}`]) {
			assert.equal(readExactUrl(text).ok, false, text);
		}
	});
});

describe("a token in place of a URL", () => {
	const alone: readonly string[] = [
		token,
		` ${token}\n`,
		`"${token}"`,
		`'${token}'`,
		`\`${token}\``,
		`<${token}>`,
		`${token}.`,
		`${token.slice(0, 20)}\u200B${token.slice(20)}`,
		`${token.slice(0, 20)}\n${token.slice(20)}`,
		`https://${token}`,
		`http://${token}/`,
		`CODER_SESSION_TOKEN=${token}`,
		`export CODER_SESSION_TOKEN="${token}"`,
		"CODER_SESSION_TOKEN=something-short",
		`Coder-Session-Token: ${token}`,
		`"coder_session_token": "${token}"`,
		`coder login --token ${token}`,
		`--token=${token}`,
		`Authorization: Bearer ${token}`,
		["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJtaXJhIn0", "c2lnbmF0dXJl"].join("."),
		["0f8fad5b", "d9cb", "469f", "a165", "70867728950e"].join("-"),
		["ghp", "SampleSampleSample"].join("_"),
		"Sample1Random".repeat(3),
		`https://${"Sample1Random".repeat(3)}/`,
		"0123456789abcdef".repeat(3),
	];
	for (const text of alone) {
		it(`${JSON.stringify(text)} is rejected, and nothing of it remains`, () => {
			const reading = readUrl(text);
			assert.ok(!reading.ok);
			assert.match(reading.message, /^This is a session token\. Enter the URL/);
			assert.equal(reading.replacement, "");
		});
	}

	const withUrl: readonly string[] = [
		`${url}/${token}`,
		`${url}/?token=${token}`,
		`${url}/cli-auth?session_token=short`.replace("/cli-auth", ""),
		`${url}#token=abc`,
		`coder login ${url} --token ${token}`,
		`coder login coder.example.com --token ${token}`,
		`CODER_URL=${url} CODER_SESSION_TOKEN=${token}`,
		`${url} ${token}`,
	];
	for (const text of withUrl) {
		it(`${JSON.stringify(text)} is rejected, and the URL remains`, () => {
			const reading = readUrl(text);
			assert.ok(!reading.ok);
			assert.equal(reading.replacement, url);
		});
	}

	it("isn't detected in host names and paths", () => {
		const label = "abcdefghij-abcdefghijklmnopqrstuv";
		const uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
		const hex = "0123456789abcdef".repeat(2);
		const random = "Sample1Random";
		for (const text of [
			`${label}.example.com`,
			`${label}:8443`,
			`coder.${label}`,
			"a-b",
			`coder-${uuid}`,
			`${uuid}-coder`,
			`coder-${hex}`,
			`${hex}-coder`,
			"SampleRandomSampleRandomServer",
			"SAMPLE1RANDOM-SAMPLE1RANDOM",
			`a.${random.repeat(2)}`,
			`${random.repeat(2)}.example.com`,
			`${random}/${random}`,
			`${random}_https://${random}`,
		]) {
			assert.ok(!holdsToken(text), text);
		}
	});

	it("is only searched for where pasted text may contain one", () => {
		const before = "x ".repeat(longestPaste / 2);
		assert.equal(holdsToken(`${before.slice(40)}${token}`), true);
		assert.equal(holdsToken(before + token), false);
		assert.equal(withoutTokens(before + token), before.trim());
	});

	it("leaves a space, so that no other address results", () => {
		const jwt = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiJtaXJhIn0", "c2lnbmF0dXJl"].join(".");
		assert.equal(withoutTokens(`a/${token}/b`), "a/ /b");
		assert.equal(withoutTokens(`a/${jwt}/b`), "a/ /b");
		assert.equal(withoutTokens("a?token=made-up&b"), "a &b");
	});

	it("is removed like a password in the URL", () => {
		for (const user of ["mira:secret", ":secret"]) {
			const reading = readUrl(`https://${user}@coder.example.com/x`);
			assert.ok(!reading.ok);
			assert.match(reading.message, /^Remove the user name and password/);
			assert.equal(reading.replacement, `${url}/x`);
		}
	});

	it("isn't assumed for a user name, which stays visible", () => {
		const reading = readUrl("https://mira@coder.example.com/x");
		assert.ok(!reading.ok);
		assert.match(reading.message, /^Remove the user name and password/);
		assert.equal("replacement" in reading, false);
	});
});

describe("pasted tokens", () => {
	for (const text of [
		token,
		` ${token}\r\n`,
		`"${token}"`,
		`'${token}'`,
		`\`${token}\``,
		`“${token}”`,
		`<${token}>`,
		`\u200B${token}\uFEFF`,
		`CODER_SESSION_TOKEN=${token}`,
		`export CODER_SESSION_TOKEN="${token}"`,
		`$env:CODER_SESSION_TOKEN = '${token}'`,
		`CODER_SESSION_TOKEN: ${token}`,
		`Coder-Session-Token: ${token}`,
		`curl -H "Coder-Session-Token: ${token}" ${url}/api/v2/users/me`,
		`coder login ${url} --token ${token}`,
		`coder login --token=${token} ${url}`,
		`${token} ${token}`,
	]) {
		it(`include ${JSON.stringify(text)}`, () => {
			assert.deepEqual(readTokenText(text), { ok: true, token });
		});
	}

	it("may have another format", () => {
		const other = "x".repeat(33);
		for (const text of [
			other,
			`"${other}"`,
			`CODER_SESSION_TOKEN='${other}'`,
			`CODER_SESSION_TOKEN = ${other}`,
			`"coder_session_token": "${other}"`,
			`coder login --token ${other}`,
			`coder login --token=${other}`,
		]) {
			assert.deepEqual(readTokenText(text), { ok: true, token: other }, text);
		}
		for (const long of [`${other}https://`, "x".repeat(longestPaste)])
			assert.deepEqual(readTokenText(long), { ok: true, token: long });
	});

	it("are rejected with a sentence that quotes nothing of them", () => {
		const another = token.replace("S", "T");
		for (const [text, message] of [
			["", /^Paste the session token\./],
			['""', /^Paste the session token\./],
			["CODER_SESSION_TOKEN=", /^Paste the session token\./],
			[`${token} ${another}`, /^This contains several/],
			[`${url}/cli-auth`, /^This is a URL\./],
			["http://coder.example.com/cli-auth", /^This is a URL\./],
			[token.slice(0, 32), /^This is too short/],
			["é".repeat(40), /doesn't contain spaces or special characters/],
			["two words, and many more of them as well", /doesn't contain spaces or special characters/],
			["x".repeat(10_000), /^This is too long/],
		] as const) {
			const reading = readTokenText(text);
			assert.ok(!reading.ok, text);
			assert.match(reading.message, message);
			assert.ok(!reading.message.includes("Sample"));
		}
	});
});
