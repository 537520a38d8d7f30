import assert from "node:assert/strict";
import { isIgnored } from "../../../src/core/variables/ignored.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { nearest } from "../../../src/core/variables/nearest.ts";
import { otherNames, otherUse } from "../../../src/core/variables/otherVariables.ts";
import { configWith } from "../export/support/configs.ts";

const bundled = new KnownVariables(undefined);

describe("known variables", () => {
	it("come from the deployment if there is one, in its version's words", () => {
		const known = new KnownVariables(
			configWith(
				{ name: "Access URL", env: "CODER_ACCESS_URL", description: "Ours.", value: "https://x" },
				// Deprecated in the bundled facts, not on this server.
				{ name: "Address", env: "CODER_ADDRESS", flag: "address", value: "" },
				{ name: "New", env: "CODER_FROM_THE_FUTURE", value: 1 },
				{ name: "Mode", env: "CODER_MODE", value: { Choices: ["a", "b"], Value: "a" } },
				{ name: "Hosted", env: "WGTUNNEL_HOST", value: "" },
			),
		);
		assert.equal(known.find("CODER_ACCESS_URL")?.option?.description, "Ours.");
		assert.equal(known.find("CODER_ADDRESS")?.deprecated, false);
		assert.deepEqual(known.find("CODER_FROM_THE_FUTURE")?.type, "int");
		assert.deepEqual(known.find("CODER_MODE")?.type, ["a", "b"]);
		assert.deepEqual(known.optionNames, [
			"CODER_ACCESS_URL",
			"CODER_ADDRESS",
			"CODER_FROM_THE_FUTURE",
			"CODER_MODE",
		]);
		assert.equal(bundled.find("CODER_FROM_THE_FUTURE"), undefined);
	});

	it("come from bundled facts if a deployment doesn't have them", () => {
		const known = new KnownVariables(configWith({ env: "CODER_ACCESS_URL", value: "" }));
		const variable = known.find("CODER_TELEMETRY");
		assert.equal(variable?.reported, false);
		assert.deepEqual(variable.useInstead, ["CODER_TELEMETRY_ENABLE"]);
	});

	it("include those of CLI, agents, templates, and images", () => {
		for (const name of [
			"CODER_URL",
			"CODER_SESSION_TOKEN",
			"CODER_AGENT_TOKEN",
			"CODER_AGENT_URL",
			"CODER_AGENT_DEVCONTAINERS_ENABLE",
			"CODER_AGENT_SOMETHING_NEW",
			"CODER_WORKSPACE_NAME",
			"CODER_WORKSPACE_OWNER_SESSION_TOKEN",
			"CODER_PARAMETER_dotfiles_uri",
			"CODER_EXTERNAL_AUTH_0_ID",
			"CODER_EXTERNAL_AUTH_12_SOMETHING_NEW",
			"CODER_EXTERNAL_AUTH_ACCESS_TOKEN_github",
			"CODER_AI_GATEWAY_PROVIDER_1_KEY",
			"CODER_SUPPORT_LINKS_0_NAME",
			"CODER_PROVISIONER_DAEMON_KEY",
			"CODER_PROVISIONERD_TAGS",
			"CODER_PRIMARY_ACCESS_URL",
			"CODER_PROXY_SESSION_TOKEN",
			"CODER_INNER_IMAGE",
			"CODER_SCRIPT_BIN_DIR",
			"CODER_MCP_APP_STATUS_SLUG",
			"CODER_REPO",
			"CODER_FIRST_USER_EMAIL",
		]) {
			const variable = bundled.find(name);
			assert.ok(variable?.other, name);
			assert.match(variable.other.page, /^https:\/\/coder\.com\/docs\/[a-z-/]+$/);
			assert.equal(variable.deprecated, false, name);
		}
	});

	it("don't include prefixes of names or properties of objects", () => {
		for (const name of [
			"CODER_AGENT_",
			"CODER_EXTERNAL_AUTH_0_",
			"CODER_EXTERNAL_AUTH_ID",
			"CODER_PARAMETER_",
			"CODER_",
			"CODER_constructor",
			"CODER_UNHEARD_OF",
		]) {
			assert.equal(bundled.find(name), undefined, name);
		}
	});

	it("have new names for numbered families", () => {
		assert.deepEqual(bundled.find("CODER_GITAUTH_0_CLIENT_ID")?.useInstead, [
			"CODER_EXTERNAL_AUTH_0_CLIENT_ID",
		]);
		assert.deepEqual(bundled.find("CODER_AIBRIDGE_PROVIDER_3_NAME")?.useInstead, [
			"CODER_AI_GATEWAY_PROVIDER_3_NAME",
		]);
	});

	it("are offered if they're current", () => {
		const { names } = bundled;
		assert.equal(new Set(names).size, names.length);
		assert.deepEqual(
			names.filter(
				(name) => !bundled.find(name) || !/^CODER_\w+[A-Z]$/.test(name.replace(/\d$/, "")),
			),
			[],
		);
		assert.ok(names.includes("CODER_EXTERNAL_AUTH_0_CLIENT_SECRET"));
		assert.ok(!names.some((name) => name.includes("GITAUTH")));
		assert.ok(otherNames().every((name) => otherUse(name)));
	});
});

describe("similar names", () => {
	const names = ["CODER_ACCESS_URL", "CODER_DOCS_URL", "CODER_HTTP_ADDRESS", "CODER_TLS_ADDRESS"];
	for (const [typed, meant] of [
		["CODER_ACESS_URL", ["CODER_ACCESS_URL"]],
		["CODER_ACCESS_ULR", ["CODER_ACCESS_URL"]],
		["CODER_HTTP_ADRESS", ["CODER_HTTP_ADDRESS"]],
		["CODER_TTLS_ADDRESS", ["CODER_TLS_ADDRESS"]],
		["CODER_UNHEARD_OF", []],
		["CODER_X", []],
		["CODER_DOC", []],
	] as const) {
		it(`are ${meant.join(", ") || "none"} for ${typed}`, () => {
			assert.deepEqual(nearest(typed, names), meant);
		});
	}

	it("are ordered by similarity", () => {
		assert.deepEqual(nearest("CODER_AB", ["CODER_AC", "CODER_AB", "CODER_BB", "CODER_AD"]), [
			"CODER_AB",
			"CODER_AC",
			"CODER_AD",
		]);
	});
});

describe("ignored names", () => {
	it("match the setting, in full or by prefix", () => {
		const setting = ["CODER_MINE", "CODER_ACME_*", 7, null];
		assert.deepEqual(
			["CODER_MINE", "CODER_MINE_TOO", "CODER_ACME_X", "CODER_ACME"].map((name) =>
				isIgnored(name, setting),
			),
			[true, false, true, false],
		);
		for (const odd of [undefined, null, "CODER_MINE", { CODER_MINE: true }]) {
			assert.equal(isIgnored("CODER_MINE", odd), false);
		}
	});
});

describe("bundled options", () => {
	it("include those of all releases, with the names of their newest one", () => {
		const names = bundled.optionNames;
		assert.equal(names.length, 292);
		assert.ok(names.every((name) => /^CODER_[A-Z0-9_]+$/.test(name)));
		assert.equal(bundled.find("CODER_PG_CONNECTION_URL")?.option?.secret, true);
		assert.deepEqual(bundled.find("CODER_ADDRESS")?.useInstead, [
			"CODER_HTTP_ADDRESS",
			"CODER_TLS_ADDRESS",
		]);
		assert.equal(bundled.find("CODER_PROVISIONER_DAEMON_POLL_INTERVAL")?.deprecated, true);
		assert.deepEqual(bundled.find("CODER_IN_MEMORY")?.releases, { last: "v2.24" });
		assert.deepEqual(bundled.find("CODER_HOST_PREFIX_COOKIE")?.releases, { since: "v2.32" });
		assert.equal(bundled.find("CODER_CHAT_HOOK_URL")?.releases.since, "main");
		assert.equal(
			bundled.find("CODER_OAUTH2_GITHUB_CLIENT_ID")?.option?.name,
			"OAuth2 GitHub Client ID",
		);
	});
});
