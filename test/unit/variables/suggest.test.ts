import assert from "node:assert/strict";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { findProblems, judge } from "../../../src/core/variables/problems.ts";
import { configWith } from "../export/support/configs.ts";

const bundled = new KnownVariables(undefined);

/** Returns the hint for a name, with suggestions after `→`. */
const suggestion = (name: string, known = bundled): string => {
	const verdict = judge(name, known);
	return verdict
		? [verdict.message, ...verdict.replacements.map((one) => `→ ${one}`)].join(" ")
		: "";
};
const meant = (name: string, known = bundled): string => {
	const [, mention] = /(?:Did you mean|\.) (CODER_\w+)/.exec(suggestion(name, known)) ?? [];
	const fixes = judge(name, known)?.replacements ?? [];
	return [mention ?? "", ...fixes.map((fix) => `→ ${fix}`)].join(" ").trim();
};
const fixed = (name: string) => `${name} → ${name}`;

describe("suggestions", () => {
	for (const [typed, expected] of [
		// Typos in names that start like a family.
		["CODER_AGENT_STAT_REFRESH_INTERVAL", fixed("CODER_AGENT_STATS_REFRESH_INTERVAL")],
		["CODER_AGENT_TOKNE", fixed("CODER_AGENT_TOKEN")],
		["CODER_WORKSPACE_HOSTNAME_SUFIX", "CODER_WORKSPACE_HOSTNAME_SUFFIX"],
		["CODER_WORKSPACE_OWNER_NMAE", fixed("CODER_WORKSPACE_OWNER_NAME")],
		["CODER_MCP_APP_STATUS_SLG", fixed("CODER_MCP_APP_STATUS_SLUG")],
		["CODER_EXTERNAL_AUTH_0_CLIENTID", fixed("CODER_EXTERNAL_AUTH_0_CLIENT_ID")],
		["CODER_EXTERNAL_AUTH_12_CLIENT_SECERT", fixed("CODER_EXTERNAL_AUTH_12_CLIENT_SECRET")],
		["CODER_EXTERNAL_AUTH_1_SCOPE", fixed("CODER_EXTERNAL_AUTH_1_SCOPES")],
		["CODER_EXTERNALAUTH_1_CLIENT_ID", fixed("CODER_EXTERNAL_AUTH_1_CLIENT_ID")],
		["CODER_AI_GATEWAY_PROVIDER_0_TYP", fixed("CODER_AI_GATEWAY_PROVIDER_0_TYPE")],
		["CODER_EXTERNAL_AUTH_CLIENT_ID", "CODER_EXTERNAL_AUTH_0_CLIENT_ID"],
		["CODER_AIBRIDGE_PROVIDER_0_BASEURL", "CODER_AIBRIDGE_PROVIDER_0_BASE_URL"],
		// Names derived from flags.
		["CODER_POSTGRES_URL", fixed("CODER_PG_CONNECTION_URL")],
		["CODER_CACHE_DIR", fixed("CODER_CACHE_DIRECTORY")],
		["CODER_POSTGRES_AUTH", fixed("CODER_PG_AUTH")],
		["CODER_TOKEN", fixed("CODER_SESSION_TOKEN")],
		// A different word is a different setting.
		["CODER_TELEMETRY_DISABLE", "CODER_TELEMETRY_ENABLE"],
		["CODER_TLS_MAX_VERSION", "CODER_TLS_MIN_VERSION"],
		["CODER_INSECURE_AUTH_COOKIE", "CODER_SECURE_AUTH_COOKIE"],
		["CODER_OIDC_CLIENT_IDS", "CODER_OIDC_CLIENT_ID"],
		["CODER_EXPERIMENTAL", "CODER_EXPERIMENTS"],
		// The same word in another form, or split.
		["CODER_TELEMETRY_ENABLED", fixed("CODER_TELEMETRY_ENABLE")],
		["CODER_OAUTH_GITHUB_CLIENT_ID", fixed("CODER_OAUTH2_GITHUB_CLIENT_ID")],
		["CODER_ACCESSURL", fixed("CODER_ACCESS_URL")],
		["CODER_EXPERIMENT", fixed("CODER_EXPERIMENTS")],
		["CODER_ACCESS_URI", fixed("CODER_ACCESS_URL")],
		// Deprecated, or only in newer versions.
		["CODER_TELEMETRI", fixed("CODER_TELEMETRY_ENABLE")],
		["CODER_SSH_HOSTNAME_PREFX", "CODER_WORKSPACE_HOSTNAME_SUFFIX"],
		["CODER_EMAIL_SMARTHSOT", "CODER_EMAIL_SMARTHOST"],
		["CODER_HOST_PREFIX_COKIE", "CODER_HOST_PREFIX_COOKIE"],
		// Too short to be similar to anything.
		["CODER_CPU", ""],
		["CODER_HOME", ""],
		["CODER_X", ""],
		["CODER_DOC", ""],
	] as const) {
		it(`are ${expected || "none"} for ${typed}`, () => {
			assert.equal(judge(typed, bundled)?.kind, "unknown");
			assert.equal(meant(typed), expected);
		});
	}

	it("don't complete the user-defined part of a name, or incomplete lists", () => {
		for (const name of [
			"CODER_PARAMETER_REGOIN",
			"CODER_EXTERNAL_AUTH_ACCESS_TOKEN_GITHUB",
			"CODER_AGENT_SOMETHING_NEW",
			"CODER_WORKSPACE_SOMETHING_NEW",
			"CODER_RUNNING_WORKSPACE_AGENT_TOKEN_X",
		]) {
			assert.equal(suggestion(name), "");
		}
		assert.equal(
			suggestion("CODER_EXTERNAL_AUTH_0_SOMETHING_NEW"),
			"Unknown Coder variable CODER_EXTERNAL_AUTH_0_SOMETHING_NEW.",
		);
	});
});

describe("the replacement of a deprecated name", () => {
	for (const [name, fixes] of [
		["CODER_TELEMETRY", ["CODER_TELEMETRY_ENABLE"]],
		// A different meaning.
		["CODER_SSH_HOSTNAME_PREFIX", []],
		// A different type, or one of two.
		["CODER_ADDRESS", []],
		// A different setting with a different default.
		["CODER_TLS_REDIRECT_HTTP_TO_HTTPS", []],
		["CODER_TLS_REDIRECT_HTTP", []],
		// The server requires all keys of a provider, or doesn't start.
		["CODER_AIBRIDGE_PROVIDER_0_TYPE", []],
		["CODER_GITAUTH_0_ID", []],
		// Both names must be set.
		["CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS", []],
		// Only newer versions have it.
		["CODER_NOTIFICATIONS_EMAIL_FROM", []],
		["CODER_AIBRIDGE_ENABLED", []],
	] as const) {
		it(`is ${fixes.join(", ") || "only described"} for ${name}, signed out`, () => {
			const verdict = judge(name, bundled);
			assert.equal(verdict?.kind, "deprecated");
			assert.match(verdict.message, / is deprecated\. Use CODER_/);
			assert.deepEqual(verdict.replacements, fixes);
		});
	}

	it("is what the deployment's own version has", () => {
		const known = new KnownVariables(
			configWith(
				{
					env: "CODER_NOTIFICATIONS_EMAIL_FROM",
					value: "",
					use_instead: [{ env: "CODER_EMAIL_FROM", name: "From" }],
				},
				{ env: "CODER_EMAIL_FROM", value: "" },
				{
					env: "CODER_SSH_HOSTNAME_PREFIX",
					value: "coder.",
					use_instead: [{ env: "CODER_WORKSPACE_HOSTNAME_SUFFIX", name: "Suffix" }],
				},
				{ env: "CODER_WORKSPACE_HOSTNAME_SUFFIX", value: "coder" },
			),
		);
		assert.deepEqual(judge("CODER_NOTIFICATIONS_EMAIL_FROM", known)?.replacements, [
			"CODER_EMAIL_FROM",
		]);
		assert.deepEqual(judge("CODER_SSH_HOSTNAME_PREFIX", known)?.replacements, []);
		assert.equal(meant("CODER_EMAIL_FORM", known), fixed("CODER_EMAIL_FROM"));
	});
});

describe("an option that a version doesn't have", () => {
	const config = configWith(
		{ env: "CODER_ACCESS_URL", value: "" },
		{ env: "CODER_NOTIFICATIONS_EMAIL_HELLO", value: "" },
		{ env: "CODER_SSH_HOSTNAME_PREFIX", value: "coder." },
	);
	const known = new KnownVariables(config, { name: "Larkspur", version: "v2.15.0+190cd1c" });

	for (const [name, message] of [
		[
			"CODER_EMAIL_SMARTHOST",
			"Larkspur (v2.15.0) doesn't know CODER_EMAIL_SMARTHOST. Coder added it in v2.17.",
		],
		[
			"CODER_IN_MEMORY",
			"Larkspur (v2.15.0) doesn't know CODER_IN_MEMORY. Coder removed it in v2.25.",
		],
		[
			"CODER_CHAT_HOOK_URL",
			"Larkspur (v2.15.0) doesn't know CODER_CHAT_HOOK_URL. Other versions of Coder do.",
		],
		[
			"CODER_EMAIL_HELLO",
			"Larkspur (v2.15.0) doesn't know CODER_EMAIL_HELLO. Its version calls this option CODER_NOTIFICATIONS_EMAIL_HELLO.",
		],
		[
			// It replaced CODER_SSH_HOSTNAME_PREFIX, but isn't the same option.
			"CODER_WORKSPACE_HOSTNAME_SUFFIX",
			"Larkspur (v2.15.0) doesn't know CODER_WORKSPACE_HOSTNAME_SUFFIX. Coder added it in v2.22.",
		],
		["CODER_ACCESS_URL", ""],
		["CODER_SESSION_TOKEN", ""],
		// Other programs read it, too.
		["CODER_VERBOSE", ""],
	] as const) {
		it(`is ${message === "" ? "not reported" : "reported"} for ${name}`, () => {
			assert.equal(suggestion(name, known), message);
			if (message !== "") assert.equal(judge(name, known)?.kind, "missing");
		});
	}

	it("is reported without the version if that isn't known, and with its removal if signed out", () => {
		const nameless = new KnownVariables(config, { name: "Larkspur" });
		assert.match(
			suggestion("CODER_EMAIL_FROM", nameless),
			/^Larkspur doesn't know CODER_EMAIL_FROM\./,
		);
		assert.equal(
			suggestion("CODER_TELEMETRY_TRACE"),
			"Coder removed CODER_TELEMETRY_TRACE in v2.2.",
		);
		assert.equal(
			suggestion("CODER_PROVISIONER_DAEMONS_ECHO"),
			"Coder removed CODER_PROVISIONER_DAEMONS_ECHO in v2.11.",
		);
		assert.equal(suggestion("CODER_EMAIL_FROM"), "");
	});
});

describe("a script's own variables", () => {
	it("are only reported if they look like a misspelled option", () => {
		const text = [
			"CODER_CPU=4",
			"CODER_CACHE_DIR=/tmp/x",
			"CODER_BIN_DIR=$(dirname $0)",
			"CODER_ARGS=(a b)",
			"CODER_TLS_MAX_VERSION=1",
			"CODER_ACESS_URL=1",
			"CODER_TELEMETRY=false",
		].join("\n");
		const names = findProblems(text, "shell", bundled, () => false).map(({ name }) => name);
		assert.deepEqual(names, ["CODER_ACESS_URL", "CODER_TELEMETRY"]);
	});
});
