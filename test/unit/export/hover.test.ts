import assert from "node:assert/strict";
import "../../support/stable.ts";
import { optionHover } from "../../../src/core/options/optionHover.ts";
import { sourceHint } from "../../../src/core/export/sourceHint.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { configWith } from "./support/configs.ts";

function parsed(body: JsonObject): DeploymentOption {
	const [option] = configWith(body).options;
	assert.ok(option);
	return option;
}

describe("a hover in the YAML document", () => {
	it("shows value, default, source, flag, variable, and path", () => {
		const hover = optionHover(
			parsed({
				name: "Session Duration",
				description: "How long *sessions* last.\n\nAn [example](command:evil).",
				flag: "session-duration",
				flag_shorthand: "s",
				env: "CODER_SESSION_DURATION",
				yaml: "sessionDuration",
				group: { name: "HTTP", yaml: "http" },
				annotations: { format_duration: "true", enterprise: "true" },
				default: "24h0m0s",
				value: 36000000000000,
				value_source: "env",
			}),
		);
		assert.deepEqual(hover, [
			"**Session Duration** — Enterprise",
			"How long \\*sessions\\* last.",
			"An \\[example\\]\\(command:evil\\).",
			[
				"| | |",
				"| --- | --- |",
				"| Value | `10h0m0s` (10 hours) |",
				"| Default | `24h0m0s` (1 day) |",
				"| Source | Environment |",
				"| Flag | `-s, --session-duration` |",
				"| Environment variable | `CODER_SESSION_DURATION` |",
				"| YAML | `http.sessionDuration` |",
			].join("\n"),
		]);
	});

	it("shows a deprecated option's replacement, and doesn't claim which of the two was set", () => {
		const hover = optionHover(
			parsed({
				name: "Old",
				env: "CODER_OLD",
				value: "x",
				value_source: "env",
				use_instead: [{ name: "New", env: "CODER_NEW" }],
			}),
		).join("\n");
		assert.match(hover, /^\*\*Old\*\* — Deprecated\nUse New instead\./);
		assert.match(hover, /Source \| Environment, under this name or its replacement's/);
	});

	it("shows only whether a secret is set", () => {
		const secret = { name: "Key", env: "CODER_KEY", annotations: { secret: "true" } };
		const hover = optionHover(parsed({ ...secret, value: "hush", value_source: "env" })).join("\n");
		assert.match(hover, /\| Value \| Secret \\\(set\\\) \|/);
		assert.doesNotMatch(hover, /hush|Default/);
	});

	it("has a hint at the end of each changed line, with the default if it's short", () => {
		const hint = (more: JsonObject): string | undefined =>
			sourceHint(parsed({ name: "A", env: "A", value: "x", ...more }));
		assert.equal(hint({ value_source: "flag" }), "set by flag");
		assert.equal(hint({ value_source: "env", default: "y" }), "set by environment, default: y");
		assert.equal(hint({ value_source: "yaml", default: "y".repeat(99) }), "set by YAML");
		assert.equal(hint({ default: "y" }), "set by the server, default: y");
		assert.equal(hint({ default: "x", value_source: "default" }), undefined);
		const longest = "y".repeat(40);
		assert.equal(hint({ default: longest }), `set by the server, default: ${longest}`);
		assert.equal(hint({ default: `${longest}y` }), "set by the server");
		assert.equal(hint({ default: "y\ny" }), "set by the server");
		assert.equal(hint({ default: "" }), "set by the server");
		assert.equal(hint({ value: ["x"], default: "[]" }), "set by the server");
		const secret = { value_source: "flag", default: "y", annotations: { secret: "true" } };
		assert.equal(hint(secret), "set by flag");
	});
});
