import assert from "node:assert/strict";
import { inspect } from "node:util";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { countDrift, driftOf, type SettingDrift } from "../../../src/core/files/drift.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { fileSide } from "../../../src/core/files/fileSide.ts";
import { checkVariables } from "../../../src/core/files/release/checkRelease.ts";
import { releaseReference } from "../../../src/core/files/release/releaseReference.ts";
import { replaceValue } from "../../../src/core/files/rewrite.ts";
import { valueProblems } from "../../../src/core/files/valueProblems.ts";
import type { Form } from "../../../src/core/variables/forms.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { findProblems } from "../../../src/core/variables/problems.ts";
import { configWith } from "../export/support/configs.ts";

const { options } = configWith(
	{
		name: "Cache",
		env: "CODER_CACHE_DIRECTORY",
		flag: "cache-dir",
		value: "/c",
		value_source: "flag",
	},
	{ name: "TLS", env: "CODER_TLS_ENABLE", flag: "tls-enable", value: true, value_source: "flag" },
	{
		name: "Domains",
		env: "CODER_OIDC_EMAIL_DOMAIN",
		flag: "oidc-email-domain",
		value: ["a", "b", "c"],
		value_source: "flag",
	},
	{
		name: "Postgres",
		env: "CODER_PG_CONNECTION_URL",
		flag: "postgres-url",
		value: "",
		annotations: { secret: "true" },
		value_source: "env",
	},
);
const signedOut = new KnownVariables(undefined);
const known = new KnownVariables({ options }, { name: "Production", version: "v2.35.1" });
const drift = (text: string, form: Form = "shell"): SettingDrift[] =>
	driftOf(fileSettings(text, form), { options, version: "v2.35.1" });
const states = (text: string, form?: Form): string[] =>
	drift(text, form).map(({ setting, state }) => `${setting.name} ${state}`);
const names = (text: string): string[] =>
	findProblems(text, "shell", signedOut, () => false).map(({ message }) => message);

describe("flags in a file, compared with a deployment", () => {
	it("set the options that have them, with the server's values", () => {
		assert.deepEqual(states("coder server --cache-dir=/x --tls-enable --tls-enable=yes\n"), [
			"--cache-dir differs",
			"--tls-enable overridden",
			"--tls-enable refused",
		]);
		assert.deepEqual(states("coder server --cache-dir /c --made-up=1\n"), [
			"--cache-dir same",
			"--made-up unknown",
		]);
	});

	it("add the items of lists that are given more than once", () => {
		assert.deepEqual(states("coder server --oidc-email-domain=a,b --oidc-email-domain c\n"), [
			"--oidc-email-domain same",
			"--oidc-email-domain same",
		]);
		const settings = fileSettings(
			"coder server --oidc-email-domain=a --oidc-email-domain=c\n",
			"shell",
		);
		assert.deepEqual(
			settings.map(({ repeated }) => repeated),
			[true, true],
		);
	});

	it("are repeated only if one command has several of one flag, in either of its forms", () => {
		const repeated = (text: string) =>
			fileSettings(text, "shell").map((setting) => [setting.name, setting.repeated]);
		assert.deepEqual(repeated("coder server -l a --log-filter b\n"), [
			["--log-filter", true],
			["--log-filter", true],
		]);
		assert.deepEqual(repeated("coder server --cache-dir=/c --access-url=a\n"), [
			["--cache-dir", undefined],
			["--access-url", undefined],
		]);
		assert.deepEqual(repeated("coder server -l a\ncoder server -l b\n"), [
			["--log-filter", undefined],
			["--log-filter", undefined],
		]);
		assert.deepEqual(repeated("coder server -z 1 --cache-dir\n"), [["-z", undefined]]);
	});

	it("have the value of the last one, unless they add to a list", () => {
		assert.deepEqual(states("coder server --cache-dir=/x --cache-dir=/c\n"), [
			"--cache-dir overridden",
			"--cache-dir same",
		]);
		assert.deepEqual(states("coder server --oidc-email-domain=a --oidc-email-domain='b\"c'\n"), [
			"--oidc-email-domain differs",
			"--oidc-email-domain refused",
		]);
	});

	it("have an empty value if they're empty, whatever the default and the version", () => {
		const [cache, domains] = fileSettings(
			"coder server --cache-dir= --oidc-email-domain=\n",
			"shell",
		);
		const option = (id: string) => {
			const found = options.find((one) => one.id === id);
			assert.ok(found);
			return { ...found, default: "x" };
		};
		for (const version of ["v2.33.0", "v2.35.1"]) {
			assert.equal(cache?.read?.(option("CODER_CACHE_DIRECTORY"), version), "");
			assert.equal(domains?.read?.(option("CODER_OIDC_EMAIL_DOMAIN"), version), null);
		}
	});

	it("take precedence over the environment, and count once", () => {
		const text = `services:
  coder:
    image: ghcr.io/coder/coder
    environment:
      CODER_CACHE_DIRECTORY: /other
      CODER_TLS_ENABLE: "true"
    command: --cache-dir=/c
`;
		assert.deepEqual(states(text, "yaml"), [
			"CODER_CACHE_DIRECTORY overridden",
			"CODER_TLS_ENABLE same",
			"--cache-dir same",
		]);
		assert.equal(drift(text, "yaml")[0]?.flag, "--cache-dir");
		assert.deepEqual(countDrift(drift(text, "yaml")), {
			settings: 2,
			differ: 0,
			secrets: 0,
			notCompared: 0,
		});
		const settings = fileSettings(text, "yaml");
		for (const order of [settings, settings.toReversed()]) {
			const side = fileSide(order, { options, version: "v2.35.1" }, signedOut);
			const cache = side.options.find(({ flag }) => flag === "cache-dir");
			assert.deepEqual([cache?.value, cache?.valueSource], ["/c", "flag"]);
		}
	});

	it("take no precedence if several commands have flags", () => {
		const text = "CODER_TLS_ENABLE=false coder server --tls-enable\ncoder server --cache-dir=/c\n";
		assert.deepEqual(states(text), [
			"CODER_TLS_ENABLE differs",
			"--tls-enable same",
			"--cache-dir same",
		]);
	});

	it("never keep a secret", () => {
		const text =
			"coder server --postgres-url=postgres://u:EXAMPLE-secret@h/d --postgres-url EXAMPLE-secret\n";
		const settings = fileSettings(text, "shell");
		assert.equal(settings.length, 2);
		const side = fileSide(settings, { options, version: "v2.35.1" }, signedOut);
		const rows = changeRows(compareOptions(side.options, options));
		const problems = [
			...valueProblems(settings, known, () => false),
			...checkVariables(settings, releaseReference(35)),
			...findProblems(text, "shell", known, () => false),
		];
		const seen = inspect([settings, drift(text), side, rows, problems], { depth: 10 });
		assert.ok(!seen.includes("EXAMPLE-secret"));
		assert.ok(states(text).every((one) => one.endsWith("secret") || one.endsWith("overridden")));
	});
});

describe("problems with flags in a file", () => {
	it("are unknown and deprecated ones, with what to write instead", () => {
		assert.deepEqual(names("coder server --acess-url=https://a.example\n"), [
			"Unknown flag --acess-url. Did you mean --access-url?",
		]);
		assert.deepEqual(names("coder server --something-else\n"), [
			"Unknown flag --something-else. The server doesn't start with a flag that it doesn't know.",
		]);
		const [deprecated] = findProblems(
			"coder server --aibridge-enabled\n",
			"shell",
			signedOut,
			() => false,
		);
		assert.equal(
			deprecated?.message,
			"--aibridge-enabled is deprecated. Use --ai-gateway-enabled instead.",
		);
		// Older servers, which the file may be for, don't have the new one.
		assert.deepEqual(deprecated.replacements, []);
		assert.deepEqual(names("coder server --no-open --global-config=/x -c /y --access-url=a\n"), []);
	});

	it("are values that the server rejects, and arguments after a switch", () => {
		const text = "coder server --tls-enable yes --session-duration='1 day'\n";
		const found = valueProblems(fileSettings(text, "shell"), signedOut, () => false);
		assert.deepEqual(
			found.map(({ kind, from, to, message }) => `${kind} ${text.slice(from, to)}: ${message}`),
			[
				"refused yes: Coder doesn't start with this argument. Write --tls-enable=… to set a value.",
				"refused '--session-duration=1 day': Coder doesn't start with this value. --session-duration must be a duration, such as 1h30m.".replace(
					"'--session-duration=1 day'",
					"'1 day'",
				),
			],
		);
	});

	it("are reported for a release that doesn't have them", () => {
		const check = (text: string, release: number) =>
			checkVariables(fileSettings(text, "shell"), releaseReference(release)).map(
				({ kind, message, replacement = "" }) => `${kind} ${message} ${replacement}`.trim(),
			);
		assert.deepEqual(check("coder server --in-memory\n", 35), [
			"refused v2.35: Coder doesn't start with --in-memory. Coder removed it in v2.25.",
		]);
		assert.deepEqual(check("coder server --hide-ai-tasks\n", 15), [
			"refused v2.15: Coder doesn't start with --hide-ai-tasks. Coder added it in v2.24.",
		]);
		assert.deepEqual(check("coder server --aibridge-enabled\n", 35), [
			"deprecated v2.35: --aibridge-enabled is deprecated. Use --ai-gateway-enabled instead. --ai-gateway-enabled",
		]);
		assert.deepEqual(check("coder server --access-url=https://a.example\n", 35), []);
		assert.deepEqual(check("coder server --tls-enable=EXAMPLE\n", 35), [
			"refused v2.35: Coder doesn't start with this value. --tls-enable must be true or false.",
		]);
	});
});

describe("the deployment's value for a flag", () => {
	for (const [form, text, expected] of [
		["shell", "coder server --tls-enable --a=b\n", "coder server --tls-enable=false --a=b\n"],
		["shell", "coder server --tls-enable=true\n", "coder server --tls-enable=false\n"],
		[
			"yaml",
			"services:\n  coder:\n    command: coder server --tls-enable # here\n",
			"services:\n  coder:\n    command: coder server --tls-enable=false # here\n",
		],
		[
			"yaml",
			'services:\n  coder:\n    command: [coder, server, "--tls-enable"]\n',
			"services:\n  coder:\n    command: [coder, server, --tls-enable=false]\n",
		],
		[
			"systemd",
			"[Service]\nExecStart=/usr/bin/coder server --tls-enable \\\n  --cache-dir=/x\n",
			"[Service]\nExecStart=/usr/bin/coder server --tls-enable=false \\\n  --cache-dir=/x\n",
		],
	] as const) {
		it(`replaces the one in the file: ${text.slice(0, 60).replaceAll("\n", " ")}`, () => {
			const [setting] = fileSettings(text, form);
			assert.ok(setting);
			const edit = replaceValue(text, form, setting, "false");
			assert.ok(edit);
			assert.equal(text.slice(0, edit.from) + edit.text + text.slice(edit.to), expected);
		});
	}

	it("isn't offered where it needs quotes in another text", () => {
		const text = "services:\n  coder:\n    command: coder server --cache-dir=/x\n";
		const [setting] = fileSettings(text, "yaml");
		assert.ok(setting);
		for (const value of [
			"a b",
			"a: b",
			"a #b",
			"$X",
			'"',
			"a'",
			"",
			"a:",
			"*a",
			"a*",
			"~a",
			"!a",
			"é/a",
			"a;",
		]) {
			assert.equal(replaceValue(text, "yaml", setting, value), undefined, value);
		}
		assert.ok(replaceValue(text, "yaml", setting, "/var/cache"));
	});
});
