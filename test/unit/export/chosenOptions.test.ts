import assert from "node:assert/strict";
import { chosenOptions, deprecatedInUse } from "../../../src/core/export/chosenOptions.ts";
import type { ExportChoices } from "../../../src/core/export/choices.ts";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import { configWith } from "./support/configs.ts";

const option = (name: string, value: JsonValue, more: JsonObject = {}): JsonObject => ({
	name,
	env: `CODER_${name.toUpperCase()}`,
	value,
	...more,
});
const set = { value_source: "env" };
const instead = (...names: readonly string[]): JsonObject => ({
	use_instead: names.map((name) => ({ name, env: `CODER_${name.toUpperCase()}` })),
});

function names(options: readonly JsonObject[], choices: Partial<ExportChoices>): string[] {
	const chosen = chosenOptions(configWith(...options), {
		options: "changed",
		deprecated: "replace",
		...choices,
	});
	return chosen.map(({ option: { name }, note }) =>
		note === undefined ? name : `${name}: ${note}`,
	);
}

describe("exported options", () => {
	it("are set or differ from their defaults, unless all are requested", () => {
		const options = [
			option("set", "a", { default: "a", ...set }),
			option("moved", "b", { default: "a" }),
			option("usual", "a", { default: "a", value_source: "default" }),
			option("unset", "", {}),
		];
		assert.deepEqual(names(options, {}), ["set", "moved"]);
		assert.deepEqual(names(options, { options: "all" }), ["set", "moved", "usual", "unset"]);
	});

	it("replace a deprecated name with the other name of its value", () => {
		// Before v2.18, only the name that was used has a source.
		const options = [
			option("notifications_email_from", "a", { ...set, ...instead("email_from") }),
			option("email_from", "a", { default: "b" }),
		];
		assert.deepEqual(names(options, {}), ["email_from"]);
		assert.deepEqual(names(options, { options: "all" }), ["email_from"]);
		assert.deepEqual(names(options, { deprecated: "keep" }), [
			"notifications_email_from",
			"email_from",
		]);
	});

	for (const [what, deprecated, successors] of [
		["Redirect HTTP to HTTPS", "tls_redirect_http_to_https", ["redirect_to_access_url"]],
		["Verbose", "verbose", ["log_filter"]],
		["Address", "address", ["http_address", "tls_address"]],
		["SSH Hostname Prefix", "ssh_hostname_prefix", ["workspace_hostname_suffix"]],
		["one that no table knows", "to_come", ["to_come_instead"]],
	] as const) {
		it(`include ${what}, which isn't another name, whatever the value of its replacement`, () => {
			for (const value of [false, true, "x", null]) {
				const options = [
					option(deprecated, value, { ...set, ...instead(...successors) }),
					...successors.map((name) => option(name, value, set)),
				];
				assert.deepEqual(names(options, {}), [
					`${deprecated}: Deprecated, but not replaced: ${successors.join(", ")} might have a different effect.`,
					...successors,
				]);
			}
		});
	}

	it("include both names if the server requires both", () => {
		for (const ending of ["max_requests", "failure_threshold"]) {
			const [old, current] = ["aibridge", "ai_gateway"].map(
				(beginning) => `${beginning}_circuit_breaker_${ending}`,
			) as [string, string];
			const options = [
				option(old, 7, { default: "5", ...set, ...instead(current) }),
				option(current, 7, { default: "5", ...set }),
			];
			const kept = `${old}: Deprecated, but required: the server ignores ${current} unless both are set.`;
			assert.deepEqual(names(options, {}), [kept, current]);
			assert.deepEqual(names(options, { deprecated: "keep" }), [kept, current]);
			const unused = [
				option(old, 5, { default: "5", ...instead(current) }),
				option(current, 5, { default: "5" }),
			];
			assert.deepEqual(names(unused, { options: "all" }), [current]);
		}
	});

	it("include a deprecated name with another value than its replacement, with a comment", () => {
		const options = [
			option("notifications_email_from", "a", { ...set, ...instead("email_from") }),
			option("email_from", "x", set),
		];
		assert.deepEqual(names(options, {}), [
			"notifications_email_from: Deprecated, but not replaced: email_from has a different value.",
			"email_from",
		]);
	});

	it("include a deprecated name if the server doesn't have its replacement", () => {
		const options = [option("notifications_email_from", "a", { ...set, ...instead("email_from") })];
		assert.deepEqual(names(options, {}).length, 1);
	});

	it("leave out unused deprecated names if names are replaced", () => {
		const options = [option("old", "", instead("new")), option("new", "x")];
		assert.deepEqual(names(options, { options: "all" }), ["new"]);
		assert.deepEqual(names(options, { options: "all", deprecated: "keep" }), ["old", "new"]);
	});

	it("replace a deprecated secret with its replacement, although neither value is reported", () => {
		const secret = { annotations: { secret: "true" }, ...set };
		const options = [
			option("notifications_email_auth_password", null, {
				...secret,
				...instead("email_auth_password"),
			}),
			option("email_auth_password", null, secret),
		];
		assert.deepEqual(names(options, {}), ["email_auth_password"]);
	});

	it("include a deprecated name if only one of the names is a secret", () => {
		const secret = { annotations: { secret: "true" } };
		const kept =
			"notifications_email_from: Deprecated, but not replaced: email_from has a different value.";
		for (const [old, current] of [
			[secret, {}],
			[{}, secret],
		]) {
			const options = [
				option("notifications_email_from", "", { ...set, ...old, ...instead("email_from") }),
				option("email_from", "", { ...set, ...current }),
			];
			assert.deepEqual(names(options, {}), [kept, "email_from"]);
		}
	});

	it("report which deprecated names are in use", () => {
		const config = configWith(
			option("old", "a", { ...set, ...instead("new") }),
			option("older", "", instead("new")),
			option("new", "a", set),
		);
		assert.deepEqual(
			deprecatedInUse(config).map(({ name }) => name),
			["old"],
		);
	});
});
