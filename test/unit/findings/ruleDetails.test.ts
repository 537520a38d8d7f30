import assert from "node:assert/strict";
import "../../support/stable.ts";
import {
	holdsEveryAddress,
	isHttpElsewhere,
	listensEverywhere,
} from "../../../src/core/findings/addresses.ts";
import { Facts, intOf, listOf, textOf } from "../../../src/core/findings/facts.ts";
import { findingsAttention } from "../../../src/core/findings/findingsAttention.ts";
import type { Finding } from "../../../src/core/findings/finding.ts";
import { listed, named, successors } from "../../../src/core/findings/rules/optionNames.ts";
import { option } from "../configuration/support/options.ts";
import { recorded } from "../../support/recorded.ts";
import { findingsAt, type Server } from "./support/findingsAt.ts";

describe("an address in a configuration", () => {
	it("listens everywhere without a host or with an all-zero one", () => {
		for (const address of [
			":80",
			"0.0.0.0:80",
			"*:80",
			"[::]:80",
			"[0:0:0:0:0:0:0:0]:80",
			"0:0:80",
			"::80",
		]) {
			assert.ok(listensEverywhere(address), address);
		}
		for (const address of [
			"",
			"80",
			"0.0.0.0",
			"127.0.0.1:80",
			"[::1]:80",
			"[fe80::]:80",
			"fe80::0:80",
			"10.0.0.0:80",
			"a:80",
		]) {
			assert.ok(!listensEverywhere(address), address);
		}
		assert.ok(!listensEverywhere("0:80"), "a host that isn't an address");
	});

	it("is a network of every address if its prefix has no bits", () => {
		for (const network of ["0.0.0.0/0", "::/0", " 10.0.0.0/0 ", "::/00"]) {
			assert.ok(holdsEveryAddress(network), network);
		}
		for (const network of ["10.0.0.0/8", "0.0.0.0", "0.0.0.0/10", "::/01"]) {
			assert.ok(!holdsEveryAddress(network), network);
		}
	});

	it("is unencrypted if it's HTTP on another machine", () => {
		assert.ok(isHttpElsewhere("http://coder.example"));
		for (const url of ["https://coder.example", "http://localhost:3000", "coder.example", ""]) {
			assert.ok(!isHttpElsewhere(url), url);
		}
	});
});

describe("the facts for rules", () => {
	const facts = async (body: Parameters<typeof recorded>[0]) => {
		const { snapshot } = await recorded(body);
		return new Facts({ options: [], masked: {} }, snapshot);
	};
	const region = (name: string, url: string) => ({
		id: "6b0c6a5e-0001-4c0e-8f00-5a3e1e000001",
		name,
		display_name: name,
		icon_url: "",
		healthy: true,
		path_app_url: url,
		wildcard_hostname: "",
	});

	it("include a password in the access URL, as the primary region reports it", async () => {
		const withPassword = "https://admin:made-up@coder.larkspur.example";
		const holds = async (name: string, url: string) =>
			(await facts({ regions: { body: { regions: [region(name, url)] } } })).accessUrlHoldsPassword;
		assert.equal(await holds("primary", withPassword), true);
		assert.equal(await holds("primary", "https://coder.larkspur.example"), false);
		assert.equal(await holds("sydney", withPassword), false, "a workspace proxy's URL");
		assert.equal((await facts({})).accessUrlHoldsPassword, false);
	});

	it("compare the server's version only if it's known", async () => {
		const at = (version: string) =>
			facts({ buildInfo: { body: { version, external_url: "", workspace_proxy: false } } });
		assert.equal((await at("v2.30.1")).isOlderThan("v2.31.0"), true);
		assert.equal((await at("v2.31.0")).isOlderThan("v2.31.0"), false);
		assert.equal((await at("v2.31.0-devel+abc")).developmentBuild, true);
		assert.equal((await at("v2.31.0+abcdef0")).developmentBuild, false);
		const unknown = await facts({});
		assert.equal(unknown.isOlderThan("v9.0.0"), false);
		assert.equal(unknown.developmentBuild, false);
		assert.equal(unknown.release, undefined);
	});

	it("have no value for an option that is missing or of another type", () => {
		const value = (one: unknown) => option({ id: "A", value: one as never });
		assert.equal(textOf(value("a")), "a");
		for (const odd of [undefined, value(5), value(null)]) assert.equal(textOf(odd), "");
		assert.deepEqual(listOf(value(["a", 5, "b"])), ["a", "b"]);
		for (const odd of [undefined, value("a"), value(null)]) assert.deepEqual(listOf(odd), []);
		assert.equal(intOf(value(5)), 5n);
		assert.equal(intOf(value(5n)), 5n);
		for (const odd of [undefined, value(1.5), value("5")]) assert.equal(intOf(odd), undefined);
	});

	it("name an option by its variable, otherwise by its flag", () => {
		assert.equal(named({ env: "CODER_A", flag: "a", name: "A" }), "CODER_A");
		assert.equal(named({ flag: "a", name: "A" }), "--a");
		assert.equal(named({ name: "A" }), "A");
		const useInstead = [
			{ id: "B", name: "B", env: "CODER_B" },
			{ id: "C", name: "C", flag: "c" },
		];
		assert.equal(successors(option({ id: "A", useInstead })), "CODER_B, --c");
	});

	it("list five names, and count the others", () => {
		assert.equal(listed(["a", "b", "c", "d", "e"]), "a; b; c; d; e");
		assert.equal(listed(["a", "b", "c", "d", "e", "f", "g"]), "a; b; c; d; e; 2 more");
	});
});

describe("rules", () => {
	const found = async (rule: string, server: Server) =>
		(await findingsAt(server)).filter((finding) => finding.rule === rule);
	const severities = async (rule: string, server: Server) =>
		(await found(rule, server)).map(({ severity }) => severity);

	it("recognize SSH options however name and value are separated", async () => {
		const options = [
			" ProxyCommand = nc %h %p",
			"Include=/etc/ssh/x",
			"MATCH\tall",
			"ServerAliveInterval=30",
			"ProxyCommands=x",
			"NoProxyJump yes",
		];
		const [finding] = await found("ssh-options-run-programs", {
			env: { CODER_SSH_CONFIG_OPTIONS: options },
		});
		assert.equal(finding?.value, "ProxyCommand, Include, MATCH");
	});

	it("report forwarded SSH agents unless the option's value is no", async () => {
		const forwarded = async (...options: readonly string[]) =>
			(await found("ssh-agent-forwarded", { env: { CODER_SSH_CONFIG_OPTIONS: options } })).map(
				({ value }) => value,
			);
		assert.deepEqual(await forwarded("forwardagent = yes", "ForwardAgent $SOCK"), [
			"forwardagent = yes, ForwardAgent $SOCK",
		]);
		assert.deepEqual(await forwarded("ForwardAgent NO", "ForwardAgent = no"), []);
		assert.deepEqual(await forwarded("ForwardAgents yes", "NoForwardAgent yes"), []);
		assert.equal((await forwarded("ForwardAgent nothing")).length, 1);
	});

	it("distinguish exact sources in a content security policy from almost all", async () => {
		for (const [policy, severity] of [
			["script-src 'unsafe-inline'", "warning"],
			["img-src *", "warning"],
			["connect-src https:", "warning"],
			["connect-src http: https://a.example", "warning"],
			["img-src data:", "warning"],
			["img-src https://*.larkspur.example", "info"],
			["img-src https://img.larkspur.example/data:", "info"],
		] as const) {
			const server = { env: { CODER_ADDITIONAL_CSP_POLICY: [policy] } };
			assert.deepEqual(await severities("csp-weakened", server), [severity], policy);
		}
	});

	it("report each outdated TLS version and each way to not verify certificates", async () => {
		const tls = (env: Server["env"]) => ({ env: { CODER_TLS_ENABLE: true, ...env } });
		for (const version of ["tls10", "tls11"]) {
			const server = tls({ CODER_TLS_MIN_VERSION: version });
			assert.deepEqual(await severities("tls-old-version", server), ["warning"], version);
		}
		for (const policy of ["request", "require-any"]) {
			const server = tls({ CODER_TLS_CLIENT_AUTH: policy });
			assert.deepEqual(await severities("tls-client-not-verified", server), ["warning"], policy);
		}
	});

	it("say why something harmless isn't a problem", async () => {
		const server = { env: { CODER_EMAIL_TLS_SKIPVERIFY: true } };
		const [moot] = await found("email-tls-not-verified", server);
		assert.match(moot?.meaning ?? "", / It has no effect at the moment because /);
		const [real] = await found("email-tls-not-verified", {
			env: { ...server.env, CODER_EMAIL_SMARTHOST: "mail.larkspur.example:587" },
		});
		assert.doesNotMatch(real?.meaning ?? "", /has no effect/);
	});

	it("report a future dangerous option only if it's on or set to something", async () => {
		const dangerous = async (more: object) =>
			severities("dangerous-option", {
				more: [{ name: "Tomorrow", env: "CODER_DANGEROUS_TOMORROW", ...more }],
			});
		assert.deepEqual(await dangerous({ value: ["a"], value_source: "env" }), ["high"]);
		assert.deepEqual(await dangerous({ value: ["a"], value_source: "default" }), []);
		assert.deepEqual(await dangerous({ value: false, value_source: "env" }), []);
		assert.deepEqual(await dangerous({ value: true, value_source: "default" }), ["high"]);
	});
});

describe("findings that need attention", () => {
	const need = async (...severity: readonly Finding["severity"][]) => {
		const shown = severity.map((one) => ({ severity: one }) as Finding);
		return findingsAttention(() => ({ shown, muted: shown }))(await recorded({}), 0).need;
	};

	it("are those of high severity that aren't muted", async () => {
		assert.equal(await need(), undefined);
		assert.equal(await need("warning", "info"), undefined);
		assert.deepEqual(await need("high", "warning"), {
			section: "findings",
			count: 1,
			words: "1 high-severity finding",
			short: "1 finding",
			detail: "high severity",
			severe: true,
		});
		const two = await need("high", "high");
		assert.deepEqual(
			[two?.count, two?.words, two?.short],
			[2, "2 high-severity findings", "2 findings"],
		);
	});
});
