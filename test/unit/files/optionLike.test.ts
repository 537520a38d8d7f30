import assert from "node:assert/strict";
import { optionLike, zeroOf } from "../../../src/core/files/optionLike.ts";
import { typeWord } from "../../../src/core/options/optionTypes.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { configWith } from "../export/support/configs.ts";

describe("a bundled option, which has no value of its own", () => {
	const bundled = new KnownVariables(undefined);
	const typeOf = (name: string): string | undefined => {
		const variable = bundled.find(name);
		const option = variable && optionLike(variable);
		return option && typeWord(option);
	};

	it("has the type that a server would report", () => {
		assert.equal(typeOf("CODER_TLS_ENABLE"), "bool");
		assert.equal(typeOf("CODER_API_RATE_LIMIT"), "int");
		assert.equal(typeOf("CODER_SESSION_DURATION"), "duration");
		assert.equal(typeOf("CODER_OIDC_EMAIL_DOMAIN"), "string-array");
		assert.equal(typeOf("CODER_ACCESS_URL"), "url");
		assert.equal(typeOf("CODER_OIDC_GROUP_MAPPING"), "struct[map[string]string]");
		assert.equal(typeOf("CODER_MADE_UP"), undefined);
	});

	it("has an empty value of its type", () => {
		const types = ["bool", "int", "duration", "list", "map", "text", undefined] as const;
		assert.deepEqual(types.map(zeroOf), [false, 0, 0, null, {}, "", ""]);
		assert.equal(zeroOf(["one", "two"]), "");
	});
});

describe("an option that a deployment reports", () => {
	it("stays as it is, with or without a value", () => {
		const config = configWith(
			{ name: "Access URL", env: "CODER_ACCESS_URL", value: "https://a.example" },
			{
				name: "Secret",
				env: "CODER_OIDC_CLIENT_SECRET",
				value: "",
				annotations: { secret: "true" },
			},
		);
		const known = new KnownVariables(config);
		for (const option of config.options) {
			const variable = known.find(option.env ?? "");
			assert.ok(variable);
			assert.equal(optionLike(variable), option);
		}
		assert.deepEqual(
			config.options.map(({ value }) => value),
			["https://a.example", undefined],
		);
	});
});
