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
		`Authorization: Digest username="mira", response="${secret}"`,
		`Authorization: AWS4-HMAC-SHA256 Credential=mira, Signature=${secret}`,
		`said ApiKey ${secret}`,
		`invalid token "${secret}"`,
		`the password is ${secret}`,
		`AccountName=a;SharedAccessSignature=${secret}`,
		`coder server --email-auth-password ${secret}`,
		`setx PGPASSWORD ${secret}`,
		`curl -u mira:${secret} https://coder.example.com`,
		`password => '${secret}'`,
		`Password := "${secret}"`,
		`token -> ${secret}`,
		`config["password"] = "${secret}"`,
		`passwords[0]=${secret}`,
		`passphrase\uff1a${secret}`,
		`{"credentials":{"user":{"name":"a"},"pw":"${secret}"}}`,
		`{"secrets":[["a"],"${secret}"]}`,
		`{\n  "credentials": {\n    "user": "a",\n    "pw": "${secret}"\n  }\n}`,
		JSON.stringify(JSON.stringify({ a: JSON.stringify({ token: `a"${secret}` }) })),
		`password="a\\"${secret}"`,
		`password='it''s ${secret}'`,
		`password="first line\n${secret}"`,
		`password="a"${secret}`,
		`password=a"${secret}"`,
		`a:\n  password: |\n    first\n\n    ${secret}\n  user: mira`,
		`- token: >-\n    ${secret}\n`,
		`password: !!str ${secret}`,
		`password: &anchor ${secret}`,
		`password = <<-EOT\n  first\n  ${secret}\nEOT\n`,
		`/login?next=%2Fx%3Ftoken%3D${secret}%26page%3D2`,
		`%7B%22password%22%3A%22${secret}%22%7D`,
		`?next=https%3A%2F%2Fmira%3A${secret}%40coder.example.com`,
		`https://mira:a/${secret}@coder.example.com`,
		`//mira:${secret}@coder.example.com/x`,
		`https:/mira:${secret}@coder.example.com`,
		`proxy mira:${secret}@proxy.example:3128 refused`,
		`jdbc:oracle:thin:scott/${secret}@db.example:1521`,
		pem("PRIVATE KEY").replaceAll("\n", "\r\n"),
		pem("rsa private key").replace("BEGIN", "begin"),
		pem("SSH2 ENCRYPTED PRIVATE KEY").replaceAll("-----", "---- ").replace("---- \n", " ----\n"),
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

	for (const start of [
		"glrt-",
		"npm_",
		"pypi-",
		"hvs.",
		"AIza",
		"ya29.",
		"tskey-auth-",
		"dckr_pat_",
		"sk_live_",
		"xapp-1-",
		"dop_v1_",
	]) {
		it(`are masked after ${start}`, () => {
			assert.equal(maskText(`sent ${start}${"a1B2".repeat(11)}`), "sent ********");
		});
	}

	it("end where their block, heredoc, or encoded parameter ends", () => {
		assert.equal(
			maskText(`a:\n  password: |\n    ${secret}\n  user: mira\n`),
			"a:\n  password: |\n********\n  user: mira\n",
		);
		assert.equal(
			maskText(`password = <<EOT\n${secret}\nEOT\nuser = "mira"\n`),
			'password = <<EOT********\nEOT\nuser = "mira"\n',
		);
		assert.equal(
			maskText(`?x=%3Ftoken%3D${secret}%26page%3D2`),
			"?x=%3Ftoken%3D********%26page%3D2",
		);
		assert.equal(
			maskText("CODER_TOKEN=\nCODER_URL=https://a.example"),
			"CODER_TOKEN=\nCODER_URL=https://a.example",
		);
	});

	const hex = "0123456789abcdef".repeat(2);
	const exact: readonly (readonly [string, string])[] = [
		[`coder:${secret}@tcp(db.example:3306)/coder`, "coder:********@tcp(db.example:3306)/coder"],
		[`by mira:${secret}@a.example:3128 now`, "by mira:********@a.example:3128 now"],
		[`PROXY mira:${secret}@a.example:3128; DIRECT`, "PROXY ********@a.example:3128; DIRECT"],
		[`PROXY mira:${secret}@a.example`, "PROXY ********@a.example"],
		[
			`jdbc:oracle:thin:scott/${secret}@db.example:1521`,
			"jdbc:oracle:thin:scott/********@db.example:1521",
		],
		[`curl -u mira:${secret} -v`, "curl -u mira:******** -v"],
		[`curl --proxy-user "mira:${secret}" -v`, 'curl --proxy-user "mira:********" -v'],
		[`psql -U mira:${secret}`, "psql -U mira:********"],
		[
			`?a=https%3A%2F%2Fmira%3A${secret}%40b.example`,
			"?a=https%3A%2F%2Fmira%3A********%40b.example",
		],
		[`see https://mira:${secret}@a.example/x`, "see https://mira:********@a.example/x"],
		[`postgres://mira:a@${secret}@db.example/x`, "postgres://mira:********@db.example/x"],
		[`http:/mira:${secret}@a.example`, "http:/mira:********@a.example"],
		[`see https://${secret}@a.example/x`, "see https://********@a.example/x"],
		[`Authorization: Token ${secret}\nnext`, "Authorization: ********\nnext"],
		[`{"Cookie": "a=${secret}", "b": 1}`, '{"Cookie": "********", "b": 1}'],
		[`sent Bearer ${secret} to it`, "sent Bearer ******** to it"],
		["sent bearer hunter to it", "sent bearer ******** to it"],
		["sent Basic bWlyYTptYWRlLXVw to it", "sent Basic ******** to it"],
		["the token AbCdEfGh12345 has expired", "the token ******** has expired"],
		[`the token "${hex}" has expired`, 'the token "********" has expired'],
		[
			`${pem("PRIVATE KEY")}\nnext`,
			"-----BEGIN PRIVATE KEY-----********-----END PRIVATE KEY-----\nnext",
		],
		["password=hunter and more", "password=******** and more"],
		["password=abc********", "password=********"],
		["password=untrue and more", "password=******** and more"],
		["password=trueness", "password=********"],
		["api_key=hunter", "api_key=********"],
		["keypass=hunter", "keypass=********"],
		['{"password": hunter}', '{"password": ********}'],
		['invalid token: "expired"', 'invalid token: "********"'],
		[`?next=%2Fx%3Fa%3D1%26key%3D${secret}`, "?next=%2Fx%3Fa%3D1%26key%3D********"],
		["?next=%2Fx%3Ftoken%3Dhunter", "?next=%2Fx%3Ftoken%3D********"],
		["a;sig=hunter", "a;sig=********"],
		[`password: |\n ${secret}\nuser: mira`, "password: |\n********\nuser: mira"],
		[
			`${"a ".repeat(150)}\n  password: |\n    ${secret}\n  user: mira`,
			`${"a ".repeat(150)}\n  password: |\n********\n  user: mira`,
		],
		// Indentation is counted up to a limit, beyond which the block may also include lines after it.
		[
			`${" ".repeat(250)}password: |\n${" ".repeat(201)}${secret}\n${" ".repeat(200)}user: mira`,
			`${" ".repeat(250)}password: |\n********\n${" ".repeat(200)}user: mira`,
		],
	];
	for (const [text, masked] of exact) {
		it(`leave the rest as it is: ${masked.trim().slice(0, 60).replace(/\s+/g, " ")}`, () => {
			assert.equal(maskText(text), masked);
			assert.equal(maskText(masked), masked);
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
		"Use --token to sign in",
		"coder login --token <token>",
		"[token]: https://coder.example.com/cli-auth",
		"the token AbCdEfGh12 has expired",
		"the secret coder-db-url wasn't found",
		"the token ABCDEFGH12345 has expired",
		"the token abcdefgh12345 has expired",
		"the token AbCdEfGhIjKlM has 1 problem",
		`the token x-${"0123456789abcdef".repeat(2)} has expired`,
		`the token ${"0123456789abcdef".repeat(2)}-x has expired`,
		`the token ${"deadbeef".repeat(4)} has expired`,
		"invalid token: Expired.",
		"the key: a",
		"sig=hunter",
		"password=********,x",
		"?next=%2Fx%26key%3Dvalue",
		"adkey=a-1",
		"100%tokenad=visible",
		'["token"]: https://coder.example.com/cli-auth',
		"see //mira@coder.example.com/x and https://@coder.example.com",
		"clone ssh://git@github.com/x",
		"password -> required",
		"see //github.com/@coder and contact:mira@coder.example.com",
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
