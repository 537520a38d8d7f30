import assert from "node:assert/strict";
import { readConfigText } from "../../../../src/core/files/config/configText.ts";
import { isConfigText } from "../../../../src/core/files/config/configFile.ts";
import { mayBeConfig } from "../../../../src/core/files/config/configMark.ts";
import { configProblems } from "../../../../src/core/files/config/configProblems.ts";
import { keyFix } from "../../../../src/core/files/config/keyFix.ts";
import { optionHistories } from "../../../../src/core/releases/options.ts";
import { optionsOf } from "../../comparison/options.ts";
import { applied, reported, v15, v35 } from "./references.ts";

describe("a configuration file of coder server", () => {
	const isOne = (text: string) => mayBeConfig(text) && isConfigText(readConfigText(text));

	it("is recognized by several options, in YAML and in JSON", () => {
		for (const text of [
			"networking:\n  accessURL: https://a.example\n  tls:\n    enable: true\n",
			"# Coder\r\nnetworking:\r\n  accessURL: a\r\noidc:\r\n  clientID: b\r\n",
			'{\n\t"networking": {"accessURL": "a", "docsURL": "b"}\n}',
			'{"pgAuth":"password","updateCheck":true}',
			"networking: {accessURL: a, docsURL: b}\n",
			"pgAuth: password\nupdateCheck: true\nmine: 1\n",
			"networking:\n  accessURL: a\n  docsURL: b\noidc: {}\nmine: 1\n",
		]) {
			assert.ok(isOne(text), text);
		}
	});

	it("isn't confused with another program's file", () => {
		for (const text of [
			"",
			"networking:\n  accessURL: a\n",
			"email:\n  from: a\n  smarthost: b\nname: x\nversion: 1\nservices: {}\n",
			"coder:\n  env:\n    - name: CODER_ACCESS_URL\n",
			"apiVersion: v1\nkind: ConfigMap\ndata:\n  networking: accessURL\n",
			"- networking:\n    accessURL: a\n    docsURL: b\n",
			"networking: [",
			'pgAuth: password\n"": 1\n',
			"pgAuth: password\npgAuth: password\n",
			"pgAuth: password\nupdateCheck: true\nmine: 1\nyours: 2\n",
			"networking:\n  accessURL: a\n  docsURL: b\nmine: 1\n",
		]) {
			assert.ok(!isOne(text), text);
		}
	});

	it("can start with the first key of any release's option", () => {
		for (const { tracks } of optionHistories().values()) {
			for (const [, path] of tracks.yaml) {
				const [key] = path.split(".");
				if (key) assert.ok(mayBeConfig(`a: 1\n${key}:`), key);
			}
		}
	});
});

describe("problems in a configuration file", () => {
	const found = (text: string, reference = v35): string[] =>
		configProblems(readConfigText(text), reference).map(
			({ kind, path, from, to }) => `${kind} ${path} ${JSON.stringify(text.slice(from, to))}`,
		);

	it("include keys that the server doesn't know, with suggestions", () => {
		const text = "networking:\n  acessURL: a\n  tls:\n    bla:\n      c: 1\nfoo: {a: 1}\n";
		assert.deepEqual(found(text), [
			'unknown networking.acessURL "acessURL"',
			'unknown networking.tls.bla "bla"',
			'unknown foo "foo"',
		]);
		assert.deepEqual(
			configProblems(readConfigText(text), v35).map(({ message }) => message),
			[
				"Coder doesn't start with this key. Did you mean accessURL?",
				"Coder doesn't start with this key. Coder v2.35 doesn't know networking.tls.bla.",
				"Coder doesn't start with this key. Coder v2.35 doesn't know foo.",
			],
		);
	});

	it("include keys of other versions", () => {
		const text = "retention:\n  audit_logs: 1h\n";
		assert.deepEqual(found(text), []);
		const [problem] = configProblems(readConfigText(text), v15);
		assert.match(
			problem?.message ?? "",
			/^Coder v2\.15 doesn't know retention\.?.* Coder added it in v2\.\d+\.$|^Coder doesn't start/,
		);
	});

	it("include only keys, even if the server doesn't read the value that an alias stands for", () => {
		assert.deepEqual(found("a: &x maybe\nnetworking:\n  tls:\n    enable: *x\n"), [
			'unknown a "a"',
			'refused networking.tls.enable "*x"',
		]);
	});

	it("name no replacement that is the deprecated key itself", () => {
		const [option] = optionsOf({
			name: "A",
			env: "CODER_A",
			yaml: "a",
			value: "x",
			use_instead: [{ name: "A", env: "CODER_A" }],
		});
		assert.ok(option);
		const [problem] = configProblems(readConfigText("a: x\n"), { ...v35, options: [option] });
		assert.equal(problem?.message, "a is deprecated.");
	});

	it("include values of the wrong type, by version", () => {
		const http = (value: string) => `networking:\n  http:\n    sessionDuration: ${value}\n`;
		assert.deepEqual(found(http("1 day")), ['refused networking.http.sessionDuration "1 day"']);
		assert.deepEqual(found(http("2d")), []);
		assert.deepEqual(found(http("2d"), v15), ['refused networking.http.sessionDuration "2d"']);
		assert.deepEqual(found("networking:\n  tls:\n    enable: [true]\n"), [
			'refused networking.tls.enable "[true]"',
		]);
		assert.deepEqual(found("oidc:\n  emailDomain:\n  - a\n  - b\n"), []);
		assert.deepEqual(found("pgAuth: nothing\n"), [], "another version may have more choices");
		assert.deepEqual(found("pgAuth: nothing\n", reported), ['refused pgAuth "nothing"']);
	});

	it("include repeated keys, of which the last applies", () => {
		const text = "networking:\n  tls:\n    enable: maybe\n    enable: true\n";
		assert.deepEqual(found(text), ['twice networking.tls.enable "enable"']);
	});

	it("include errors in the YAML", () => {
		assert.deepEqual(found("networking:\n  accessURL: [a\n").slice(0, 1), ['syntax  "a"']);
	});

	it("quote only keys from the file", () => {
		const text = "networking:\n  tls:\n    enable: hunter2hunter2\n    token: hunter2hunter2\n";
		for (const { message } of configProblems(readConfigText(text), v35)) {
			assert.ok(!message.includes("hunter2"), message);
		}
	});
});

describe("quick fixes for keys", () => {
	const fixed = (text: string, key: string, reference = v35): string | undefined => {
		const fix = keyFix(readConfigText(text), text.indexOf(key), reference);
		return fix && applied(text, fix.edits);
	};

	it("write the key that was probably meant", () => {
		assert.equal(
			fixed("networking:\n  accessUrl: a\n", "accessUrl"),
			"networking:\n  accessURL: a\n",
		);
		assert.equal(fixed('{"pg_auth": "password"}', '"pg_auth"'), '{"pgAuth": "password"}');
		assert.equal(fixed("networking:\n  accessUrl: a\n  accessURL: b\n", "accessUrl"), undefined);
		assert.equal(
			fixed("networking:\n  accessUrl: a\nmine:\n  accessURL: b\n", "accessUrl"),
			"networking:\n  accessURL: a\nmine:\n  accessURL: b\n",
		);
		assert.equal(fixed("'pg_auth': password\n", "'pg_auth'"), "'pgAuth': password\n");
	});

	it("move a deprecated key to its replacement's map, and remove empty maps", () => {
		assert.equal(
			fixed("notifications:\n  email:\n    from: a # why\npgAuth: password\n", "from"),
			"pgAuth: password\nemail:\n  from: a # why\n",
		);
		assert.equal(
			fixed(
				"notifications:\r\n  method: smtp\r\n  email:\r\n    from: a\r\n    hello: b\r\nemail:\r\n    forceTLS: true",
				"from",
			),
			"notifications:\r\n  method: smtp\r\n  email:\r\n    hello: b\r\nemail:\r\n    forceTLS: true\r\n    from: a",
		);
	});

	it("move a key into the innermost map that exists, before or after it", () => {
		const identity = "notifications:\n  email:\n    emailAuth:\n      identity: a\n";
		for (const [before, after, expected] of [
			["", "pgAuth: password\n", "pgAuth: password\nemail:\n  emailAuth:\n    identity: a\n"],
			["", "email:\n  from: c\n", "email:\n  from: c\n  emailAuth:\n    identity: a\n"],
			[
				"",
				"email:\n  emailAuth:\n    username: b\npgAuth: password\n",
				"email:\n  emailAuth:\n    username: b\n    identity: a\npgAuth: password\n",
			],
			[
				"email:\n  emailAuth:\n    username: b\n",
				"pgAuth: password\n",
				"email:\n  emailAuth:\n    username: b\n    identity: a\npgAuth: password\n",
			],
		] as const) {
			assert.equal(fixed(before + identity + after, "identity"), expected);
		}
	});

	it("stay inside the text", () => {
		const text = "pgAuth: password\nnotifications:\n  email:\n    from: a";
		const fix = keyFix(readConfigText(text), text.indexOf("from"), v35);
		assert.equal(fix?.path, "email.from");
		assert.equal(applied(text, fix.edits), "pgAuth: password\n\nemail:\n  from: a");
		for (const { from, to } of fix.edits) assert.ok(0 <= from && from <= to && to <= text.length);
	});

	it("change nothing if the replacement is another setting", () => {
		const text = "networking:\n  tls:\n    redirectHTTP: true\n  docsURL: a\n";
		assert.equal(fixed(text, "redirectHTTP"), undefined);
	});

	it("change nothing if the result couldn't be read as before", () => {
		for (const text of [
			"notifications:\n  email:\n    from: a\nmine: [\n",
			"notifications:\n  email:\n    from: a\nemail:\n  ? |\n    x\n  : b\n",
			"notifications: {email: {from: a}}\n",
			"notifications:\n  email:\n    from: &a b\n  method: *a\n",
			"notifications:\n  email:\n    from: a\nemail:\n  from: b\n",
		]) {
			assert.equal(fixed(text, "from"), undefined, text);
		}
	});
});
