import assert from "node:assert/strict";
import type { Form } from "../../../src/core/variables/forms.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { findProblems, mostProblems, namesSet } from "../../../src/core/variables/problems.ts";
import { configWith } from "../export/support/configs.ts";

const bundled = new KnownVariables(undefined);
const find = (text: string, form: Form = "env", known = bundled, ignored: readonly string[] = []) =>
	findProblems(text, form, known, (name) => ignored.includes(name));
const messages = (...args: Parameters<typeof find>): string[] =>
	find(...args).map(({ message }) => message);

describe("hints about names", () => {
	it("report replacements of deprecated ones", () => {
		const text =
			"CODER_ACCESS_URL=1\nCODER_TELEMETRY=false\nCODER_ADDRESS=:80\nCODER_GITAUTH_0_ID=x\n";
		assert.deepEqual(messages(text), [
			"CODER_TELEMETRY is deprecated. Use CODER_TELEMETRY_ENABLE instead.",
			"CODER_ADDRESS is deprecated. Use CODER_HTTP_ADDRESS, CODER_TLS_ADDRESS instead.",
			"CODER_GITAUTH_0_ID is deprecated. Use CODER_EXTERNAL_AUTH_0_ID instead.",
		]);
		const [first] = find(text);
		assert.equal(text.slice(first?.start, first?.end), "CODER_TELEMETRY");
		assert.deepEqual(first?.replacements, ["CODER_TELEMETRY_ENABLE"]);
	});

	it("report deprecated ones without a replacement", () => {
		assert.deepEqual(messages("CODER_PROVISIONER_DAEMON_POLL_JITTER=1s"), [
			"CODER_PROVISIONER_DAEMON_POLL_JITTER is deprecated.",
		]);
	});

	it("suggest what may have been meant", () => {
		const text = "CODER_TLS_ENABLE=1\nCODER_ACESS_URL=1\nCODER_UNHEARD_OF=1";
		assert.deepEqual(messages(text), [
			"Unknown Coder variable CODER_ACESS_URL. Did you mean CODER_ACCESS_URL?",
			"Unknown Coder variable CODER_UNHEARD_OF.",
		]);
	});

	it("ignore names that are known, referenced, commented out, ignored, or contain lowercase letters", () => {
		const text = `CODER_URL=$CODER_UNHEARD_OF
# CODER_TELEMETRY=1
CODER_EXTERNAL_AUTH_3_ID=x
CODER_MINE=1
CODER_mine=1
CODER_VERBOSE=true
`;
		assert.deepEqual(messages(text, "env", bundled, ["CODER_MINE"]), []);
	});

	it("ignore a script's own variables, unless they resemble an option", () => {
		const text =
			"export CODER_TLS_ENABLE=1\nCODER_HOME=1\nCODER_ACESS_URL=1\nexport CODER_HOME=2\n";
		assert.deepEqual(messages(text, "shell"), [
			"Unknown Coder variable CODER_ACESS_URL. Did you mean CODER_ACCESS_URL?",
			"Unknown Coder variable CODER_HOME.",
		]);
	});

	it("report a name that resembles no other only beside options of the server", () => {
		const pipeline = `on: push
env:
  CODER_IMAGE_TAG: v1
  CODER_URL: https://x.example
jobs:
  test:
    env:
      CODER_ACCESS_URL: https://x.example
      CODER_LOG_LEVEL: debug
      CODER_EXTERNAL_AUTH_0_CLIENTID: x
`;
		assert.deepEqual(
			find(pipeline, "yaml").map(({ name }) => name),
			["CODER_LOG_LEVEL", "CODER_EXTERNAL_AUTH_0_CLIENTID"],
		);
		assert.deepEqual(messages("CODER_DB_PASSWORD=x\nCODER_PORT=7080\n"), []);
		assert.deepEqual(messages("CODER_EXTERNAL_AUTH_0_CLIENTID=x"), [
			"Unknown Coder variable CODER_EXTERNAL_AUTH_0_CLIENTID. Did you mean CODER_EXTERNAL_AUTH_0_CLIENT_ID?",
		]);
	});

	it("use the deployment's own version", () => {
		const known = new KnownVariables(
			configWith(
				{ env: "CODER_TELEMETRY", value: true },
				{ env: "CODER_BRAND_NEW", value: true },
				{
					env: "CODER_OLD",
					value: true,
					use_instead: [{ env: "CODER_BRAND_NEW", name: "Brand New" }],
				},
			),
		);
		assert.deepEqual(messages("CODER_TELEMETRY=1\nCODER_BRAND_NEW=1\nCODER_OLD=1", "env", known), [
			"CODER_OLD is deprecated. Use CODER_BRAND_NEW instead.",
		]);
	});

	it("are limited in number, and check each name once", () => {
		let judged = 0;
		const text = `CODER_ACCESS_URL=1\n${"CODER_UNHEARD_OF=1\n".repeat(1500)}`;
		const problems = findProblems(text, "env", bundled, () => {
			judged++;
			return false;
		});
		assert.equal(problems.length, mostProblems);
		assert.equal(judged, 2);
	});
});

describe("names that a text sets", () => {
	it("are those that are given a value, also by a script for itself", () => {
		const text = "CODER_A=$CODER_B\nexport CODER_C=1\n# CODER_D=1\necho CODER_E\nCODER_A=2\n";
		assert.deepEqual([...namesSet(text, "shell")], ["CODER_A", "CODER_C"]);
	});
});
