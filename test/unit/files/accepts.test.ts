import assert from "node:assert/strict";
import { acceptsSentence } from "../../../src/core/files/accepts.ts";
import { optionsOf, textOption } from "../comparison/options.ts";

const wire = {
	switch: { env: "CODER_TLS_ENABLE", value: true },
	number: { env: "CODER_API_RATE_LIMIT", value: 512 },
	duration: {
		env: "CODER_SESSION_DURATION",
		value: 3_600_000_000_000,
		annotations: { format_duration: "true" },
	},
	url: textOption("CODER_ACCESS_URL", "https://a.example"),
	address: textOption("CODER_PROMETHEUS_ADDRESS", "127.0.0.1:2112"),
	list: { env: "CODER_OIDC_EMAIL_DOMAIN", value: ["a"] },
	map: { env: "CODER_OIDC_GROUP_MAPPING", value: { a: "b" } },
};

/** Returns the sentence about an option, without its beginning. */
function accepted(type: keyof typeof wire, text: string, version = "v2.35.0"): string {
	const [option] = optionsOf({ name: "A", ...wire[type] });
	assert.ok(option);
	const [beginning, ...rest] = acceptsSentence(option, "NAME", text, version).split(". ");
	assert.equal(beginning, "Coder doesn't start with this value");
	return rest.join(". ");
}

describe("what the server accepts instead of a value", () => {
	for (const [type, sentence] of [
		["switch", "NAME must be true or false."],
		["number", "NAME must be an integer."],
		["duration", "NAME must be a duration, such as 1h30m."],
		["url", "NAME must be a URL."],
		["address", "NAME must be a host and port, such as 127.0.0.1:8080."],
		["list", "NAME must be a comma-separated list; quotes must enclose whole items."],
		["map", "NAME must be JSON or YAML with the right structure."],
	] as const) {
		it(`depends on the option's type: ${type}`, () => {
			assert.equal(accepted(type, "x"), sentence);
		});
	}

	it("names the choices", () => {
		const [option] = optionsOf(textOption("CODER_A", "one"));
		assert.ok(option);
		assert.equal(
			acceptsSentence({ ...option, choices: ["one", "two"] }, "NAME", "x", undefined),
			"Coder doesn't start with this value. NAME must be one of: one, two.",
		);
	});

	it("names the version that reads days and weeks, for servers before it", () => {
		const days = "Days and weeks require Coder v2.29.0; use hours.";
		assert.equal(accepted("duration", "1d", "v2.28.5"), days);
		assert.equal(accepted("duration", "2w1h", "v2.28.5"), days);
		const any = "NAME must be a duration, such as 1h30m.";
		assert.equal(accepted("duration", "soon", "v2.28.5"), any);
		assert.equal(accepted("duration", "1d x", "v2.29.0"), any);
	});
});
