import assert from "node:assert/strict";
import { configSettings } from "../../../../src/core/files/config/configSettings.ts";
import { readConfigText } from "../../../../src/core/files/config/configText.ts";
import { optionsOf } from "../../comparison/options.ts";

describe("a setting in a configuration of the server", () => {
	it("contains its text and place, and no more for a group or an empty key", () => {
		const text = "a:\n  b: x\nc:\n";
		const settings = configSettings(readConfigText(text)).map(
			({ sets: _sets, read: _read, ...rest }) => rest,
		);
		const common = { secret: false, source: "yaml" };
		assert.deepEqual(settings, [
			{
				...common,
				name: "a",
				nameSpan: { from: 0, to: 1 },
				value: { from: 5, to: 9, quoting: "yaml" },
			},
			{
				...common,
				name: "a.b",
				nameSpan: { from: 5, to: 6 },
				value: { from: 8, to: 9, quoting: "yaml" },
				text: "x",
			},
			{
				...common,
				name: "c",
				nameSpan: { from: 10, to: 11 },
				value: { from: 12, to: 12, quoting: "yaml" },
				text: "",
			},
		]);
	});

	it("is a secret by its key, unless its group contains periods", () => {
		const text = [
			...["retention:", "  api_keys: 7d", "other:", "  api_keys: EXAMPLE"],
			...["a:", "  retention:", "    api_keys: 7d", "  b:", "    key: EXAMPLE"],
		].join("\n");
		const secrets = configSettings(readConfigText(text)).filter(({ secret }) => secret);
		assert.deepEqual(
			secrets.map(({ name, text, read }) => [name, text, read]),
			[
				["other.api_keys", undefined, undefined],
				["a.b.key", undefined, undefined],
			],
		);
	});

	it("has the value that the server reads, in which only structures are masked", () => {
		const [url, links, enabled] = optionsOf(
			{ name: "A", env: "CODER_ACCESS_URL", value: "https://a.example" },
			{ name: "B", env: "CODER_SUPPORT_LINKS", value: [] },
			{ name: "C", env: "CODER_TLS_ENABLE", value: true },
		);
		assert.ok(url && links && enabled);
		const text = "a: https://me:EXAMPLE@a.example\nb: [{target: https://me:EXAMPLE@a.example}]\n";
		const [a, b] = configSettings(readConfigText(text));
		assert.equal(a?.read?.(url, undefined), "https://me:EXAMPLE@a.example");
		assert.equal(b?.text, undefined);
		assert.ok(!JSON.stringify(b?.read?.(links, undefined)).includes("EXAMPLE"));
		assert.equal(b?.read?.(enabled, undefined), undefined, "a list isn't true or false");
	});
});
