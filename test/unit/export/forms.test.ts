import assert from "node:assert/strict";
import { parse } from "yaml";
import "../../support/stable.ts";
import type { ExportFormat } from "../../../src/core/export/choices.ts";
import { envEntries } from "../../../src/core/export/envEntries.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import { all, configWith, facts } from "./support/configs.ts";

const option = (name: string, value: JsonValue, more: JsonObject = {}): JsonObject => ({
	name,
	env: `CODER_${name.toUpperCase()}`,
	flag: name,
	yaml: name,
	value,
	value_source: "env",
	...more,
});
const instead = (...names: readonly string[]): JsonObject => ({
	use_instead: names.map((name) => ({ name, env: `CODER_${name.toUpperCase()}` })),
});

/** Returns the lines of an export without its header. */
function lines(format: ExportFormat, ...options: readonly JsonObject[]): string[] {
	const text = exportText(configWith(...options), format, facts, all);
	const rest = text.split("\n");
	return rest.slice(rest.findIndex((line) => line === "" || line === "coder:") + 1, -1);
}

describe("an export", () => {
	it("starts with the deployment, the date, and a note that secrets aren't included", () => {
		const text = exportText(configWith(option("a", "b")), "env", facts, all);
		assert.deepEqual(text.split("\n").slice(0, 5), [
			"# Configuration of Larkspur (https://coder.larkspur.example), Coder",
			"# v2.35.1+8b44bd6.",
			"# Read: 2026-08-07T10:00:00.000Z.",
			"# All options.",
			"# Secrets are left out.",
		]);
	});

	it("writes a placeholder in a comment for a secret", () => {
		const secret = option("key", "hush-hush-hush", { annotations: { secret: "true" } });
		assert.deepEqual(lines("env", secret).slice(1), [
			"# Secret (set). The deployment doesn't reveal it, so add it yourself.",
			"# CODER_KEY='<secret>'",
		]);
		assert.deepEqual(lines("helm", secret).slice(2), [
			"    # Secret (set). The deployment doesn't reveal it, so add it yourself.",
			"    # - name: CODER_KEY",
			"    #   valueFrom:",
			"    #     secretKeyRef:",
			"    #       name: <name of a Kubernetes Secret>",
			"    #       key: <key in the Secret>",
		]);
	});

	it("writes a comment for a value with a masked password", () => {
		const masked = option("relay", "https://mira:hush@relay.larkspur.example");
		assert.ok(
			lines("env", masked).includes("# CODER_RELAY='https://mira:********@relay.larkspur.example'"),
		);
		assert.deepEqual(lines("yaml", masked).slice(-2), [
			"# Contains a secret that the deployment doesn't reveal. Add it yourself.",
			"# relay: https://mira:********@relay.larkspur.example",
		]);
	});

	it("reports an option without a variable", () => {
		const { env: _env, ...flagOnly } = option("write-config", false);
		assert.deepEqual(lines("systemd", flagOnly).slice(-2), [
			"# Has no environment variable. Use --write-config or YAML.",
			'# Environment="--write-config=false"',
		]);
	});

	it("reports that an empty variable doesn't override a default", () => {
		const text = lines("env", option("name", "", { default: "x" })).slice(-3);
		assert.match(text.join(" "), /^# Empty, but the default isn't\. .* Use # --name= or YAML\./);
		assert.equal(text.at(-1), "# CODER_NAME=");
	});

	it("sets a list by one name only, because the server joins the lists of both names", () => {
		const list = "proxy_domain_allowlist";
		const old = option(`aibridge_${list}`, ["a"], instead(`ai_gateway_${list}`));
		const text = lines("env", old, option(`ai_gateway_${list}`, ["a"]));
		assert.ok(text.includes("# CODER_AIBRIDGE_PROXY_DOMAIN_ALLOWLIST=a"));
		assert.ok(text.includes("CODER_AI_GATEWAY_PROXY_DOMAIN_ALLOWLIST=a"));
	});

	it("sets both lists if the deprecated name is a separate list", () => {
		const old = option("own_list", ["a"], instead("other_list"));
		const text = lines("env", old, option("other_list", ["a"]));
		assert.ok(text.includes("CODER_OWN_LIST=a"));
		assert.ok(text.includes("CODER_OTHER_LIST=a"));
	});

	it("sets an empty variable if the server reads it, although the default isn't empty", () => {
		const empty = option("docs_url", "", { default: "https://coder.com/docs" });
		const of = (version: string) =>
			exportText(configWith(empty), "env", { ...facts, version }, all).split("\n");
		assert.ok(of("v2.34.0+abcdef1").includes("CODER_DOCS_URL="));
		assert.ok(of("v2.33.9+abcdef1").includes("# CODER_DOCS_URL="));
		const { version: _version, ...unknown } = facts;
		const text = exportText(configWith(empty), "env", unknown, all).split("\n");
		assert.ok(text.includes("# CODER_DOCS_URL="), "the version isn't known");
	});

	it("escapes what YAML would change in a structured value, and nothing in other values", () => {
		const special = "\u007f\u0085\u2028\u2029\ufeff";
		const of = (value: JsonValue) =>
			envEntries(configWith(option("a", value)), all, facts.version).map(({ text }) => text);
		const escaped = String.raw`\u007f\u0085\u2028\u2029\ufeff`;
		assert.deepEqual(of({ b: special }), [`{"b":"${escaped}"}`]);
		assert.deepEqual(of([{ b: special }]), [`[{"b":"${escaped}"}]`]);
		assert.deepEqual(of(special), [special]);
		assert.deepEqual(of([special, "b"]), [`${special},b`]);
	});

	it("doesn't enable Redirect to Access URL with a variable that was true in a file", () => {
		const old = option("tls_redirect_http_to_https", true, {
			default: "true",
			value_source: "yaml",
			...instead("redirect_to_access_url"),
		});
		const redirect = (value: boolean) => option("redirect_to_access_url", value);
		const line = "CODER_TLS_REDIRECT_HTTP_TO_HTTPS=true";
		assert.ok(lines("env", old, redirect(false)).includes(`# ${line}`));
		assert.ok(lines("env", old, redirect(true)).includes(line));
		assert.ok(lines("env", old).includes(`# ${line}`), "the other option isn't exported");
		const several = { ...old, ...instead("other", "redirect_to_access_url") };
		assert.ok(lines("env", several, redirect(true), option("other", false)).includes(line));
		const off = { ...old, value: false };
		assert.ok(
			lines("env", off, redirect(false)).includes("CODER_TLS_REDIRECT_HTTP_TO_HTTPS=false"),
		);
	});

	describe("with a variable that the server interprets as a numbered provider's", () => {
		for (const name of [
			"external_auth_github_default_provider_enable",
			"external_auth_providers",
			"gitauth_enabled",
			"aibridge_provider_default",
			"ai_gateway_provider_1",
		]) {
			it(`writes a comment with what to use instead (${name})`, () => {
				const stopping = option(name, true);
				const variable = `CODER_${name.toUpperCase()}`;
				for (const format of ["env", "systemd", "helm"] as const) {
					const text = lines(format, stopping);
					assert.ok(text.join(" ").includes(`--${name}`), format);
					for (const line of text) {
						if (line.includes(variable)) assert.match(line, /^ *#/);
					}
				}
				assert.equal(lines("yaml", stopping).at(-1), `${name}: true`);
			});
		}

		it("sets the variable if a number follows", () => {
			assert.ok(
				lines("env", option("external_auth_0_type", "github")).includes(
					"CODER_EXTERNAL_AUTH_0_TYPE=github",
				),
			);
		});
	});

	it("leaves an unused deprecated option to its replacement", () => {
		const old = option("old", false, { value_source: "default", ...instead("new") });
		assert.deepEqual(lines("env", old).slice(-2), [
			"# Deprecated and not used. Use new instead.",
			"# CODER_OLD=false",
		]);
		assert.ok(
			lines("env", { ...old, ...instead("new", "newer") }).includes(
				"# Deprecated and not used. Use new, newer instead.",
			),
		);
	});

	it("is valid for the server even if it has no options", () => {
		assert.deepEqual(lines("yaml"), ["{}"]);
		assert.deepEqual(parse(exportText(configWith(), "helm", facts, all)), { coder: { env: [] } });
	});

	it("contains names and descriptions that can't break out of comments", () => {
		const breaks = ["\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029"];
		const text = breaks.map((lineBreak) => `${lineBreak}evil: true`).join("");
		const bad = option("good", 1, {
			name: `Good${text}`,
			description: `Good${text}`,
			default: `Good${text}`,
			group: { name: `Group${text}`, yaml: "group", description: `Group${text}` },
		});
		const yaml = exportText(configWith(bad), "yaml", { ...facts, name: `Larkspur${text}` }, all);
		assert.deepEqual(parse(yaml), { group: { good: 1 } });
		for (const format of ["yaml", "env", "systemd", "helm"] as const) {
			const file = exportText(configWith(bad), format, { ...facts, name: `Larkspur${text}` }, all);
			for (const line of file.split(/[\n\r\u0085\u2028\u2029]/))
				assert.doesNotMatch(line, /^ *evil/);
		}
	});

	it("ends no comment with a backslash, which older systemd treats as a continuation", () => {
		const bad = option("a", "b", { group: { name: "Windows\\" } });
		assert.ok(lines("env", bad).includes("# Windows\\ ."));
	});

	it("turns what the Helm chart sets itself into a comment", () => {
		const address = option("address", "0.0.0.0:8080", { env: "CODER_HTTP_ADDRESS" });
		assert.ok(lines("helm", address).includes("    # The chart sets it."));
		assert.ok(lines("helm", address).includes("    # - name: CODER_HTTP_ADDRESS"));
	});

	it("writes each key once, even if two options use it", () => {
		const twice = [
			option("a", 1),
			option("b", 2, { yaml: "a" }),
			option("c", 3, { group: { name: "A", yaml: "a" } }),
		];
		const text = exportText(configWith(...twice), "yaml", facts, all);
		assert.deepEqual(parse(text), { a: 1 });
		assert.ok(text.includes("# CODER_B=2\n"));
		assert.ok(text.includes("# CODER_C=3\n"));
		const below = { name: "B", yaml: "b", parent: { name: "A", yaml: "a" } };
		const { yaml: _yaml, ...unlisted } = option("e", 5, { group: below });
		const deep = exportText(
			configWith(option("a", 1), option("d", 4, { group: below }), unlisted),
			"yaml",
			facts,
			all,
		);
		assert.deepEqual(parse(deep), { a: 1 });
		assert.ok(deep.endsWith("# CODER_D=4\n# CODER_E=5\n"));
	});

	it("writes multi-line strings as blocks, like the server", () => {
		assert.deepEqual(lines("yaml", option("a", "b\n  c\n\nd\n")).slice(-5), [
			"a: |",
			"  b",
			"    c",
			"",
			"  d",
		]);
		assert.deepEqual(lines("yaml", option("a", "b\nc")).slice(-3), ["a: |-", "  b", "  c"]);
		const web = { group: { name: "Web", yaml: "web" } };
		assert.deepEqual(lines("yaml", option("a", "b\n\nc", web)).slice(-4), [
			"  a: |-",
			"    b",
			"",
			"    c",
		]);
		const list = lines("yaml", option("a", ["x", "b\nc\n"]));
		assert.deepEqual(list.slice(-5), ["a:", "  - x", "  - |", "    b", "    c"]);
	});

	it("quotes multi-line strings that the server's parser can't read from a block", () => {
		// It rejects a block that starts with a tab; the others would depend on what follows.
		for (const [text, quoted] of [
			["\tb\nc", '"\\tb\\nc"'],
			[" b\nc", '" b\\nc"'],
			["\nb", '"\\nb"'],
			["b \nc", '"b \\nc"'],
			["b\nc ", '"b\\nc "'],
			["b\n\n", '"b\\n\\n"'],
			["b\r\nc", '"b\\r\\nc"'],
		] as const) {
			assert.equal(lines("yaml", option("a", text)).at(-1), `a: ${quoted}`);
		}
	});

	it("omits unknown types", () => {
		assert.ok(lines("yaml", option("new", "x")).includes("# (default: <unset>)"));
		assert.ok(lines("yaml", option("new", 1)).includes("# (default: <unset>, type: int)"));
		const empty = lines("yaml", option("new", "x", { default: "" }));
		assert.ok(empty.includes("# (default: <unset>)"));
	});

	it("writes the type and the empty value of a list whose value v2.15.0 omits", () => {
		for (const more of [{}, { default: "a,b" }, { value_source: "yaml" }]) {
			const { value: _value, ...absent } = option("list", null, more);
			const text = lines("yaml", absent);
			assert.match(text.join(" "), /# \(default: .*, type: string-array\)/);
			assert.equal(text.at(-1), "list: []");
			assert.deepEqual(lines("yaml", option("list", [], more)), text);
		}
	});

	it("writes the known type of an option whose value is omitted", () => {
		const { value: _value, ...absent } = option("docs", null, { env: "CODER_DOCS_URL" });
		assert.deepEqual(lines("yaml", absent).slice(-2), ["# (default: <unset>, type: url)", "docs:"]);
	});

	it("writes a comment for an empty enum or address, which the server would reject", () => {
		const choice = option("mode", { Choices: ["a", "b"], Value: "" });
		assert.equal(lines("yaml", choice).at(-1), "# mode:");
		const address = option("tls", "", { env: "CODER_TLS_ADDRESS" });
		assert.equal(lines("yaml", address).at(-1), "# tls:");
	});

	it("includes a reminder about the client secrets of external providers", () => {
		const providers = {
			name: "External Auth Providers",
			flag: "external-auth-providers",
			yaml: "externalAuthProviders",
			value: [{ id: "git", client_id: "x" }],
		};
		const text = lines("yaml", providers).join("\n");
		assert.ok(text.includes("Add client_secret"));
		assert.deepEqual(parse(text), { externalAuthProviders: [{ id: "git", client_id: "x" }] });
		assert.ok(lines("env", providers).join(" ").includes("CODER_EXTERNAL_AUTH_0_"));
	});
});
