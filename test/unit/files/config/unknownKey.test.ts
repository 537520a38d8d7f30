import assert from "node:assert/strict";
import type { ConfigReference } from "../../../../src/core/files/config/configReference.ts";
import { readConfigText } from "../../../../src/core/files/config/configText.ts";
import { nearKey, unknownKey } from "../../../../src/core/files/config/unknownKey.ts";
import { optionsOf } from "../../comparison/options.ts";
import { v15, v35 } from "./references.ts";

/** Returns a server whose options have these keys. */
const withKeys = (...keys: readonly string[]): ConfigReference => ({
	...v35,
	options: optionsOf(
		...keys.map((yaml, index) => ({
			name: yaml,
			env: `CODER_${String(index)}`,
			yaml,
			value: "",
		})),
	),
});

describe("the key that was probably meant", () => {
	for (const [key, keys, expected] of [
		["limits", ["limit"], "limit"],
		["lamats", ["limits"], "limits"],
		["lamat", ["limit"], undefined],
		["lamit", ["limit"], "limit"],
		["limi", ["limit"], "limit"],
		["lima", ["limit"], undefined],
		["abd", ["abc"], undefined],
		["a_B", ["ab"], "ab"],
		["groß", ["gross"], undefined],
		["limitA", ["limitB", "limitC"], undefined],
		["LIMITB", ["limitB", "limitC"], "limitB"],
		["limit-b", ["limitB", "limitC"], "limitB"],
		["limit", ["Limit", "LIMIT"], undefined],
	] as const) {
		it(`is ${expected ?? "unknown"} for ${key} among ${keys.join(", ")}`, () => {
			assert.equal(nearKey(key, withKeys(...keys)), expected);
		});
	}
});

describe("a key that a server doesn't know", () => {
	const message = (text: string, path: string, reference: ConfigReference): string => {
		const key = readConfigText(text).keys.find((one) => one.path === path);
		assert.ok(key);
		return unknownKey(key, reference).message;
	};

	it("was added in the release that first had this path", () => {
		const text = "aibridge:\n  base_url: a\n  anthropic_base_url: b\n";
		assert.equal(
			message(text, "aibridge.base_url", v15),
			"Coder v2.15 doesn't know aibridge.base_url. Coder added it in v2.27.",
		);
		assert.equal(
			message(text, "aibridge.anthropic_base_url", v15),
			"Coder v2.15 doesn't know aibridge.anthropic_base_url. Coder added it in v2.28.",
		);
	});

	it("wasn't added after the first recorded release", () => {
		assert.equal(
			message("networking:\n  accessURL: a\n", "networking.accessURL", { ...v15, options: [] }),
			"Coder doesn't start with this key. Coder v2.15 doesn't know networking.accessURL.",
		);
	});
});
