import assert from "node:assert/strict";
import { describeSettings } from "../../../../src/core/http/settings/describeSettings.ts";
import { expandPath, expandVariables } from "../../../../src/core/http/settings/expand.ts";
import { readNetworkSettings } from "../../../../src/core/http/settings/networkSettings.ts";
import type { Written } from "../support/networkBench.ts";

const read = (written: Written) => readNetworkSettings((name) => written[name]);

describe("network settings", () => {
	it("take precedence over those of the official extension", () => {
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
		assert.deepEqual(headerCommand, {
			value: { signedIn: "print-headers", named: {} },
			from: "coder.headerCommand",
		});
		assert.deepEqual(proxyBypass, { value: "a.example,b.example", from: "coder.proxyBypass" });
	});

	it("are empty if nothing, or something invalid, is set", () => {
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

	it("are logged with their sources and without secrets", () => {
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
			"Network: header command: set for signed-in deployments (from coder.headerCommand)",
			"Network: extra headers: X-One for signed-in deployments (from coderDeployment.headers)",
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

describe("expanding settings", () => {
	const from = "coderDeployment.tlsCaFile";
	const posix = {
		home: "/home/mira",
		env: { CERTS: "/certs", EMPTY: "" },
		platform: "linux",
	} as const;
	const path = (value: string): string => expandPath({ value, from }, posix);

	it("supports ~, ${userHome}, and ${env:NAME}", () => {
		assert.equal(path("~/ca.pem"), "/home/mira/ca.pem");
		assert.equal(path("~"), "/home/mira");
		assert.equal(path("${userHome}/ca.pem"), "/home/mira/ca.pem");
		assert.equal(path("${env:CERTS}/${env:EMPTY}ca.pem"), "/certs/ca.pem");
		assert.equal(path("/a~/$HOME/${other}"), "/a~/$HOME/${other}");
	});

	it("rejects another user's home, a relative path, and an unset variable", () => {
		assert.throws(() => path("~root/ca.pem"), /must be an absolute path or begin with ~/);
		assert.throws(() => path("ca.pem"), /must be an absolute path/);
		assert.throws(() => path("${env:NONE}/ca.pem"), /environment variable NONE, which isn't set/);
		assert.throws(() => path("${env:}/ca.pem"), /environment variable/);
	});

	it("keeps values as they are", () => {
		const env = { VALUE: "$& $1 ${env:OTHER}" };
		assert.equal(
			expandVariables({ value: "<${env:VALUE}>", from }, { ...posix, env }),
			"<$& $1 ${env:OTHER}>",
		);
	});

	it("supports Windows paths", () => {
		const windows = { home: "C:\\Users\\mira", env: {}, platform: "win32" } as const;
		assert.equal(expandPath({ value: "~\\ca.pem", from }, windows), "C:\\Users\\mira\\ca.pem");
		assert.equal(expandPath({ value: "D:\\ca.pem", from }, windows), "D:\\ca.pem");
	});
});
