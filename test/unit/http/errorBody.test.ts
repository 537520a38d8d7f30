import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpoints } from "../../../src/core/coder/endpoints.ts";
import { readErrorBody } from "../../../src/core/http/errorBody.ts";
import { explainStatus } from "../../../src/core/http/explainResponse.ts";

describe("error bodies", () => {
	it("that aren't objects, or have no message, are ignored", () => {
		for (const body of [
			"",
			"null",
			"[]",
			'["message"]',
			'[{"message":"in a list"}]',
			'"message"',
			"true",
			"7",
			"{}",
			'{"message":7}',
			'{"message":null}',
			'{"message":["x"]}',
			'{"detail":"only"}',
			"not JSON",
			"<html>",
		]) {
			assert.equal(readErrorBody(body), undefined, body);
		}
	});

	it("that are objects have message and detail", () => {
		assert.deepEqual(readErrorBody('{"message":"a","detail":"b"}'), { message: "a", detail: "b" });
		for (const detail of ["7", "null", '{"x":1}', "[]"]) {
			assert.deepEqual(readErrorBody(`{"message":"a","detail":${detail}}`), {
				message: "a",
				detail: "",
			});
		}
	});

	it("that aren't objects are from something else below 500, and from the server or a proxy above", () => {
		const url = new URL("https://coder.example.com/api/v2/users/me");
		for (const body of ["null", "[]", '"denied"', "7", '[{"message":"x"}]']) {
			const explain = (status: number) =>
				explainStatus(
					{ status, body, header: () => undefined, values: () => [] },
					url,
					endpoints.user,
				);
			for (const status of [400, 401, 403, 404]) {
				const { kind, message, causes } = explain(status);
				assert.equal(kind, "notCoder", `${status} ${body}`);
				assert.equal(message, "coder.example.com responded, but not as Coder's API.");
				assert.deepEqual(causes, []);
			}
			const { kind, message } = explain(502);
			assert.equal(kind, "serverError");
			assert.equal(
				message,
				"coder.example.com, or a proxy in front of it, responded with status 502.",
			);
		}
	});
});
