import assert from "node:assert/strict";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { maskUrlUsers } from "../../../src/core/coder/maskAddresses.ts";
import { maskSecrets } from "../../../src/core/coder/mask.ts";
import { textOf } from "../../support/everything.ts";

const secret = "s3cret-value";

/** Masks an answer, and asserts that the secret is gone, wherever it was. */
function masked(answer: JsonValue): JsonValue {
	const result = maskSecrets(answer);
	assert.ok(!textOf(result).includes(secret), textOf(result));
	return result;
}

const option = (more: Record<string, JsonValue>): Record<string, JsonValue> => ({
	name: "Some Option",
	env: "CODER_SOME_OPTION",
	...more,
});

describe("masking", () => {
	it("removes the value of a secret option and keeps its description", () => {
		const annotations = { secret: "true", enterprise: "true" };
		const answer = { options: [option({ annotations, value: secret, value_source: "env" })] };
		assert.deepEqual(masked(answer), {
			options: [option({ annotations, value_source: "env" })],
		});
	});

	it("removes values of every type", () => {
		for (const value of [[secret], { a: { b: [secret] } }, { Choices: [secret], Value: secret }]) {
			masked({ options: [option({ annotations: { secret: "true" }, value })] });
		}
	});

	it("removes every value inside `use_instead`, secret or not", () => {
		const successor = option({ value: secret, use_instead: [option({ value: [secret] })] });
		const answer = { options: [option({ use_instead: [successor], value: 7 })] };
		assert.deepEqual(masked(answer), {
			options: [option({ value: 7, use_instead: [option({ use_instead: [option({})] })] })],
		});
	});

	it("detects secret options by variable, flag, name, or replacement", () => {
		for (const names of [
			{ env: "CODER_OIDC_CLIENT_SECRET" },
			{ env: "CODER_X", flag: "postgres-url" },
			{ env: "CODER_X", name: "Email Auth: Password" },
			{ env: "CODER_X", name: "OpenAI Key" },
			{ env: "CODER_X", use_instead: [{ annotations: { secret: "true" } }] },
			{ env: "CODER_X", use_instead: [{ env: "CODER_Y" }, { annotations: { secret: "true" } }] },
			{ env: "CODER_X", use_instead: { env: "CODER_PG_CONNECTION_URL" } },
			{ env: "CODER_X", annotations: ["secret"] },
		]) {
			masked({ options: [option({ ...names, value: secret, default: secret })] });
		}
	});

	it("works at every depth", () => {
		masked({
			deep: [[{ options: [option({ annotations: { secret: "true" }, value: secret })] }]],
		});
	});

	it("clears texts under keys that name a secret", () => {
		const config = {
			oidc: { client_secret: secret, client_id: "id" },
			email: { auth: { password: secret } },
			token: secret,
			"api-key": secret,
			apiKey: secret,
			key: secret,
			password: "",
			secrets_count: "2",
		};
		assert.deepEqual(masked({ config }), {
			config: {
				...config,
				oidc: { client_secret: "********", client_id: "id" },
				email: { auth: { password: "********" } },
				token: "********",
				"api-key": "********",
				apiKey: "********",
				key: "********",
			},
		});
	});

	it("also masks secrets in other texts", () => {
		const answer = {
			options: [
				option({ annotations: { secret: "true" }, value: secret }),
				option({ value: `--password=${secret}`, default: secret }),
			],
			config: { note: [`see ${secret}`] },
		};
		const result = masked(answer) as typeof answer;
		assert.equal(result.config.note[0], "see ********");
		assert.equal(result.options[1]?.value, "--password=********");
	});

	it("doesn't mask words of descriptions for a short or ordinary secret", () => {
		const answer = {
			options: [
				option({ annotations: { secret: "true" }, value: "on" }),
				option({ annotations: { secret: "true" }, value: "password" }),
				option({ description: "The password is on.", value: "on" }),
			],
		};
		const result = maskSecrets(answer) as typeof answer;
		assert.equal(result.options[2]?.description, "The password is on.");
		assert.equal(result.options[2].value, "on");
	});

	it("masks passwords inside URLs, including in lists and maps", () => {
		const url = `http://robots:${secret}@proxy.example:3128`;
		const answer = { config: { a: url, b: [url, `${url},${url}`], c: { d: url } } };
		const result = masked(answer) as typeof answer;
		assert.equal(result.config.a, "http://robots:********@proxy.example:3128");
	});

	it("keeps URLs without a password", () => {
		for (const url of [
			"https://coder.example.com:8443/a@b?c=d:e@f",
			"ssh://git@example.com:22/x",
			"mailto:mira@example.com",
			"time 12:30@noon",
			"",
		]) {
			assert.equal(maskUrlUsers(url), url);
		}
	});

	it("removes `__proto__`, and changes no prototype", () => {
		const answer = JSON.parse(
			`{"__proto__":{"value":"${secret}"},"a":{"__proto__":{"polluted":1}},"options":[]}`,
		) as JsonValue;
		const result = masked(answer);
		assert.deepEqual(result, { a: {}, options: [] });
		assert.equal(Object.getPrototypeOf(result), Object.prototype);
		assert.equal(({} as { polluted?: unknown }).polluted, undefined);
	});

	it("returns values without secrets unchanged, and doesn't modify its input", () => {
		for (const value of [null, true, 7, 9007199254740993n, "text", [], {}, [1, [2]], { a: null }]) {
			assert.deepEqual(maskSecrets(value), value);
		}
		const answer = { options: [option({ annotations: { secret: "true" }, value: secret })] };
		const before = JSON.stringify(answer);
		maskSecrets(answer);
		assert.equal(JSON.stringify(answer), before);
	});

	it("is idempotent", () => {
		const answer = {
			options: [option({ annotations: { secret: "true" }, value: secret })],
			config: { key: secret, url: `http://a:${secret}@b.example` },
		};
		const once = masked(answer);
		assert.deepEqual(maskSecrets(once), once);
	});
});
