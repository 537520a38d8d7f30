import assert from "node:assert/strict";
import "../../support/stable.ts";
import { formatJson, type JsonValue } from "../../../src/core/base/json.ts";
import { changeText } from "../../../src/core/comparison/changeText.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { chooseDeployment, type FileDeployment } from "../../../src/core/files/chooseDeployment.ts";
import { readConfigText } from "../../../src/core/files/config/configText.ts";
import { configSettings } from "../../../src/core/files/config/configSettings.ts";
import { countDrift, driftOf } from "../../../src/core/files/drift.ts";
import { driftHint, driftSummary } from "../../../src/core/files/driftText.ts";
import { inOrder } from "../../../src/core/files/fileOrder.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { fileSide } from "../../../src/core/files/fileSide.ts";
import type { FileSetting } from "../../../src/core/files/setting.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { assertGolden } from "../../support/golden.ts";
import { secretFile } from "../../support/comparedFile.ts";
import { configWith } from "../export/support/configs.ts";

const config = configWith(
	{
		env: "CODER_ACCESS_URL",
		flag: "access-url",
		yaml: "accessURL",
		value: "https://a.example",
		value_source: "env",
		group: { name: "Networking", yaml: "networking" },
	},
	{ env: "CODER_TLS_ENABLE", flag: "tls-enable", yaml: "tls", value: true, value_source: "flag" },
	{
		env: "CODER_SESSION_DURATION",
		flag: "session-duration",
		yaml: "session",
		value: 86_400_000_000_000,
		annotations: { format_duration: "true" },
		default: "24h0m0s",
		value_source: "default",
	},
	{
		env: "CODER_OIDC_EMAIL_DOMAIN",
		flag: "oidc-email-domain",
		yaml: "domain",
		value: ["a", "b"],
		value_source: "yaml",
	},
	{
		env: "CODER_OIDC_CLIENT_SECRET",
		flag: "oidc-client-secret",
		value: "",
		annotations: { secret: "true" },
		value_source: "env",
	},
	{
		env: "CODER_EMAIL_AUTH_PASSWORD",
		flag: "email-auth-password",
		value: "",
		annotations: { secret: "true" },
		value_source: "",
	},
	{
		env: "CODER_DERP_SERVER_RELAY_URL",
		flag: "relay",
		value: "https://me:hush@relay.example",
		value_source: "env",
	},
	{
		env: "CODER_API_RATE_LIMIT",
		flag: "api-rate-limit",
		yaml: "limit",
		value: 512,
		default: "512",
		value_source: "default",
	},
	{
		env: "CODER_EMAIL_FROM",
		flag: "email-from",
		yaml: "from",
		value: "a@b.example",
		value_source: "env",
	},
	{
		env: "CODER_NOTIFICATIONS_EMAIL_FROM",
		flag: "notifications-email-from",
		value: "a@b.example",
		value_source: "env",
		use_instead: [{ name: "From", env: "CODER_EMAIL_FROM" }],
	},
	{
		env: "CODER_SUPPORT_LINKS",
		yaml: "links",
		value: [{ name: "Help", target: "https://a.example" }],
		value_source: "yaml",
	},
);

/** Returns a value as JSON, including large integers. */
const textOf = (value: JsonValue | undefined): string | undefined =>
	value === undefined ? undefined : formatJson(value).replaceAll(/\s+/g, " ");

const yaml = (text: string): readonly FileSetting[] => configSettings(readConfigText(text));
const files: Readonly<Record<string, readonly FileSetting[]>> = {
	nothing: [],
	"an env file": fileSettings(secretFile, "env"),
	"the same values": fileSettings(
		"CODER_ACCESS_URL=https://a.example\nCODER_SESSION_DURATION=1d\nCODER_OIDC_EMAIL_DOMAIN=a,b\n",
		"env",
	),
	"a secret that the deployment lacks": fileSettings("CODER_EMAIL_AUTH_PASSWORD=x\n", "env"),
	"a name twice": fileSettings("CODER_API_RATE_LIMIT=1\nCODER_API_RATE_LIMIT=512\n", "env"),
	"a deprecated name": fileSettings("CODER_NOTIFICATIONS_EMAIL_FROM=c@d.example\n", "env"),
	"both names": fileSettings(
		"CODER_NOTIFICATIONS_EMAIL_FROM=c@d.example\nCODER_EMAIL_FROM=e@f.example\n",
		"env",
	),
	"flags over variables": fileSettings(
		"CODER_TLS_ENABLE=true coder server --tls-enable=false --oidc-email-domain a --oidc-email-domain b\n",
		"shell",
	),
	"two commands": fileSettings(
		"export CODER_TLS_ENABLE=true\ncoder server --tls-enable=false\ncoder server --tls-enable\n",
		"shell",
	),
	"an option of other versions": fileSettings(
		"CODER_AIBRIDGE_ENABLED=true\nCODER_X=1\nCODER_PROXY_SESSION_TOKEN=x\n",
		"env",
	),
	"a configuration": yaml(
		"networking:\n  accessURL: b\ntls: maybe\nunknown: 1\nlinks:\n  - name: x\n    target: https://me:hush@a.example\n",
	),
};

describe("a file beside a deployment, as it was recorded", () => {
	it("differs like this", () => {
		const { options } = config;
		const parts = Object.entries(files).map(([title, settings]) => {
			const drift = driftOf(settings, { options, version: "v2.35.1" });
			const side = fileSide(settings, { options, version: "v2.35.1" }, new KnownVariables(config));
			const rows = changeRows(compareOptions(side.options, options));
			return [
				title,
				...drift.map((one) => {
					const { setting, state, option, value, flag, missingThere } = one;
					const more = {
						option: option?.id,
						value: textOf(value),
						flag,
						missingThere,
						hint: option && state !== "secret" ? driftHint("Larkspur", option) : undefined,
					};
					return `  ${setting.name}: ${state} ${JSON.stringify(more)}`;
				}),
				`  ${JSON.stringify(countDrift(drift))}`,
				`  ${driftSummary("Larkspur", countDrift(drift))}`,
				...side.notes.map((note) => `  note: ${note}`),
				...rows.map((row) => `  ${row.kind} ${row.id}: ${changeText(row)}`),
				`  settings: ${[...side.settings].map(([id, { name }]) => `${id}=${name}`).join(", ")}`,
				"",
			].join("\n");
		});
		const text = parts.join("\n");
		assert.doesNotMatch(text, /hush/);
		assertGolden("file-sides", text);
	});
});

describe("files that are applied one after the other", () => {
	it("are sorted by the length of their names, then by path", () => {
		const sorted = inOrder(
			[
				"z/values-prod.yaml",
				"b/values.yaml",
				"a/values.yaml",
				"values-dev.yaml",
				"longer/folder/x.yaml",
				"a/values.yaml",
			],
			(file) => file,
		);
		assert.deepEqual(sorted, [
			"longer/folder/x.yaml",
			"a/values.yaml",
			"a/values.yaml",
			"b/values.yaml",
			"values-dev.yaml",
			"z/values-prod.yaml",
		]);
		const already = ["a/values.yaml", "b/values.yaml", "c/values.yaml"];
		assert.deepEqual(
			inOrder(already, (file) => file),
			already,
		);
	});
});

describe("the deployment that a file configures", () => {
	const [one, two, again]: readonly [FileDeployment, FileDeployment, FileDeployment] = [
		{ name: "One", url: "https://one.example", accessUrl: "https://access.example" },
		{ name: "Two", url: "https://two.example" },
		{ name: "Again", url: "https://one.example" },
	];
	const all = [one, two, again];
	const choose = (
		urls: readonly string[],
		setting: unknown,
		active: FileDeployment | "none" = two,
	) =>
		chooseDeployment(
			urls,
			setting,
			(glob) => glob.startsWith("*"),
			all,
			active === "none" ? undefined : active,
		);

	it("is the one at its access URL, the active account first", () => {
		const because = "accessUrl";
		assert.deepEqual(choose(["https://one.example/"], {}), { deployment: one, because });
		assert.deepEqual(choose(["https://one.example"], {}, again), { deployment: again, because });
		assert.deepEqual(choose(["x y", "https://ACCESS.example"], {}), { deployment: one, because });
		assert.deepEqual(choose(["https://one.example"], {}, "none"), { deployment: one, because });
	});

	it("is that of the setting, if a glob matches", () => {
		const because = "setting";
		assert.deepEqual(choose([], { "*": "One" }), { deployment: one, because });
		assert.deepEqual(choose([], { a: "One", "*": "https://one.example" }), {
			deployment: one,
			because,
		});
		assert.deepEqual(choose([], { "*a": "Nobody", "*b": 7, "": "One", "*": "Again" }), {
			deployment: again,
			because,
		});
	});

	it("is the active one otherwise", () => {
		const because = "active";
		for (const setting of [
			undefined,
			null,
			7,
			"x",
			{},
			{ a: "One" },
			{ "*": ["One"] },
			{ "": "One" },
		])
			assert.deepEqual(choose(["https://nobody.example"], setting), { deployment: two, because });
		assert.equal(choose([], {}, "none"), undefined);
		for (const setting of ["One", { "": "One" }, { "*": undefined }]) {
			assert.deepEqual(
				chooseDeployment([], setting, () => true, all, two),
				{ deployment: two, because },
			);
		}
	});
});
