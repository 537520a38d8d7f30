import assert from "node:assert/strict";
import { nameWords } from "../../../src/core/coder/nameWords.ts";

describe("the words of a name", () => {
	for (const [name, words] of [
		["clientSecrets", "client secret"],
		["CLIENT_SECRET_2", "client secret"],
		["client-secret", "client secret"],
		["__client..secret__", "client secret"],
		["APIKey", "api key"],
		["myAPIKeys2", "my api key"],
		["v2alpha", "v2alpha"],
		["key12", "key"],
		["12", ""],
		["as_is", "as is"],
		["status_access_series", "status access serie"],
		["ｔｏｋｅｎ", "token"],
		["cOdEr-SeSsIoN-tOkEn", "coder session token"],
		["x_aPi_token", "x a pi token"],
		["a_b_aPi", "a b api"],
		["", ""],
	] as const) {
		it(`are "${words}" in "${name}"`, () => {
			assert.equal(nameWords(name).join(" "), words);
		});
	}

	it("are those at its end, if it's long", () => {
		assert.deepEqual(nameWords(`token_${"x".repeat(200)}`), ["x".repeat(200)]);
		assert.deepEqual(nameWords(`token_${"x".repeat(199)}`), ["x".repeat(199)]);
	});
});
