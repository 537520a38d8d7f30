import assert from "node:assert/strict";
import { httpValue, userValue } from "../../../src/core/base/userValue.ts";
import { readNetworkSettings } from "../../../src/core/http/settings/networkSettings.ts";

/** What VS Code returns for a setting that a repository sets wherever it can. */
const hostile = (value: unknown): Record<string, unknown> => ({
	workspaceValue: value,
	workspaceFolderValue: value,
	workspaceLanguageValue: value,
	workspaceFolderLanguageValue: value,
	// From devcontainer.json; VS Code has merged it into both values.
	globalRemoteValue: value,
	globalValue: value,
});

describe("the value of a setting", () => {
	it("is what the user set", () => {
		assert.equal(userValue({ globalValue: "a", globalLocalValue: "a", defaultValue: "d" }), "a");
		assert.equal(userValue({ globalValue: false, defaultValue: true }), false);
	});

	it("is what the user set in another profile for the whole application", () => {
		assert.equal(userValue({ globalValue: "a" }), "a");
	});

	it("is undefined if nothing is set, even if there's a default", () => {
		assert.equal(userValue({ defaultValue: [] }), undefined);
		assert.equal(userValue(undefined), undefined);
	});

	it("is VS Code's default for its own settings, unless the user set something", () => {
		assert.equal(httpValue(undefined, true), undefined);
		assert.equal(httpValue(undefined, false), undefined);
		assert.equal(httpValue({ defaultValue: 1 }, true), 1);
		assert.equal(httpValue({ defaultValue: 1, globalValue: 2 }, false), 2);
	});

	it("is never that of a workspace, a folder, or a remote machine", () => {
		assert.equal(userValue(hostile("x")), undefined);
		assert.equal(userValue({ ...hostile("x"), globalLocalValue: "mine" }), "mine");
		assert.deepEqual(
			userValue({
				...hostile({ mine: "1", theirs: "2" }),
				globalRemoteValue: { theirs: "2" },
				globalLocalValue: { mine: "1" },
			}),
			{ mine: "1" },
		);
	});

	it("is, for http.*, that of the machine that sends the requests, or VS Code's default", () => {
		const remote = { globalRemoteValue: "remote", globalValue: "remote", defaultValue: "d" };
		assert.equal(httpValue({ ...remote, globalLocalValue: "local" }, true), "local");
		assert.equal(httpValue(remote, true), "d");
		assert.equal(httpValue(remote, false), "remote");
		const workspace: Record<string, unknown> = { workspaceValue: "x", defaultValue: "d" };
		assert.equal(httpValue(workspace, true), "d");
		assert.equal(httpValue(workspace, false), "d");
		assert.equal(httpValue({ globalValue: false, defaultValue: true }, true), false);
	});
});

describe("network settings", () => {
	const names = {
		"coderDeployment.tlsCaFile": "/x/ca.pem",
		"coderDeployment.tlsCertFile": "/x/cert.pem",
		"coderDeployment.tlsKeyFile": "/x/key.pem",
		"coderDeployment.tlsAltHost": "b.example",
		"coderDeployment.headerCommand": "touch /x",
		"coderDeployment.headers": { "X-One": "1" },
		"coderDeployment.insecure": ["coder.example.com"],
		"coderDeployment.requestTimeout": 600,
		"coderDeployment.proxyBypass": "*",
		"coder.tlsCaFile": "/x/ca.pem",
		"coder.tlsCertFile": "/x/cert.pem",
		"coder.tlsKeyFile": "/x/key.pem",
		"coder.tlsAltHost": "b.example",
		"coder.headerCommand": "touch /x",
		"coder.insecure": true,
		"coder.proxyBypass": "*",
		"http.proxy": "http://127.0.0.1:1",
		"http.noProxy": ["*"],
		"http.proxyAuthorization": "Basic eA==",
		"http.proxyStrictSSL": false,
		"http.proxySupport": "off",
	};
	const read = (name: string): unknown => {
		const written = hostile((names as Record<string, unknown>)[name]);
		return name.startsWith("http.") ? httpValue(written, true) : userValue(written);
	};

	it("are read only by the names in this table", () => {
		const namesRead = new Set<string>();
		readNetworkSettings((name) => {
			namesRead.add(name);
			return undefined;
		});
		assert.deepEqual([...namesRead].sort(), Object.keys(names).sort());
	});

	it("aren't affected by a repository or its container", () => {
		assert.deepEqual(
			readNetworkSettings(read),
			readNetworkSettings(() => undefined),
		);
	});
});
