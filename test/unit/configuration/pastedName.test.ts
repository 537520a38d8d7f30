import assert from "node:assert/strict";
import type { ConfigGroup } from "../../../src/core/configuration/configView.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import { entryOf, matches } from "../../../src/core/configuration/match.ts";
import { searchedName, searchedText } from "../../../src/core/configuration/pastedName.ts";
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
