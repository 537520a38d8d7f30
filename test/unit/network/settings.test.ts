import assert from "node:assert/strict";
import { describeSettings } from "../../../src/core/network/describeSettings.ts";
import { expandPath, expandVariables } from "../../../src/core/network/expand.ts";
import { insecureBecause } from "../../../src/core/network/insecure.ts";
import { readNetworkSettings } from "../../../src/core/network/networkSettings.ts";
import { chooseRoute, configuredProxy } from "../../../src/core/network/proxyRoute.ts";
import type { Written } from "./support/networkBench.ts";

const read = (written: Written) => readNetworkSettings((name) => written[name]);

describe("network settings", () => {
	it("take ours before those of the official extension", () => {
		const written = {
			"coderDeployment.tlsCaFile": " /ours.pem ",
			"coder.tlsCaFile": "/theirs.pem",
			"coder.tlsCertFile": "/cert.pem",
			"coder.tlsKeyFile": "/key.pem",
			"coder.tlsAltHost": "alt.example",
			"coderDeployment.headerCommand": "",
			"coder.headerCommand": "print-headers",
			"coder.proxyBypass": "a.example,b.example",
		};
		const { caFile, certFile, keyFile, altHost, headerCommand, proxyBypass } = read(written);
		assert.deepEqual(caFile, { value: "/ours.pem", from: "coderDeployment.tlsCaFile" });
		assert.deepEqual(certFile, { value: "/cert.pem", from: "coder.tlsCertFile" });
		assert.deepEqual(keyFile, { value: "/key.pem", from: "coder.tlsKeyFile" });
		assert.deepEqual(altHost, { value: "alt.example", from: "coder.tlsAltHost" });
		assert.deepEqual(headerCommand, { value: "print-headers", from: "coder.headerCommand" });
		assert.deepEqual(proxyBypass, { value: "a.example,b.example", from: "coder.proxyBypass" });
	});

	it("are nothing where nothing, or nonsense, is written", () => {
		const { proxy, ...rest } = read({
			"coderDeployment.tlsCaFile": 7,
			"coderDeployment.headers": ["a"],
			"coderDeployment.insecure": "all",
			"coderDeployment.requestTimeout": -1,
			"coder.insecure": "true",
			"http.proxy": null,
		});
		assert.deepEqual(rest, {});
		assert.deepEqual(proxy, {
			url: "",
			noProxy: [],
			authorization: "",
			strictSsl: true,
			support: "override",
		});
	});

	it("are described for the log, with their sources and without what is secret", () => {
		const lines = describeSettings(
			read({
				"coderDeployment.tlsCaFile": "/ca.pem",
				"coder.headerCommand": "echo secret-word=1",
				"coderDeployment.headers": { "X-One": "secret-word" },
				"coderDeployment.requestTimeout": 20,
				"coder.insecure": true,
				"http.proxy": "http://mira:secret-word@proxy.example:3128",
				"http.proxyAuthorization": "Basic secret-word",
				"http.proxyStrictSSL": false,
			}),
		);
		assert.deepEqual(lines, [
			"Network: CA file: /ca.pem (from coderDeployment.tlsCaFile)",
			"Network: header command: set (from coder.headerCommand)",
			"Network: extra headers: X-One (from coderDeployment.headers)",
			"Network: certificate not verified for: all (from coder.insecure)",
			"Network: request time-out: 20 s (from coderDeployment.requestTimeout)",
			"Network: http.proxySupport override; http.proxy set; http.proxyAuthorization set; http.proxyStrictSSL off.",
		]);
		assert.deepEqual(describeSettings(read({})), [
			"Network: no setting of this extension or of coder.* is set.",
			"Network: http.proxySupport override.",
		]);
	});
});

describe("expansion", () => {
	const from = "coderDeployment.tlsCaFile";
	const posix = {
		home: "/home/mira",
		env: { CERTS: "/certs", EMPTY: "" },
		platform: "linux",
	} as const;
	const path = (value: string): string => expandPath({ value, from }, posix);

	it("knows ~, ${userHome} and ${env:NAME}", () => {
		assert.equal(path("~/ca.pem"), "/home/mira/ca.pem");
		assert.equal(path("~"), "/home/mira");
		assert.equal(path("${userHome}/ca.pem"), "/home/mira/ca.pem");
		assert.equal(path("${env:CERTS}/${env:EMPTY}ca.pem"), "/certs/ca.pem");
		assert.equal(path("/a~/$HOME/${other}"), "/a~/$HOME/${other}");
	});

	it("does not guess: another's home, a relative path, a variable that is not set", () => {
		assert.throws(() => path("~root/ca.pem"), /must be an absolute path or begin with ~/);
		assert.throws(() => path("ca.pem"), /must be an absolute path/);
		assert.throws(() => path("${env:NONE}/ca.pem"), /environment variable NONE, which is not set/);
		assert.throws(() => path("${env:}/ca.pem"), /environment variable/);
	});

	it("takes values as they are", () => {
		const env = { VALUE: "$& $1 ${env:OTHER}" };
		assert.equal(
			expandVariables({ value: "<${env:VALUE}>", from }, { ...posix, env }),
			"<$& $1 ${env:OTHER}>",
		);
	});

	it("knows Windows' paths", () => {
		const windows = { home: "C:\\Users\\mira", env: {}, platform: "win32" } as const;
		assert.equal(expandPath({ value: "~\\ca.pem", from }, windows), "C:\\Users\\mira\\ca.pem");
		assert.equal(expandPath({ value: "D:\\ca.pem", from }, windows), "D:\\ca.pem");
	});
});

describe("deployments whose certificate is not verified", () => {
	const because = (entries: readonly string[], url: string): string | undefined =>
		insecureBecause(read({ "coderDeployment.insecure": entries }), url, {});

	it("are named by host, host and port, or URL", () => {
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

	it("have a certificate at all", () => {
		assert.equal(because(["coder.example.com"], "http://coder.example.com"), undefined);
		assert.equal(because(["coder.example.com"], "nonsense"), undefined);
	});

	it("may be behind a configured proxy whose strictness is off", () => {
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

	it("is not for loopback names, nor when support is off", () => {
		for (const loopback of ["https://localhost:1", "http://127.0.0.1", "http://[::1]:3"]) {
			assert.equal(proxyFor(loopback, written), undefined);
		}
		assert.equal(proxyFor(url, { ...written, "http.proxySupport": "off" }), undefined);
	});

	it("is not for hosts of http.noProxy, else of NO_PROXY", () => {
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

	it("is gone through by ourselves only for what VS Code does not do", () => {
		const route = (more: Written) =>
			chooseRoute(new URL(url), read({ ...written, ...more }), {}).kind;
		assert.equal(route({}), "usual");
		assert.equal(route({ "http.proxyAuthorization": "Basic eA==" }), "proxy");
		assert.equal(route({ "http.proxyStrictSSL": false }), "usual");
		const secure = { "http.proxy": "https://proxy.example", "http.proxyStrictSSL": false };
		assert.equal(route(secure), "proxy");
		const socks = { "http.proxy": "socks5://p.example", "http.proxyAuthorization": "Basic eA==" };
		assert.equal(route(socks), "usual");
	});

	it("is passed by for coder.proxyBypass, by the official extension's rules", () => {
		const route = (bypass: string) =>
			chooseRoute(new URL(url), read({ ...written, "coder.proxyBypass": bypass }), {}).kind;
		assert.equal(route("coder.example.com"), "direct");
		assert.equal(route("x.example, .example.com"), "direct");
		assert.equal(route("*.example.com:443"), "direct");
		assert.equal(route("*"), "direct");
		assert.equal(route("example.com"), "usual");
		assert.equal(route("coder.example.com:80"), "usual");
	});
});
