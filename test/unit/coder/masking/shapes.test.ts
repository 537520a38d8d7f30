import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseAnswer } from "../../../../src/core/coder/parseAnswer.ts";
import { readConfigFile } from "../../../../src/core/comparison/readFile.ts";
import type { JsonValue } from "../../../../src/core/base/json.ts";
import { maskSecrets } from "../../../../src/core/coder/mask.ts";
import { textOf } from "../../../support/everything.ts";
import { needFixtures, sharedPath } from "../../../support/fixtures.ts";

const secret = "X7-made-up_s3cret";

describe("masking secrets in any shape", () => {
	const shapes: readonly JsonValue[] = [
		secret,
		[secret, secret],
		{ a: { b: [secret] } },
		[{ id: 1, text: secret }],
		[null, false, secret],
	];
	for (const key of [
		"external_token_encryption_keys",
		"clientSecret",
		"passphrase",
		"credentials",
		"dsn",
	]) {
		for (const shape of shapes) {
			it(`hides ${JSON.stringify(shape)} under ${key}`, () => {
				const masked = maskSecrets({ config: { deep: [{ [key]: shape, other: secret }] } });
				assert.deepEqual(masked, { config: { deep: [{ [key]: "********", other: "********" }] } });
			});
		}
	}

	it("hides numbers, and texts that hold the number", () => {
		const masked = maskSecrets({ pin: { access_token: 1234567890123 }, url: "?a=1234567890123" });
		assert.deepEqual(masked, { pin: { access_token: "********" }, url: "?a=********" });
	});

	it("searches other texts only for secrets of six characters or more", () => {
		const answer = { token: "sixsix", psk: ["seven"], note: "sixsix and seven" };
		assert.deepEqual(maskSecrets(answer), {
			token: "********",
			psk: "********",
			note: "******** and seven",
		});
	});

	it("doesn't search other texts for a mask", () => {
		assert.deepEqual(maskSecrets({ token: "********", note: "a".padEnd(12, "*") }), {
			token: "********",
			note: "a***********",
		});
	});

	it("searches texts in `use_instead`, except for descriptions", () => {
		const annotations = { secret: "true" };
		const masked = maskSecrets([
			{ env: "CODER_A", annotations, value: secret },
			{ env: "CODER_B", use_instead: [`see ${secret}`, { description: secret }] },
		]);
		assert.deepEqual(masked, [
			{ env: "CODER_A", annotations },
			{ env: "CODER_B", use_instead: ["see ********", { description: secret }] },
		]);
	});

	it("removes values anywhere in `use_instead`, except in groups", () => {
		const group = { name: "A", value: "kept" };
		const masked = maskSecrets({
			use_instead: [{ name: "A", value: "x", more: { deep: [{ value: "x", name: "B" }] }, group }],
		});
		assert.deepEqual(masked, {
			use_instead: [{ name: "A", more: { deep: [{ name: "B" }] }, group }],
		});
	});

	it("keeps what reveals nothing: empty values and booleans", () => {
		const answer = {
			token: "",
			api_key: "true",
			dsn: "false",
			secrets: [],
			password: null,
			credentials: {},
			use_secret: true,
			psk: false,
		};
		assert.deepEqual(maskSecrets(answer), answer);
	});

	it("keeps durations, mappings, lists of words, and links", () => {
		const answer = {
			retention: { api_keys: 1209600000000000, audit_logs: 0 },
			long: { retention: { api_keys: 9007199254740993n } },
			file: { retention: { api_keys: "336h0m0s" } },
			roles: { role_mapping: { password: "members" } },
			pair: ["password", "members"],
			headers: [["Accept", "text/html"]],
			commands: [
				["--verbose", "text"],
				["password", "of", "members"],
			],
			variables: [{ name: "LANG", value: "en" }],
			group_mapping: { "token-admins": "admins", password: "members" },
			postgres: { Choices: ["password", "awsiamrds"], Value: "password" },
			links: [{ name: "Reset your password", target: "https://a.example/x", icon: "bug" }],
			secure_auth_cookie: false,
			same_site_auth_cookie: "lax",
		};
		assert.deepEqual(maskSecrets(answer), answer);
	});

	it("masks what isn't a duration, even next to durations", () => {
		for (const value of ["hunter2", ["hunter2"], { a: "hunter2" }]) {
			assert.deepEqual(maskSecrets({ retention: { api_keys: value } }), {
				retention: { api_keys: "********" },
			});
		}
	});

	it("keeps a pair of words that isn't in a list", () => {
		for (const pair of [
			["password", "members"],
			["members", "password"],
		]) {
			assert.deepEqual(maskSecrets(pair), pair);
			assert.deepEqual(maskSecrets({ pair }), { pair });
		}
		assert.deepEqual(maskSecrets([["password", "members"]]), [["password", "********"]]);
	});

	it("masks values next to names, as in lists of headers and variables", () => {
		for (const list of [
			[{ name: "Authorization", value: `Basic ${secret}` }],
			[{ name: "DB_PASSWORD", value: secret }],
			[{ key: "x-api-key", values: [secret] }],
			[{ header: "Cookie", value: secret }],
			[{ Name: "DB_PASSWORD", Value: secret }],
			[{ key: "DB_PASSWORD", val: { from: secret } }],
			[{ variable: "DB_PASSWORD", default: secret }],
			["coder", "server", "--email-auth-password", secret],
			[["Authorization", secret]],
			[["x-api-key", [secret]]],
			[`Authorization: Bearer ${secret}`],
			[`DB_PASSWORD=${secret}`],
			{ Authorization: secret },
			{ headers: { authorization: [secret] } },
		]) {
			const masked = maskSecrets({ list });
			assert.ok(!textOf(masked).includes(secret), textOf(masked));
		}
	});

	it("keeps the names in such lists", () => {
		const masked = maskSecrets({ env: [{ key: "DB_PASSWORD", val: secret }] });
		assert.deepEqual(masked, { env: [{ key: "DB_PASSWORD", val: "********" }] });
		assert.deepEqual(maskSecrets({ a: [{ name: "a", key: "a-secret-token" }] }), {
			a: [{ name: "a", key: "********" }],
		});
	});

	it("masks secrets under annotations", () => {
		const masked = maskSecrets({ annotations: { secret: "true", token: secret } });
		assert.deepEqual(masked, { annotations: { secret: "true", token: "********" } });
	});

	it("masks credentials in keys", () => {
		const masked = maskSecrets({ [`https://user:${secret}@a.example`]: 1 });
		assert.deepEqual(masked, { "https://user:********@a.example": 1 });
	});

	for (const end of [
		"TOKEN",
		"SECRET",
		"KEY",
		"PASSWORD",
		"PSK",
		"API_TOKENS",
		"PASSPHRASE",
		"DSN",
	]) {
		it(`treats an option of a newer version that ends in ${end} as secret without an annotation`, () => {
			const option = {
				name: "Something New",
				env: `CODER_SOMETHING_NEW_${end}`,
				flag: `something-new-${end.toLowerCase().replaceAll("_", "-")}`,
				default: secret,
				value: [secret],
				value_source: "env",
			};
			const parsed = parseAnswer("deploymentConfig", { options: [option] });
			assert.ok(parsed.ok);
			assert.equal(parsed.value.options[0]?.secret, true);
			assert.ok(!textOf(parsed.value).includes(secret));
		});
	}

	it("treats no boolean and no duration as secret", () => {
		const parsed = parseAnswer("deploymentConfig", {
			options: [
				{ name: "A", env: "CODER_NEW_TOKEN", value: true },
				{ name: "B", env: "CODER_OLD_KEY", value: 5, annotations: { format_duration: "true" } },
				{ name: "B", env: "CODER_KEY", value: 2n ** 60n, annotations: { format_duration: "true" } },
				{ name: "C", env: "CODER_TOKEN_FILE", value: "/etc/coder/token" },
				{ name: "C", env: "CODER_TRUE_TOKEN", value: true, default: "true" },
				{ name: "C", env: "CODER_FALSE_TOKEN", value: true, default: "false" },
				{ name: "D", env: "CODER_NEW_SECRET", value: false, default: secret },
				{
					name: "E",
					env: "CODER_OLD_PSK",
					value: secret,
					annotations: { format_duration: "true" },
				},
			],
		});
		assert.ok(parsed.ok);
		assert.deepEqual(
			parsed.value.options.map(({ secret, value }) => [secret, value]),
			[
				[false, true],
				[false, 5],
				[false, 2n ** 60n],
				[false, "/etc/coder/token"],
				[false, true],
				[false, true],
				[true, undefined],
				[true, undefined],
			],
		);
	});

	it("masks the client secrets of a compared file, however they are spelled", async () => {
		const reference = parseAnswer("deploymentConfig", {
			options: [
				{
					name: "External Auth Providers",
					flag: "external-auth-providers",
					yaml: "externalAuthProviders",
					value: null,
				},
			],
		});
		assert.ok(reference.ok);
		for (const key of [
			"clientSecret",
			"client_secret",
			"CLIENT-SECRET",
			"clientsecret",
			"privateKey",
		]) {
			const files = [
				`externalAuthProviders:\n  - id: github\n    ${key}: ${secret}\n`,
				`externalAuthProviders:\n  - id: github\n    ${key}: [${secret}]\n`,
				JSON.stringify({
					options: [
						{
							name: "External Auth Providers",
							flag: "external-auth-providers",
							value: [{ id: "github", [key]: secret }],
						},
					],
				}),
			];
			for (const text of files) {
				const read = await readConfigFile(new TextEncoder().encode(text), reference.value.options);
				assert.ok(!textOf(read).includes(secret), text);
				assert.ok(textOf(read).includes("github"), text);
			}
		}
	});

	describe("with real servers", () => {
		before(function () {
			needFixtures(this);
		});

		for (const version of ["v2.15.0", "v2.35.1", "main"]) {
			it(`removes nothing that isn't secret (${version})`, () => {
				const text = readFileSync(sharedPath(`live/${version}/owner-config.http`), "utf8");
				const body = JSON.parse(text.slice(text.indexOf("{"))) as JsonValue;
				const changed = changes(body, maskSecrets(body), "");
				assert.ok(!textOf(maskSecrets(body)).includes("EXAMPLE"));
				for (const [path, before] of changed) {
					assert.match(`${path} ${before}`, /use_instead\/\d+\/value|upstream_proxy|EXAMPLE/, path);
				}
			});
		}
	});
});

/** Returns the paths at which two values differ, with the first one's values. */
function changes(
	a: JsonValue | undefined,
	b: JsonValue | undefined,
	path: string,
): [string, string][] {
	if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) {
		return a === b ? [] : [[path, JSON.stringify(a)]];
	}
	const [before, after] = [a, b] as unknown as Record<string, JsonValue>[];
	return Object.keys(before ?? {}).flatMap((key) =>
		changes(before?.[key], after?.[key], `${path}/${key}`),
	);
}
