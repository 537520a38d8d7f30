import assert from "node:assert/strict";
import { mainBuild } from "../../../../src/core/coder/release.ts";
import { releaseOptions } from "../../../../src/core/files/config/releaseOptions.ts";
import { readConfigText } from "../../../../src/core/files/config/configText.ts";
import { keyFix } from "../../../../src/core/files/config/keyFix.ts";
import { fileSettings } from "../../../../src/core/files/fileSettings.ts";
import { checkConfig, checkVariables } from "../../../../src/core/files/release/checkRelease.ts";
import type { ReleaseProblem } from "../../../../src/core/files/release/releaseProblem.ts";
import { releaseReference } from "../../../../src/core/files/release/releaseReference.ts";
import { optionHistories } from "../../../../src/core/releases/options.ts";
import type { Form } from "../../../../src/core/variables/forms.ts";
import { applied } from "../config/references.ts";
import { writtenForms } from "./forms.ts";

const variables = (
	text: string,
	release: number,
	form: Form = "env",
	since?: number,
): ReleaseProblem[] => checkVariables(fileSettings(text, form), releaseReference(release), since);
const config = (text: string, release: number): ReleaseProblem[] =>
	checkConfig(readConfigText(text), releaseReference(release));
const reported = (problems: readonly ReleaseProblem[]): string[] =>
	problems.map(({ kind, message }) => `${kind} ${message}`);

describe("a file checked against a release", () => {
	for (const { title, form, write } of writtenForms) {
		describe(`in every form: ${title}`, () => {
			it("suggests the new name for names that the release renamed", () => {
				const text = write("CODER_AIBRIDGE_ENABLED", "true");
				const [problem, ...others] = variables(text, 35, form);
				assert.ok(problem);
				assert.deepEqual(others, []);
				assert.equal(
					`${problem.kind} ${problem.message}`,
					"deprecated v2.35: CODER_AIBRIDGE_ENABLED is deprecated. Use CODER_AI_GATEWAY_ENABLED instead.",
				);
				const { from, to, replacement = "" } = problem;
				const fixed = applied(text, [{ from, to, text: replacement }]);
				assert.equal(fixed, write("CODER_AI_GATEWAY_ENABLED", "true"), "the value stays as it is");
				assert.deepEqual(variables(fixed, 35, form), []);
				assert.deepEqual(variables(text, 33, form), [], "no problem before");
			});

			it("reports removed names and rejected values at their places", () => {
				const gone = write("CODER_IN_MEMORY", "true");
				const [ignored] = variables(gone, 35, form);
				assert.equal(gone.slice(ignored?.from, ignored?.to), "CODER_IN_MEMORY");
				assert.equal(
					ignored?.message,
					"v2.35: CODER_IN_MEMORY has no effect. Coder removed it in v2.25.",
				);
				assert.equal(ignored.replacement, undefined);
				const wrong = write("CODER_TLS_ENABLE", "yes");
				const [refused] = variables(wrong, 35, form);
				assert.equal(refused?.kind, "refused");
				assert.match(wrong.slice(refused.from, refused.to), /yes/);
				assert.doesNotMatch(refused.message, /yes/);
			});
		});
	}

	for (const [line, release, message] of [
		[
			"CODER_AI_GATEWAY_ENABLED=true",
			30,
			"v2.30: CODER_AI_GATEWAY_ENABLED has no effect. This version calls it CODER_AIBRIDGE_ENABLED.",
		],
		[
			"CODER_EMAIL_FROM=a@b.example",
			15,
			"v2.15: CODER_EMAIL_FROM has no effect. This version calls it CODER_NOTIFICATIONS_EMAIL_FROM.",
		],
		[
			"CODER_WORKSPACE_HOSTNAME_SUFFIX=coder",
			15,
			"v2.15: CODER_WORKSPACE_HOSTNAME_SUFFIX has no effect. Coder added it in v2.22.",
		],
		[
			"CODER_HIDE_AI_TASKS=true",
			15,
			"v2.15: CODER_HIDE_AI_TASKS has no effect. Coder added it in v2.24.",
		],
		[
			"CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE=false",
			32,
			"v2.32: The server won't start with this environment variable. Use the flag or YAML.",
		],
		["CODER_AI_GATEWAY_CIRCUIT_BREAKER_MAX_REQUESTS=3", 35, undefined],
		[
			"CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS=3",
			35,
			"v2.35: Coder ignores CODER_AIBRIDGE_CIRCUIT_BREAKER_MAX_REQUESTS unless CODER_AI_GATEWAY_CIRCUIT_BREAKER_MAX_REQUESTS is set too.",
		],
		[
			"CODER_SSH_CONFIG_OPTIONS=ProxyCommand=x",
			mainBuild,
			"main: The server won't start with these SSH options: ProxyCommand.",
		],
		["CODER_SSH_CONFIG_OPTIONS=ProxyCommand=x", 35, undefined],
		["CODER_SSH_CONFIG_OPTIONS=Port=22", mainBuild, undefined],
		[
			"CODER_SESSION_DURATION=1d",
			28,
			"v2.28: Coder doesn't start with this value. Days and weeks require Coder v2.29.0; use hours.",
		],
		["CODER_SESSION_DURATION=1d", 29, undefined],
		["CODER_TELEMETRY_ENABLE=", 33, undefined],
		[
			"CODER_TELEMETRY_ENABLE=",
			34,
			"v2.34: Coder reads this as an empty value. Up to v2.33, it used the default.",
		],
		[
			"CODER_PG_AUTH=iam",
			35,
			"v2.35: Coder doesn't start with this value. CODER_PG_AUTH must be one of: password, awsiamrds.",
		],
		[
			"CODER_EXPERIMENTS=notifications,web-push,*",
			35,
			"v2.35: Coder ignores these experiments: web-push.",
		],
		["CODER_EXPERIMENTS=notifications,web-push", 30, undefined],
		["CODER_EMAIL_SMARTHOST=mail.example:25", 35, undefined],
		[
			"CODER_NOTIFICATIONS_EMAIL_SMARTHOST=mail.example:25",
			18,
			"v2.18: CODER_NOTIFICATIONS_EMAIL_SMARTHOST is deprecated. Use CODER_EMAIL_SMARTHOST instead.",
		],
		["CODER_ACCESS_URL=https://coder.example", 35, undefined],
		["CODER_MY_OWN=1", 35, undefined],
	] as const) {
		it(`reports for ${line} in ${String(release)}: ${message ?? "nothing"}`, () => {
			const found = variables(line, release).map((one) => one.message);
			assert.ok(
				message === undefined
					? found.filter((one) => !/type/.test(one)).length === 0
					: found.includes(message),
				found.join("\n"),
			);
		});
	}

	it("reports types that changed since the release that it's written for", () => {
		const line = "CODER_NOTIFICATIONS_EMAIL_SMARTHOST=mail.example:25";
		const types = (release: number, since?: number) =>
			variables(line, release, "env", since).filter(({ kind }) => kind === "changed");
		assert.deepEqual(reported(types(35)), [
			"changed v2.35: The type of CODER_NOTIFICATIONS_EMAIL_SMARTHOST changed from HostPort to String in v2.18.",
		]);
		assert.deepEqual(types(35, 20), []);
		assert.deepEqual(types(17), []);
	});

	it("reports a type that changed in the release that it's checked against, but not in the one it's written for", () => {
		const line = "CODER_EMAIL_SMARTHOST=mail.example:25";
		const types = (release: number, since: number) =>
			variables(line, release, "env", since).map(({ message }) => message);
		assert.deepEqual(types(18, 17), [
			"v2.18: The type of CODER_EMAIL_SMARTHOST changed from HostPort to String in v2.18.",
		]);
		assert.deepEqual(types(18, 18), []);
	});

	for (const [file, form, release, ...expected] of [
		["CODER_TELEMETRY_ENABLE=\n", "env", 34, "changed CODER_TELEMETRY_ENABLE"],
		['CODER_TELEMETRY_ENABLE=""\n', "env", 34, 'changed ""'],
		["CODER_OIDC_USERNAME_FIELD=''\n", "env", 34, "changed ''"],
		["CODER_OIDC_ICON_URL=\n", "env", 34],
		["coder server --oidc-username-field=\n", "shell", 34],
		["CODER_SSH_CONFIG_OPTIONS=Host=x\n", "env", mainBuild, "refused Host=x"],
		[
			"CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE=true\n",
			"env",
			35,
			"refused CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE",
		],
		["CODER_EXPERIMENTS=' ,*,,web-push'\n", "env", 35, "ignored ' ,*,,web-push'"],
		["CODER_EXPERIMENTS=' ,*'\n", "env", 35],
		["CODER_EXPERIMENTS=NOTIFICATIONS\n", "env", 35],
		["CODER_TLS_ENABLE=${X}\n", "env", 35],
		["CODER_CLUSTER_HOST=a\n", "env", 35],
		["CODER_OIDC_CLIENT_SECRET=\n", "env", 34],
		["coder server --made-up=1\n", "shell", 35],
		["coder server --chat-hook-enabled\n", "shell", 35, "refused --chat-hook-enabled"],
		[
			"coder server --aibridge-enabled --ai-gateway-enabled\n",
			"shell",
			35,
			"deprecated --aibridge-enabled",
		],
	] as const) {
		it(`is reported at the place of the problem: ${file.trim()}`, () => {
			const found = variables(file, release, form).map(
				({ kind, from, to }) => `${kind} ${file.slice(from, to)}`,
			);
			assert.deepEqual(found, expected);
		});
	}

	it("reports whether the server reads an empty variable differently than the one it's written for", () => {
		const line = "CODER_OIDC_USERNAME_FIELD=";
		assert.equal(variables(line, 35, "env", 33).length, 1);
		assert.deepEqual(variables(line, 35, "env", 34), []);
		assert.deepEqual(variables(line, 33, "env", 20), []);
	});

	it("suggests no replacement for a name that several others replace", () => {
		const [variable, ...others] = variables("CODER_ADDRESS=:80\n", 35);
		assert.deepEqual(others, []);
		assert.deepEqual(variable, {
			kind: "deprecated",
			name: "CODER_ADDRESS",
			from: 0,
			to: 13,
			message:
				"v2.35: CODER_ADDRESS is deprecated. Use CODER_HTTP_ADDRESS, CODER_TLS_ADDRESS instead.",
		});
		assert.deepEqual(variables("coder server --address=:80\n", 35, "shell"), [
			{
				kind: "deprecated",
				name: "--address",
				from: 13,
				to: 22,
				message: "v2.35: --address is deprecated. Use --http-address, --tls-address instead.",
			},
		]);
	});

	it("describes names that only later versions have", () => {
		assert.deepEqual(reported(variables("coder server --chat-hook-enabled\n", 35, "shell")), [
			"refused v2.35: Coder doesn't start with --chat-hook-enabled. Only later versions of Coder have it.",
		]);
		assert.deepEqual(reported(variables("CODER_CHAT_HOOK_ENABLED=true\n", 35)), [
			"ignored v2.35: CODER_CHAT_HOOK_ENABLED has no effect. Only later versions of Coder have it.",
		]);
	});

	it("suggests no new name if the file has both", () => {
		const text = "CODER_AIBRIDGE_ENABLED=true\nCODER_AI_GATEWAY_ENABLED=true\n";
		const [problem] = variables(text, 35);
		assert.equal(problem?.kind, "deprecated");
		assert.equal(problem.replacement, undefined);
		const [flag] = variables("coder server --aibridge-enabled --ai-gateway-enabled\n", 35, "shell");
		assert.equal(flag?.kind, "deprecated");
		assert.equal(flag.replacement, undefined);
	});

	it("reports what the release's Helm chart already sets", () => {
		const text = "coder:\n  env:\n    - name: CODER_CLUSTER_HOST\n      value: a\n";
		assert.deepEqual(reported(variables(text, 35, "yaml")), [
			"chart v2.35: Coder's Helm chart already sets CODER_CLUSTER_HOST. Remove it from coder.env.",
		]);
	});

	it("never shows a secret, or more of a name than a message can contain", () => {
		const texts = [
			"CODER_PG_CONNECTION_URL=postgres://u:EXAMPLE-secret@h/d",
			"CODER_OIDC_CLIENT_SECRET=EXAMPLE-secret",
			"CODER_EXPERIMENTS=" + "EXAMPLE-long".repeat(100),
			'CODER_EXPERIMENTS="a\u202eb,[x](command:evil)"',
			'CODER_SSH_CONFIG_OPTIONS="ProxyCommand=EXAMPLE-secret"',
			'CODER_SSH_CONFIG_OPTIONS="A\u001b[31m\\nHost=EXAMPLE-secret"',
			"CODER_TLS_ENABLE=EXAMPLE-secret",
		];
		for (const text of texts) {
			for (const release of [15, 35, mainBuild]) {
				for (const { message } of variables(text, release)) {
					assert.ok(
						!["EXAMPLE-secret", "\u001b", "\u202e", "\n"].some((one) => message.includes(one)),
					);
					assert.ok(message.length < 400, message);
				}
			}
		}
		const hostile = `networking:\n  "${"x".repeat(500)}\\u202e": 1\n  "[x](command:evil)": 2\n`;
		for (const { message } of config(hostile, 35)) {
			assert.doesNotMatch(message, /\u202e/);
			assert.ok(message.length < 400, message);
		}
	});

	it("reports at most 200 problems", () => {
		const text = "CODER_IN_MEMORY=1\n".repeat(5000);
		assert.equal(variables(text, 35).length, 200);
		const two = "CODER_NOTIFICATIONS_EMAIL_SMARTHOST=a:1\n".repeat(100);
		assert.equal(variables(two, 35).length, 200);
		assert.equal(variables(`CODER_IN_MEMORY=1\n${two}`, 35).length, 200);
	});
});

describe("a configuration of coder server checked against a release", () => {
	it("reports keys that were removed, added later, moved, or dropped from YAML", () => {
		const text = [
			"inMemoryDatabase: true",
			"disableChatSharing: true",
			"aibridge:",
			"  base_url: https://a.example",
			"provisioning:",
			"  daemonPSK: x",
			"",
		].join("\n");
		assert.deepEqual(
			reported(config(text, 30)).map((one) => one.replace("refused v2.30: ", "")),
			[
				"Coder v2.30 doesn't know inMemoryDatabase. Coder removed it in v2.25.",
				"Coder v2.30 doesn't know disableChatSharing. Coder added it in v2.34.",
				"Coder doesn't start with this key. Coder v2.30 calls it aibridge.anthropic_base_url.",
				"Coder doesn't start with this key. Coder v2.30 doesn't read provisioning.daemonPSK from YAML.",
			],
		);
	});

	it("suggests new keys, and reports values that are rejected or ignored", () => {
		const text = [
			"experiments:",
			"  - web-push",
			"client:",
			"  sshConfigOptions: [ProxyCommand=x]",
			"aibridge:",
			"  base_url: https://a.example # ours",
			"networking:",
			"  http:",
			"    sessionDuration: 1 day",
			"",
		].join("\n");
		const problems = config(text, 28);
		const moved = problems.find(({ name }) => name === "aibridge.base_url");
		assert.ok(moved);
		const fix = keyFix(readConfigText(text), moved.from, releaseReference(28));
		assert.equal(fix?.path, "aibridge.anthropic_base_url");
		assert.equal(
			applied(text, fix.edits),
			text.replace("  base_url", "  anthropic_base_url"),
			"and nothing else",
		);
		const main = reported(config(text, mainBuild));
		for (const part of [
			"ignored main: Coder ignores these experiments: web-push.",
			"refused main: The server won't start with these SSH options: ProxyCommand.",
			"refused main: Coder doesn't start with this value. networking.http.sessionDuration must be a duration, such as 1h30m.",
		]) {
			assert.ok(main.includes(part), main.join("\n"));
		}
	});

	it("reports each problem once, and at most 200", () => {
		const found = (text: string) =>
			config(text, 35).map(({ kind, name, from, to }) => `${kind} ${name} ${text.slice(from, to)}`);
		assert.deepEqual(found("pgAuth: iam\n"), ["refused pgAuth iam"]);
		assert.deepEqual(found("pgAuth: iam\npgAuth: password\n"), []);
		assert.deepEqual(found('oidc:\n  usernameField: ""\n'), []);
		assert.deepEqual(found("networking:\n  tls:\n    enable: maybe\n"), [
			"refused networking.tls.enable maybe",
		]);
		const ignored = "experiments: [web-push]\n";
		assert.deepEqual(found(ignored), ["ignored experiments [web-push]"]);
		const unknown = Array.from({ length: 201 }, (_, index) => `k${String(index)}: 1\n`).join("");
		assert.equal(found(unknown).length, 200);
		assert.equal(found(unknown + ignored).length, 200);
	});

	it("reports the same in JSON", () => {
		const text = '{"aibridge": {"enabled": true}}';
		const [problem] = config(text, 35);
		assert.equal(problem?.kind, "deprecated");
		assert.equal(text.slice(problem.from, problem.to), '"enabled"');
	});
});

describe("the options of a release", () => {
	it("are in the bundled table", () => {
		for (const release of [0, 15, mainBuild]) {
			for (const { id } of releaseOptions(release)) assert.ok(optionHistories().has(id), id);
		}
	});
});
