import assert from "node:assert/strict";
import { proxyName, readProxyResult } from "../../../../src/core/http/proxy/proxyAnswer.ts";

describe("the proxy that VS Code chose", () => {
	it("is a URL, by its kind", () => {
		for (const [result, url] of [
			["PROXY 10.0.0.1:3128", "http://10.0.0.1:3128"],
			["HTTP proxy.example:80", "http://proxy.example:80"],
			["HTTPS proxy.example:443", "https://proxy.example:443"],
			["SOCKS4 proxy.example:1080", "socks4://proxy.example:1080"],
			["SOCKS5 proxy.example:1080", "socks5://proxy.example:1080"],
			["SOCKS proxy.example:1080", "socks5://proxy.example:1080"],
			["  PROXY \t [::1]:3128 ", "http://[::1]:3128"],
		] as const) {
			assert.equal(readProxyResult(result), url, result);
		}
	});

	it("is none if the connection is direct or no place is named", () => {
		for (const result of ["DIRECT", " DIRECT ", "DIRECT x:1", "PROXY", "PROXY me:word@", ""]) {
			assert.equal(readProxyResult(result), undefined, result);
		}
	});

	it("never has the user's name and password, whatever they contain", () => {
		for (const user of ["me", "me:word", "me:w@rd", "http://me:word"]) {
			const result = readProxyResult(`HTTPS ${user}@proxy.example:443`);
			assert.equal(result, "https://proxy.example:443");
		}
		assert.equal(proxyName("http://me:word@proxy.example:3128/"), "http://proxy.example:3128");
		assert.equal(proxyName("socks5://me:word@proxy.example:1080"), "socks5://proxy.example:1080");
	});
});
