import assert from "node:assert/strict";
import {
	canParse,
	isLoopback,
	isPlainHttp,
	isWebUrl,
	nameOfUrl,
	urlAndParents,
} from "../../../src/core/base/url.ts";
import { readUrl } from "../../../src/core/coder/deploymentUrl.ts";

describe("URLs as users type them", () => {
	const read: Readonly<Record<string, string>> = {
		"https://coder.example.com": "https://coder.example.com",
		"https://coder.example.com/": "https://coder.example.com",
		" https://coder.example.com// \n": "https://coder.example.com",
		"HTTPS://Coder.Example.COM": "https://coder.example.com",
		"coder.example.com": "https://coder.example.com",
		"coder.example.com:8443": "https://coder.example.com:8443",
		"coder.example.com/team/coder/": "https://coder.example.com/team/coder",
		"https://coder.example.com:443": "https://coder.example.com",
		"http://coder.example.com:80/a?b=c#d": "http://coder.example.com/a",
		localhost: "http://localhost",
		"localhost:3000": "http://localhost:3000",
		"LOCALHOST:3000/x": "http://localhost:3000/x",
		"https://localhost": "https://localhost",
		"127.0.0.1:3000": "http://127.0.0.1:3000",
		"http://[::1]:3000": "http://[::1]:3000",
		"https://grüße.example": "https://xn--gre-6ka8l.example",
		coder: "https://coder",
	};
	for (const [typed, url] of Object.entries(read)) {
		it(`resolves ${JSON.stringify(typed)} to ${url}`, () => {
			assert.deepEqual(readUrl(typed), { ok: true, url });
		});
	}

	const refused: Readonly<Record<string, RegExp>> = {
		"": /^Enter the URL/,
		"\t ": /^Enter the URL/,
		"not a url": /^This isn't a URL/,
		"https://": /^This isn't a URL/,
		"https://coder.example.com and more": /^This isn't a URL/,
		"https://exa<mple.com": /^This isn't a URL/,
		"coder.example.com:port": /^This isn't a URL/,
		"javascript:alert(1)": /^This isn't a URL/,
		"file:///etc/passwd": /^The URL must start with/,
		"ws://coder.example.com": /^The URL must start with/,
		"mira@coder.example.com": /^Remove the user name and password/,
		"https://mira:secret@coder.example.com": /^Remove the user name and password/,
	};
	for (const [typed, message] of Object.entries(refused)) {
		it(`rejects ${JSON.stringify(typed)}`, () => {
			const reading = readUrl(typed);
			assert.ok(!reading.ok);
			assert.match(reading.message, message);
			assert.ok(!reading.message.includes("secret"));
		});
	}

	it("are the same when read twice", () => {
		for (const url of Object.values(read)) assert.deepEqual(readUrl(url), { ok: true, url });
	});
});

describe("URLs", () => {
	it("are insecure if others could listen", () => {
		assert.equal(isPlainHttp("http://coder.example.com"), true);
		assert.equal(isPlainHttp("http://192.168.1.7:3000"), true);
		assert.equal(isPlainHttp("http://127.evil.example"), true);
		assert.equal(isPlainHttp("http://localhost.evil.example"), true);
		assert.equal(isPlainHttp("https://coder.example.com"), false);
		assert.equal(isPlainHttp("http://localhost:3000"), false);
		assert.equal(isPlainHttp("http://coder.localhost:3000"), false);
		assert.equal(isPlainHttp("http://127.0.0.1:3000"), false);
		assert.equal(isPlainHttp("http://127.1.2.3"), false);
		assert.equal(isPlainHttp("http://[::1]:3000"), false);
	});

	it("are local only if they lead to this machine", () => {
		for (const name of ["localhost", "a.localhost", "127.0.0.1", "127.100.20.30", "[::1]"]) {
			assert.ok(isLoopback(name), name);
		}
		for (const name of [
			"localhost.example",
			"notlocalhost",
			"128.0.0.1",
			"1127.0.0.1",
			"127.0.0.1.example",
			"a127.0.0.1",
			"127.0.0",
			"[::2]",
			"",
		]) {
			assert.ok(!isLoopback(name), name);
		}
	});

	it("have parent URLs, nearest first", () => {
		assert.deepEqual(urlAndParents("https://a.example/b/c"), [
			"https://a.example/b/c",
			"https://a.example/b",
			"https://a.example",
		]);
		assert.deepEqual(urlAndParents("https://a.example"), ["https://a.example"]);
		assert.deepEqual(urlAndParents("https://a.example:1/x//y"), [
			"https://a.example:1/x/y",
			"https://a.example:1/x",
			"https://a.example:1",
		]);
	});

	it("are distinguished from other texts, and may be relative", () => {
		assert.deepEqual(
			[canParse("x"), canParse("https://x"), canParse("x", "https://y")],
			[false, true, true],
		);
	});

	it("are named after host and path", () => {
		assert.equal(nameOfUrl("https://a.example"), "a.example");
		assert.equal(nameOfUrl("https://a.example:8443/team/coder"), "a.example:8443/team/coder");
	});

	it("can be opened in a browser if they're web addresses", () => {
		for (const url of ["https://a.example", "HTTP://a.example/b"]) assert.ok(isWebUrl(url), url);
		for (const text of [
			"",
			"a.example",
			"javascript:alert(1)",
			"vscode://a.b/c",
			"file:///x",
			"https://",
			"https://a b",
			" https://a.example",
			"command:workbench.action.quit",
		]) {
			assert.ok(!isWebUrl(text), text);
		}
	});
});
