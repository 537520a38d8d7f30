import assert from "node:assert/strict";
import { inspect } from "node:util";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { chooseDeployment } from "../../../src/core/files/chooseDeployment.ts";
import { countDrift, driftOf } from "../../../src/core/files/drift.ts";
import { driftHint, driftSummary } from "../../../src/core/files/driftText.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { fileSide } from "../../../src/core/files/fileSide.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { configWith } from "../export/support/configs.ts";

const { options } = configWith(
	{
		name: "Access URL",
		env: "CODER_ACCESS_URL",
		flag: "access-url",
		value: "https://a.example",
		value_source: "env",
	},
	{
		name: "Session",
		env: "CODER_SESSION_DURATION",
		flag: "session-duration",
		value: 86400000000000,
		annotations: { format_duration: "true" },
		default: "24h0m0s",
		value_source: "env",
	},
	{ name: "TLS", env: "CODER_TLS_ENABLE", flag: "tls-enable", value: true, value_source: "flag" },
	{
		name: "Domains",
		env: "CODER_OIDC_EMAIL_DOMAIN",
		flag: "oidc-email-domain",
		value: ["a", "b"],
		value_source: "yaml",
	},
	{
		name: "Secret",
		env: "CODER_OIDC_CLIENT_SECRET",
		flag: "oidc-client-secret",
		value: "",
		annotations: { secret: "true" },
		value_source: "env",
	},
	{
		name: "Limit",
		env: "CODER_API_RATE_LIMIT",
		flag: "api-rate-limit",
		value: 512,
		default: "512",
		value_source: "default",
	},
	{
		name: "Text",
		env: "CODER_OIDC_SIGN_IN_TEXT",
		flag: "oidc-sign-in-text",
		value: "Hello",
		value_source: "env",
	},
);
const reference = { options, version: "v2.35.1" };
const text = `CODER_ACCESS_URL=https://a.example
CODER_SESSION_DURATION=1h
CODER_TLS_ENABLE=yes
CODER_OIDC_EMAIL_DOMAIN=a,b
CODER_OIDC_CLIENT_SECRET=hunter2hunter2
CODER_API_RATE_LIMIT=\${X}
CODER_AI_GATEWAY_ENABLED=true
CODER_MADE_UP=1
`;
const settings = fileSettings(text, "env");

describe("differences between a file and a deployment", () => {
	const drift = driftOf(settings, reference);

	it("are reported for each setting", () => {
		assert.deepEqual(
			drift.map(({ setting, state }) => `${setting.name.replace("CODER_", "")} ${state}`),
			[
				"ACCESS_URL same",
				"SESSION_DURATION differs",
				"TLS_ENABLE refused",
				"OIDC_EMAIL_DOMAIN same",
				"OIDC_CLIENT_SECRET secret",
				"API_RATE_LIMIT open",
				"AI_GATEWAY_ENABLED unknown",
				"MADE_UP unknown",
			],
		);
	});

	it("contain no secret", () => {
		assert.ok(!inspect(drift, { depth: 9 }).includes("hunter2"));
		assert.ok(
			!inspect(fileSide(settings, reference, new KnownVariables(undefined)).options).includes(
				"hunter2",
			),
		);
	});

	it("are summarized in one line, and shown at the end of lines", () => {
		assert.equal(
			driftSummary("Production", countDrift(drift)),
			"Production: 2 of 6 settings differ, 1 secret not compared, 1 value not in the file",
		);
		assert.equal(
			driftSummary("Production", { settings: 14, differ: 3, secrets: 2, notCompared: 0 }),
			"Production: 3 of 14 settings differ, 2 secrets not compared",
		);
		assert.equal(
			driftSummary("Production", { settings: 2, differ: 0, secrets: 0, notCompared: 0 }),
			"Production: 2 settings, no differences",
		);
		const [, session] = drift;
		assert.ok(session?.option);
		assert.equal(driftHint("Production", session.option), "Production: 24h0m0s (Environment)");
	});

	it("are summarized with the number of values that aren't in the file, and without an unknown source", () => {
		assert.equal(
			driftSummary("Production", { settings: 3, differ: 0, secrets: 0, notCompared: 2 }),
			"Production: 3 settings, no differences, 2 values not in the file",
		);
		const [option] = configWith({
			name: "Text",
			env: "CODER_OIDC_SIGN_IN_TEXT",
			value: "",
		}).options;
		assert.ok(option);
		assert.equal(driftHint("Production", option), "Production: Not set");
		assert.equal(driftHint("Production", { ...option, value: "Hi" }), "Production: Hi");
	});

	it("don't include values of an option that only the deployment calls a secret", () => {
		const { options: secret } = configWith({
			name: "Text",
			env: "CODER_OIDC_SIGN_IN_TEXT",
			value: "",
			annotations: { secret: "true" },
		});
		const found = driftOf(fileSettings("CODER_OIDC_SIGN_IN_TEXT=EXAMPLE", "env"), {
			options: secret,
		});
		assert.deepEqual(
			found.map(({ state, value, missingThere }) => [state, value, missingThere]),
			[["secret", undefined, undefined]],
		);
	});

	it("don't include a secret that the deployment sets as missing there", () => {
		const of = (line: string) => driftOf(fileSettings(line, "env"), reference)[0];
		assert.equal(of("CODER_OIDC_CLIENT_SECRET=EXAMPLE")?.missingThere, undefined);
		const { options: masked } = configWith(
			{
				name: "Relay",
				env: "CODER_DERP_SERVER_RELAY_URL",
				value: "https://me:EXAMPLE@relay.example",
				value_source: "default",
			},
			{ name: "TLS", env: "CODER_TLS_ENABLE", value: true, value_source: "env" },
		);
		const [relay] = driftOf(fileSettings("CODER_DERP_SERVER_RELAY_URL=https://a.example", "env"), {
			options: masked,
		});
		assert.equal(relay?.state, "secret");
		assert.equal(relay.missingThere, undefined);
	});

	it("don't include options that are named so elsewhere", () => {
		const { options: named } = configWith(
			{ name: "A", env: "CODER_A", yaml: "CODER_MINE", value: "x" },
			{ name: "B", yaml: "b", value: "x" },
		);
		const lines = "CODER_MINE=x\nCODER_A=x\n";
		assert.deepEqual(
			driftOf(fileSettings(lines, "env"), { options: named }).map(({ state }) => state),
			["unknown", "same"],
		);
		const flags = fileSettings("coder server --undefined=x\n", "shell");
		assert.deepEqual(
			driftOf(flags, { options: named }).map(({ state }) => state),
			["unknown"],
		);
	});

	it("count a repeated name once, with the value that applies", () => {
		const twice = fileSettings("CODER_SESSION_DURATION=1h\nCODER_SESSION_DURATION=24h", "env");
		assert.deepEqual(countDrift(driftOf(twice, reference)), {
			settings: 1,
			differ: 0,
			secrets: 0,
			notCompared: 0,
		});
	});
});

describe("files as a side of a comparison", () => {
	const side = fileSide(settings, reference, new KnownVariables(undefined));
	const rows = changeRows(compareOptions(side.options, options));

	it("show values that differ, values that only the deployment sets, and ignored values", () => {
		assert.deepEqual(
			rows.map(({ id, kind }) => `${id.replace("CODER_", "")} ${kind}`),
			[
				"SESSION_DURATION changed",
				"TLS_ENABLE changed",
				"OIDC_EMAIL_DOMAIN source",
				"OIDC_SIGN_IN_TEXT added",
				"AI_GATEWAY_ENABLED onlyLeft",
			],
		);
	});

	it("contain each option once, and without a value if it has none", () => {
		const text = [
			"CODER_OIDC_CLIENT_SECRET=EXAMPLE",
			"CODER_ACCESS_URL=https://a.example",
			"CODER_AI_GATEWAY_ENABLED=${X}",
			"CODER_AI_GATEWAY_RETENTION=soon",
			"CODER_AI_GATEWAY_OPENAI_KEY=EXAMPLE",
			"CODER_MADE_UP=1",
		].join("\n");
		const found = fileSide(fileSettings(text, "env"), reference, new KnownVariables(undefined));
		assert.deepEqual(
			found.options.map(({ id }) => id),
			[
				...options.map(({ id }) => id),
				"CODER_AI_GATEWAY_ENABLED",
				"CODER_AI_GATEWAY_RETENTION",
				"CODER_AI_GATEWAY_OPENAI_KEY",
			],
		);
		const without = found.options.filter((option) => !("value" in option));
		assert.deepEqual(
			without.map(({ id, valueSource }) => [id, valueSource]),
			[
				["CODER_OIDC_CLIENT_SECRET", "env"],
				["CODER_AI_GATEWAY_ENABLED", "env"],
				["CODER_AI_GATEWAY_RETENTION", "env"],
				["CODER_AI_GATEWAY_OPENAI_KEY", "env"],
			],
		);
	});

	it("keep the deployment's source of a secret that both set", () => {
		const { options: other } = configWith({
			name: "Secret",
			env: "CODER_OIDC_CLIENT_SECRET",
			value: "",
			annotations: { secret: "true" },
			value_source: "yaml",
		});
		const lines = fileSettings("CODER_OIDC_CLIENT_SECRET=EXAMPLE", "env");
		const found = fileSide(lines, { options: other }, new KnownVariables(undefined));
		assert.deepEqual(found.options, other);
	});

	it("set both names of a value that has two", () => {
		const { options: both } = configWith(
			{ name: "From", env: "CODER_EMAIL_FROM", value: "a@b.example", value_source: "env" },
			{
				name: "Former",
				env: "CODER_NOTIFICATIONS_EMAIL_FROM",
				value: "a@b.example",
				value_source: "env",
				use_instead: [{ name: "From", env: "CODER_EMAIL_FROM" }],
			},
		);
		for (const name of ["CODER_EMAIL_FROM", "CODER_NOTIFICATIONS_EMAIL_FROM"]) {
			const lines = fileSettings(`${name}=c@d.example`, "env");
			const found = fileSide(lines, { options: both }, new KnownVariables(undefined));
			assert.deepEqual(
				found.options.map(({ value }) => value),
				["c@d.example", "c@d.example"],
			);
			assert.deepEqual([...found.settings.values()], [lines[0], lines[0]]);
		}
	});

	it("report what wasn't compared", () => {
		assert.deepEqual(side.notes, [
			"Values of secrets aren't compared, only whether they're set.",
			"Not compared, because the file doesn't contain the value: CODER_API_RATE_LIMIT.",
			"Coder doesn't start with the value of CODER_TLS_ENABLE.",
		]);
	});

	it("contain the position of each setting; the last of several files applies", () => {
		const values = fileSettings("CODER_SESSION_DURATION=24h", "env");
		const both = fileSide([...settings, ...values], reference, new KnownVariables(undefined));
		assert.equal(both.settings.get("CODER_SESSION_DURATION"), values[0]);
	});
});

describe("the deployment that a file is compared with", () => {
	const production = { name: "Production", url: "https://a.example" };
	const staging = { name: "Staging", url: "https://b.example", accessUrl: "https://c.example/" };
	const all = [production, staging];
	const choose = (urls: string[], setting: unknown, matching: string[]) =>
		chooseDeployment(urls, setting, (glob) => matching.includes(glob), all, production);

	it("is the one whose access URL or own URL the file sets", () => {
		assert.equal(choose(["https://b.example/"], {}, [])?.deployment, staging);
		assert.equal(choose(["https://c.example"], {}, [])?.because, "accessUrl");
	});

	it("is otherwise the one in the setting", () => {
		const setting = { "prod/**": "Production", "staging/**": "Staging", "x/**": 1, "": "Staging" };
		assert.equal(choose(["https://z.example"], setting, ["staging/**"])?.deployment, staging);
		assert.equal(choose([], { "a/**": "https://b.example" }, ["a/**"])?.because, "setting");
	});

	it("is otherwise the active one, whatever the setting contains", () => {
		for (const setting of [undefined, null, 1, [], "x", { "a/**": "Nobody" }]) {
			assert.deepEqual(choose([], setting, ["a/**"]), {
				deployment: production,
				because: "active",
			});
		}
		assert.equal(
			chooseDeployment([], {}, () => true, [], undefined),
			undefined,
		);
	});
});
