import assert from "node:assert/strict";
import { configPlace } from "../../../../src/core/files/config/configPlace.ts";

/** Describes the place at `|`: what can be completed, the keys that are there, and the text to replace. */
function described(marked: string): string {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const place = configPlace(text, offset);
	if (!place) return "none";
	const { kind, path, used, isFlow, hasColon, from, to } = place;
	const others = [...used].filter((key) => /^[a-z]/i.test(key)).join(",");
	const parts = [
		`${kind} in ${path}`,
		...(others === "" ? [] : [`beside ${others}`]),
		...(isFlow ? ["in braces or quotes"] : []),
		...(hasColon ? ["before a colon"] : []),
		`instead of <${text.slice(from, to)}>`,
	];
	return parts.join(" ");
}

describe("the place of a completion in a configuration file", () => {
	for (const [marked, expected] of [
		["|", "key in  instead of <>"],
		["a: 1\nnet|work", "key in  beside a instead of <network>"],
		["net|\n  docsURL: a\noidc:\n  scopes: []\n", "key in  beside oidc instead of <net>"],
		[
			"a: 1\nt|ls:\n  enable: true\noidc:\n  scopes: []\n",
			"key in  beside a,oidc before a colon instead of <tls>",
		],
		["networking:\n  acc|: x\n", "key in networking before a colon instead of <acc>"],
		[
			"networking: { acc|, docsURL: b}",
			"key in networking beside docsURL in braces or quotes instead of <acc>",
		],
		["networking:\n  tls: {enable: true}\n  |", "key in networking beside tls instead of <>"],
		["{ |}", "key in  in braces or quotes instead of <>"],
		['{"networking": { |}}', "key in networking in braces or quotes instead of <>"],
		['{"a": {"b": 1}, |"pgAuth": 2}', "key in  beside a,pgAuth in braces or quotes instead of <>"],
		['{"a": {\n\n|\n"b": 1}}', "key in a beside b in braces or quotes instead of <>"],
		['{"pg|Auth": 1}', 'key in  in braces or quotes before a colon instead of <"pgAuth">'],
		["'pg|Auth': 1\n", "key in  before a colon instead of <'pgAuth'>"],
		["{|: 1}", "key in  in braces or quotes before a colon instead of <>"],
		['acc|"', "key in  instead of <acc>"],
		['pgAuth: pass|word"', "value in pgAuth instead of <password>"],
		["pgAuth: 'pa|ss'", "value in pgAuth in braces or quotes instead of <'pass'>"],
		["mine: a\npgAuth: |\nother: b\n", "value in pgAuth instead of <>"],
		["a: [b, |]", "value in a instead of <>"],
		["a:\n  - b\n  - c|d\n", "value in a instead of <cd>"],
		['{"a": |"b"}', "value in a in braces or quotes instead of <>"],
		["a: it's|", "none"],
		['{"a"|: 1}', "none"],
		['mine: "x" |', "none"],
	] as const) {
		it(`is determined: ${JSON.stringify(marked)}`, () => {
			assert.equal(described(marked), expected);
		});
	}
});
