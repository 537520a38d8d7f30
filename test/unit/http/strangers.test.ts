import assert from "node:assert/strict";
import { explainNonCoderResponse } from "../../../src/core/http/explainNonCoderResponse.ts";
import type { TransportResponse } from "../../../src/core/http/transport.ts";
import { tokenForTests } from "./support/networkBench.ts";

const url = new URL("https://coder.example.com/api/v2/buildinfo");
const answer = (
	body: string,
	headers: Readonly<Record<string, string>> = { "Content-Type": "text/html" },
	status = 200,
): TransportResponse => ({
	status,
	body,
	header: (name) => headers[name],
	values: () => [],
});

describe("responses that aren't from Coder", () => {
	it("may be a portal's page, with its title shortened to one line", () => {
		const page = (title: string): string =>
			explainNonCoderResponse(answer(`<html><title lang=en>${title}</title>`), url).message;
		assert.equal(
			page("\n  Sign in\tto Larkspur \n"),
			"coder.example.com returned the web page “Sign in to Larkspur” instead of Coder's API.",
		);
		assert.ok(page("x".repeat(5000)).length < 150);
		assert.ok(!page(`Hello ${tokenForTests}`).includes("x".repeat(22)));
		assert.equal(page(" "), "coder.example.com returned a web page instead of Coder's API.");
	});

	it("may be a page without a content type", () => {
		assert.match(
			explainNonCoderResponse(answer("  <!doctype html>", {}), url).message,
			/returned a web page/,
		);
	});

	it("may be the dashboard, if the path is wrong", () => {
		const headers = { "Content-Type": "text/html", "X-Coder-Build-Version": "v2.30.0" };
		const { message, action } = explainNonCoderResponse(answer("<html>", headers), url);
		assert.equal(message, "coder.example.com is a Coder server, but its API isn't at this path.");
		assert.equal(action, "changeUrl");
	});

	it("may be a gateway that requires a client certificate, in nginx's words", () => {
		const body =
			"<html><head><title>400 No required SSL certificate was sent</title></head></html>";
		const failure = explainNonCoderResponse(
			answer(body, { "Content-Type": "text/html" }, 400),
			url,
		);
		assert.equal(failure.kind, "clientCertificate");
		assert.equal(failure.setting, "coderDeployment.tlsCertFile");
	});

	it("may be anything else", () => {
		const failure = explainNonCoderResponse(
			answer('{"ok":true}', { "Content-Type": "text/json" }),
			url,
		);
		assert.equal(failure.message, "coder.example.com responded, but not as Coder's API.");
	});
});
