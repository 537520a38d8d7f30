import assert from "node:assert/strict";
import { maskText } from "../../../../src/core/coder/secretText.ts";
import { readErrorBody } from "../../../../src/core/http/errorBody.ts";

const secret = "X7-made-up_s3cret";
const jwt = ["eyJhbGciOiJub25lIn0", "eyJzdWIiOiJuby1vbmUifQ", "c2lnbmF0dXJl"].join(".");
const pem = (kind: string, end = `\n-----END ${kind}-----`) =>
	`-----BEGIN ${kind}-----\n${secret}${end}`;

describe("credentials in texts", () => {
	const texts = [
		`https://coder.example.com/x?token=${secret}`,
		`https://coder.example.com/x?a=1&api_key=${secret}&b=2`,
		`https://store.example/x?sv=2024-11-04&sig=${secret}&se=1`,
		`https://store.example/x?X-Amz-Expires=9&X-Amz-Signature=${secret}`,
		`wss://a.example/?access_token=${secret}#x`,
		`https://${secret}@coder.example.com/x`,
		`git+https://${secret}@git.example/x.git`,
		`nats://${secret}@queue.example:4222`,
		`https://user:${secret}@coder.example.com`,
		`HTTPS://USER:${secret}@coder.example.com`,
		`amqps://user:${secret}@[::1]:5671/v`,
		`host=db user=coder password=${secret} sslmode=disable`,
		`host=db password='${secret} and more' dbname=coder`,
		`Server=db;Uid=coder;Pwd=${secret};`,
		`coder:${secret}@tcp(db.example:3306)/coder`,
		`Authorization: Bearer ${secret}`,
		`{"Authorization":["Bearer ${secret}"]}`,
		`map[Authorization:[Bearer ${secret}] Accept:[*/*]]`,
		`[["Accept","*/*"],["Authorization","Bearer ${secret}"]]`,
		`sent Bearer ${secret} to the server`,
		`Proxy said: Basic ${Buffer.from(`user:${secret}`).toString("base64")}`,
		`X-Api-Key: ${secret}`,
		`{"clientSecret":"${secret}"}`,
		`{\\"client_secret\\":\\"${secret}\\"}`,
		`{"secrets":["${secret}","${secret}"]}`,
		`{"credentials":{"user":"a","pw":"${secret}"}}`,
		`CODER_OIDC_CLIENT_SECRET=${secret}`,
		`export PGPASSWORD="${secret}"`,
		`coder server --email-auth-password=${secret}`,
		`passphrase: ${secret}`,
		`clientSecret = '${secret}'`,
		pem("PRIVATE KEY"),
		pem("RSA PRIVATE KEY"),
		pem("OPENSSH PRIVATE KEY", ""),
		pem("PGP PRIVATE KEY BLOCK"),
		`key: |\n${pem("EC PRIVATE KEY")}`,
		`the token ${jwt} is not valid`.replace("c2lnbmF0dXJl", secret),
		`cloned with ghp_${"A1b2".repeat(9)}C3d4`,
	];
	for (const text of texts) {
		it(`are masked in ${text.slice(0, 60).replace(/\s+/g, " ")}`, () => {
			const masked = maskText(text);
			assert.ok(!masked.includes(secret), masked);
			assert.ok(!masked.includes(Buffer.from(secret).toString("base64").slice(4, 12)), masked);
			assert.ok(!masked.includes("A1b2A1b2"), masked);
			assert.equal(maskText(masked), masked);
		});

		it(`are masked in an error's texts: ${text.slice(0, 40).replace(/\s+/g, " ")}`, () => {
			const read = readErrorBody(JSON.stringify({ message: text, detail: text }));
			assert.ok(!`${read?.message} ${read?.detail}`.includes(secret));
		});
	}

	it("don't affect the rest of the text", () => {
		assert.equal(
			maskText(`GET https://a.example/x?token=${secret}&page=2 by mira`),
			"GET https://a.example/x?token=********&page=2 by mira",
		);
		assert.equal(
			maskText(`host=db password=${secret} sslmode=disable`),
			"host=db password=******** sslmode=disable",
		);
	});

	for (const text of [
		"",
		"The session token has expired.",
		"invalid token: expired",
		"API key is invalid",
		'Cookie "coder_session_token" or query parameter must be provided.',
		'Bearer realm="coder"',
		"Bearer tokens are not allowed",
		"Basic authentication failed",
		"Basic support",
		'Provide options in "key=value" or "key value" format.',
		"max_token_lifetime=24h0m0s",
		"tls.keyFile=/etc/coder/tls.key",
		"CODER_TLS_KEY_FILE=/etc/coder/tls.key",
		"https://idp.example/oauth/token",
		"http://[user:pass@]host:port",
		"ssh://git@github.com/x",
		"git@github.com:coder/coder.git",
		"postgres://coder@db.example/coder",
		"https://coder.example.com:8443/a@b?c=d:e@f",
		"PasswordAuthentication=no",
		"secure_auth_cookie=true",
		"token=",
		"key: /etc/coder/client.key (from coder.tlsKeyFile)",
		"key: C:/certificates/client.pem",
		"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
		"-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
	]) {
		it(`aren't detected in ${text.slice(0, 60) || "an empty text"}`, () => {
			assert.equal(maskText(text), text);
		});
	}
});
