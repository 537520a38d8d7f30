import assert from "node:assert/strict";
import { insecureBecause } from "../../../../src/core/http/tls/insecure.ts";
import { readNetworkSettings } from "../../../../src/core/http/settings/networkSettings.ts";
import { chooseRoute, configuredProxy } from "../../../../src/core/http/proxy/proxyRoute.ts";
import type { Written } from "../support/networkBench.ts";

const read = (written: Written) => readNetworkSettings((name) => written[name]);

describe("deployments without certificate verification", () => {
	const because = (entries: readonly string[], url: string): string | undefined =>
		insecureBecause(read({ "coderDeployment.insecure": entries }), url, {});

	it("are specified by host, host and port, or URL", () => {
		const url = "https://coder.example.com:8443/team";
		for (const entry of [
			"coder.example.com",
			"CODER.example.com",
			"coder.example.com:8443",
			"https://coder.example.com:8443",
			"https://coder.example.com:8443/team/",
		]) {
			assert.equal(because([entry], url), "coderDeployment.insecure", entry);
		}
		for (const entry of [
			"example.com",
			"xcoder.example.com",
			"coder.example.com:443",
			"https://coder.example.com",
			"https://coder.example.com:8443/tea",
			"http://coder.example.com:8443",
			"*",
			"",
		]) {
			assert.equal(because([entry], url), undefined, entry);
		}
	});

	it("only include those with a certificate", () => {
		assert.equal(because(["coder.example.com"], "http://coder.example.com"), undefined);
		assert.equal(because(["coder.example.com"], "nonsense"), undefined);
	});

	it("include those behind a proxy with strictness turned off", () => {
		const url = "https://coder.example.com";
		const loose = { "http.proxyStrictSSL": false };
		const proxied = { ...loose, "http.proxy": "http://proxy.example:3128" };
		const { env } = { env: {} };
		assert.equal(insecureBecause(read(loose), url, env), undefined);
		assert.equal(insecureBecause(read(proxied), url, env), "http.proxyStrictSSL");
		const around = { ...proxied, "http.noProxy": ["example.com"] };
		assert.equal(insecureBecause(read(around), url, env), undefined);
		const off = { ...proxied, "http.proxySupport": "off" };
		assert.equal(insecureBecause(read(off), url, env), undefined);
	});
});

describe("the configured proxy", () => {
	const proxyFor = (url: string, written: Written, env: NodeJS.ProcessEnv = {}) =>
		configuredProxy(new URL(url), read(written).proxy, env)?.href;
	const written = { "http.proxy": "http://proxy.example:3128" };
	const url = "https://coder.example.com";

	it("comes from http.proxy, then from the environment", () => {
		const env = { HTTPS_PROXY: "http://env.example:80" };
		assert.equal(proxyFor(url, written, env), "http://proxy.example:3128/");
		assert.equal(proxyFor(url, {}, env), "http://env.example/");
		assert.equal(proxyFor(url, {}, { http_proxy: "http://low.example" }), "http://low.example/");
		assert.equal(proxyFor(url, {}, { HTTPS_PROXY: "nonsense" }), undefined);
	});

	it("isn't used for loopback names, or if support is off", () => {
		for (const loopback of ["https://localhost:1", "http://127.0.0.1", "http://[::1]:3"]) {
			assert.equal(proxyFor(loopback, written), undefined);
		}
		assert.equal(proxyFor(url, { ...written, "http.proxySupport": "off" }), undefined);
	});

	it("isn't used for hosts in http.noProxy, otherwise in NO_PROXY", () => {
		const without = (...noProxy: string[]) => ({ ...written, "http.noProxy": noProxy });
		assert.equal(proxyFor(url, without("example.com")), undefined);
		assert.equal(proxyFor(url, without(".example.com")), undefined);
		assert.equal(proxyFor(url, without("coder.example.com:443")), undefined);
		assert.equal(proxyFor(url, without("*")), undefined);
		assert.ok(proxyFor(url, without("coder.example.com:8443")));
		assert.ok(proxyFor(url, without("ample.com")));
		const env = { NO_PROXY: "coder.example.com" };
		assert.equal(proxyFor(url, written, env), undefined);
		assert.ok(proxyFor(url, without("other.example"), env));
	});

	it("is used by our own route only for what VS Code doesn't support", () => {
		const route = (more: Written) =>
			chooseRoute(new URL(url), read({ ...written, ...more }), {}).kind;
		assert.equal(route({}), "default");
		assert.equal(route({ "http.proxyAuthorization": "Basic eA==" }), "proxy");
		assert.equal(route({ "http.proxyStrictSSL": false }), "default");
		const secure = { "http.proxy": "https://proxy.example", "http.proxyStrictSSL": false };
		assert.equal(route(secure), "proxy");
		const socks = { "http.proxy": "socks5://p.example", "http.proxyAuthorization": "Basic eA==" };
		assert.equal(route(socks), "default");
	});

	it("is bypassed for coder.proxyBypass, by the official extension's rules", () => {
		const route = (bypass: string) =>
			chooseRoute(new URL(url), read({ ...written, "coder.proxyBypass": bypass }), {}).kind;
		assert.equal(route("coder.example.com"), "direct");
		assert.equal(route("x.example, .example.com"), "direct");
		assert.equal(route("*.example.com:443"), "direct");
		assert.equal(route("*"), "direct");
		assert.equal(route("example.com"), "default");
		assert.equal(route("coder.example.com:80"), "default");
	});
});
