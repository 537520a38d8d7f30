import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
	isMappingName,
	isPeriodName,
	isSecretName,
} from "../../../../src/core/coder/secretName.ts";
import { isSecretOption } from "../../../../src/core/coder/secretOptions.ts";
import { needFixtures, sharedPath } from "../../../support/fixtures.ts";

describe("secret names", () => {
	for (const name of [
		"token",
		"clientSecret",
		"client_secret",
		"client-secret",
		"CLIENT_SECRET",
		"ClientSecrets",
		"clientsecret",
		"client secret 2",
		"accessToken",
		"access_tokens",
		"ACCESS-TOKEN",
		"cOdEr-SeSsIoN-tOkEn",
		"refreshTokenValue",
		"session_token_raw",
		"dbPassword",
		"PGPASSWORD",
		"password1",
		"passwords",
		"basicAuth",
		"CODER_METRICS_BASIC_AUTH",
		"passphrase",
		"sshPassphrase",
		"passwd",
		"mysql_pwd",
		"smtpPass",
		"smtpPw",
		"pgpass",
		"keypass",
		"tokenvalue",
		"api-key-v2",
		"KEY_PROD",
		"apiKeyOld",
		"key_material",
		"privkey",
		"sshkey",
		"preSharedKey",
		"wireguardPSK",
		"daemon_psks",
		"credential",
		"awsCredentials",
		"googleCredentialsJson",
		"dsn",
		"sentryDSN",
		"databaseUrl",
		"PG_CONNECTION_URL",
		"connectionString",
		"redis-url",
		"apikey",
		"apiKey",
		"APIKey",
		"API_KEYS",
		"x-api-key",
		"privateKey",
		"private_key_pem",
		"tlsPrivateKeyBase64",
		"encryptionKeys",
		"external_token_encryption_keys",
		"key",
		"Authorization",
		"Proxy-Authorization",
		"auth_header",
		"authorizationHeader",
		"Cookie",
		"Set-Cookie",
		"session_cookies",
		"vault_secret_id",
		"tokenThatNobodyKnowsYet",
	]) {
		it(`include ${name}`, () => {
			assert.equal(isSecretName(name), true);
		});
	}

	for (const name of [
		"",
		"name",
		"token_url",
		"tokenEndpoint",
		"max_token_lifetime",
		"defaultTokenLifetime",
		"max_tokens",
		"tokens_per_minute",
		"secrets_count",
		"password_file",
		"keyFiles",
		"certKeyFile",
		"CODER_TLS_KEY_FILE",
		"private_key_path",
		"secretName",
		"secretKeyRef",
		"access_key_id",
		"token_id",
		"token_type",
		"accessTokenClaims",
		"publicKey",
		"webpush_public_key",
		"disablePasswordAuth",
		"enable_token_auth",
		"CODER_DISABLE_TOKENS",
		"CODER_USE_SECRETS",
		"passwordMinLength",
		"secret_enabled",
		"secureAuthCookie",
		"sameSiteAuthCookie",
		"http_cookies",
		"ssh_keygen_algorithm",
		"monkey",
		"bypass",
		"api_keys_retention",
		"extra_token_keys",
		"authorization_endpoint",
		"external_token_encryption",
		"__proto__",
	]) {
		it(`don't include ${name || "an empty name"}`, () => {
			assert.equal(isSecretName(name), false);
		});
	}

	it("are those of groups with their own keys or with durations, by the last word", () => {
		for (const name of ["mapping", "group_mapping", "OIDC-Group-Role-Mappings"])
			assert.ok(isMappingName(name), name);
		for (const name of ["", "mapping_file", "remapping", "group", "a_mapping_of_groups"])
			assert.ok(!isMappingName(name), name);
		for (const name of ["retention", "dataRetention", "token_lifetime", "SESSION-DURATIONS"])
			assert.ok(isPeriodName(name), name);
		for (const name of ["", "retention_policy", "dataretention", "retentionpolicy", "period"])
			assert.ok(!isPeriodName(name), name);
	});

	describe("with the server's options", () => {
		before(function () {
			needFixtures(this);
		});

		it("match Coder's annotations in every version", () => {
			const [head = "", ...lines] = readFileSync(sharedPath("options-history.tsv"), "utf8")
				.trimEnd()
				.split("\n");
			const columns = head.split("\t");
			const wrong = lines.flatMap((line) => {
				const cells = line.split("\t");
				const cell = (column: string) => cells[columns.indexOf(column)] ?? "";
				const names = cell("name")
					.split(" > ")
					.map((name) => name.replace(/^v[\d.]+:/, ""));
				const annotated = cell("secret").includes("yes");
				const byAll = names.some((name) => isSecretOption(cell("env"), cell("flag"), name));
				return byAll === annotated ? [] : [cell("id")];
			});
			assert.ok(lines.length > 290);
			assert.deepEqual(wrong, []);
		});

		it("only appear in YAML files for secrets", () => {
			const keys = readFileSync(sharedPath("options-history.tsv"), "utf8")
				.trimEnd()
				.split("\n")
				.map((line) => line.split("\t"))
				.filter((cells) => !cells[10]?.includes("yes"))
				.flatMap((cells) => cells[7]?.split(/ > |\./) ?? [])
				.map((key) => key.replace(/^v\d+:/, ""));
			// Durations are below `retention`; that key is checked together with them.
			assert.deepEqual([...new Set(keys.filter((key) => isSecretName(key)))], ["api_keys"]);
		});
	});
});
