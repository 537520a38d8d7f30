import assert from "node:assert/strict";
import type { ConfigGroup } from "../../../src/core/configuration/configView.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import { entryOf, matches } from "../../../src/core/configuration/match.ts";
import {
	searchedName,
	searchedText,
	searchedWord,
} from "../../../src/core/configuration/pastedName.ts";
import { parseQuery } from "../../../src/core/configuration/query.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

const networking = { name: "Networking", yaml: "networking" };
const parsed = parseAnswer("deploymentConfig", {
	options: [
		{
			name: "Access URL",
			env: "CODER_ACCESS_URL",
			flag: "access-url",
			flag_shorthand: "a",
			yaml: "accessURL",
			value: "https://coder.example",
			group: networking,
		},
		{
			name: "SSH Config Options",
			env: "CODER_SSH_CONFIG_OPTIONS",
			flag: "ssh-config-options",
			yaml: "sshConfigOptions",
			value: ["ServerAliveInterval=60"],
		},
		{
			name: "Email: From Address",
			env: "CODER_EMAIL_FROM",
			flag: "email-from",
			yaml: "from",
			value: "a-a@coder.example:25",
			group: { name: "Email", yaml: "email" },
		},
	],
});
assert.ok(parsed.ok);
const groups: readonly ConfigGroup[] = configView(parsed.value).groups;

function found(text: string): string[] {
	const query = parseQuery(text);
	return groups.flatMap((group) =>
		group.rows.filter((row) => matches(entryOf(group, row), query)).map(({ name }) => name),
	);
}

describe("a search for copied text", () => {
	for (const text of [
		"CODER_ACCESS_URL",
		"coder_access_url",
		"$CODER_ACCESS_URL",
		"${CODER_ACCESS_URL}",
		"${CODER_ACCESS_URL:-https://x}",
		'"$CODER_ACCESS_URL"',
		"$env:CODER_ACCESS_URL",
		"%CODER_ACCESS_URL%",
		"CODER_ACCESS_URL=",
		"CODER_ACCESS_URL=https://other.example",
		"coder_access_url=x",
		'CODER_ACCESS_URL="two words"',
		"export CODER_ACCESS_URL=https://other.example",
		"set CODER_ACCESS_URL=x",
		"-e CODER_ACCESS_URL=x",
		"- CODER_ACCESS_URL=x",
		'"CODER_ACCESS_URL"',
		"'CODER_ACCESS_URL'",
		"`CODER_ACCESS_URL`",
		'"CODER_ACCESS_URL":',
		"CODER_ACCESS_URL:",
		"CODER_ACCESS_URL: https://other.example",
		"--access-url",
		"--access-url=x",
		"--access-url=https://other.example",
		"`--access-url`",
		"-a",
		"-a=x",
		"networking.accessURL",
		"networking.accessURL:",
		"networking:accessURL",
		"networking: accessURL:",
		"accessURL:",
		"accessURL: https://other.example",
		"access url",
	]) {
		it(`finds the option for ${text}`, () => {
			assert.deepEqual(found(text), ["Access URL"]);
		});
	}

	it("is reduced to the name where only letters are compared", () => {
		for (const text of ["$CODER_ACCESS_URL", "CODER_ACCESS_URL=x y", '"CODER_ACCESS_URL":']) {
			assert.equal(searchedName(text), "CODER_ACCESS_URL");
		}
		assert.equal(searchedName("--access-url=x"), "--access-url");
		assert.equal(searchedName("networking.accessURL:"), "networking.accessURL");
		assert.equal(searchedName(" --access-url=x "), "--access-url");
		for (const text of ["", "a", "access url", "Email: From", "-a", "v2.15"]) {
			assert.equal(searchedName(text), text);
		}
	});

	it("doesn't change words, values, and addresses", () => {
		assert.deepEqual(found("ServerAliveInterval=60"), ["SSH Config Options"]);
		assert.deepEqual(found("Email: From"), ["Email: From Address"]);
		assert.deepEqual(found("https://coder.example"), ["Access URL"]);
		assert.deepEqual(found("coder.example:25"), ["Email: From Address"]);
		assert.deepEqual(found("-z"), []);
		assert.deepEqual(found("@changed CODER_ACCESS_URL=x"), ["Access URL"]);
		for (const text of ["", "access url", "@changed x", "a=b", "Email: From"]) {
			assert.equal(searchedText(text), text);
		}
	});
});

describe("the name in a copied word", () => {
	const names: Readonly<Record<string, string>> = {
		"": "",
		"-": "",
		"--": "--",
		"'": "",
		"('a',": "a",
		"a'b": "a'b",
		"a);": "a",
		$CODER_URL: "CODER_URL",
		"${CODER_URL}": "CODER_URL",
		"${env:CODER_URL}": "CODER_URL",
		"${CODER_URL:-a}": "CODER_URL",
		$1: "$1",
		a$CODER_URL: "a$CODER_URL",
		"%CODER_URL%": "CODER_URL",
		"%CODER_URL": "%CODER_URL",
		"a%CODER_URL%": "a%CODER_URL%",
		"%CODER_URL%a": "%CODER_URL%a",
		"CODER_URL=a": "CODER_URL",
		"CODER_URL:": "CODER_URL",
		"CODER_URL:a": "CODER_URL.a",
		'CODER_URL"=a': "CODER_URL",
		"AB=a": "AB=a",
		"ABC=a": "ABC",
		"Abc=a": "Abc=a",
		"coder_url=a": "coder_url",
		"--access-url": "--access-url",
		"--access-url=a=b": "--access-url",
		"-a": "-a",
		"--access-url:a": "--access-url:a",
		"a--access-url": "a--access-url",
		"--1": "--1",
		"networking:tls:": "networking.tls",
		"a:b:c": "a.b.c",
		"a:1": "a:1",
		"a::b": "a::b",
		"1a:b": "1a:b",
		"coder.example:443": "coder.example:443",
	};
	for (const [word, name] of Object.entries(names)) {
		it(`is ${JSON.stringify(name)} in ${JSON.stringify(word)}`, () => {
			assert.equal(searchedWord(word), name);
		});
	}
});

describe("the name in a copied line", () => {
	const names: Readonly<Record<string, string>> = {
		"  export CODER_URL=a b ": "CODER_URL",
		"CODER_URL = a": "CODER_URL",
		"CODER_URL=a @changed": "CODER_URL=a @changed",
		"CODER_URL=a@changed": "CODER_URL",
		"CODER_URL=a CODER_TOKEN=b": "CODER_URL=a CODER_TOKEN=b",
		"CODER_URL=CODER_TOKEN=b": "CODER_URL",
		"- -e CODER_URL=a": "CODER_URL",
		"declare -x CODER_URL=a": "CODER_URL",
		"accessURL: a": "accessURL",
		"accessURL:": "accessURL",
		'"accessURL" : a': "accessURL",
		"accessURL:a": "accessURL:a",
		"accessURL? : a": "accessURL? : a",
		"see accessURL: a": "see accessURL: a",
		"access: a": "access: a",
		"Access: a": "Access: a",
		"AccessURL: a": "AccessURL: a",
		"access_url: a": "access_url",
		"tls.enable: true": "tls.enable",
		"access-url: a": "access-url: a",
	};
	for (const [line, name] of Object.entries(names)) {
		it(`is ${JSON.stringify(name)} in ${JSON.stringify(line)}`, () => {
			assert.equal(searchedText(line), name);
		});
	}
});
