import assert from "node:assert/strict";
import { configProblems } from "../../../../src/core/files/config/configProblems.ts";
import { readConfigText } from "../../../../src/core/files/config/configText.ts";
import { fileSettings } from "../../../../src/core/files/fileSettings.ts";
import { valueProblems } from "../../../../src/core/files/valueProblems.ts";
import { checkConfig, checkVariables } from "../../../../src/core/files/release/checkRelease.ts";
import { releaseReference } from "../../../../src/core/files/release/releaseReference.ts";
import { reportedIn } from "../../../../src/core/files/release/reportedProblems.ts";
import { KnownVariables } from "../../../../src/core/variables/known.ts";
import { findProblems } from "../../../../src/core/variables/problems.ts";
import { writtenForms } from "./forms.ts";

const known = new KnownVariables(undefined);
const newest = releaseReference(35);

describe("a problem that a check against a release also reports", () => {
	for (const { title, form, write } of writtenForms) {
		it(`is recognized in every form: ${title}`, () => {
			for (const [name, value, kind] of [
				["CODER_AIBRIDGE_ENABLED", "true", "deprecated"],
				["CODER_TLS_ENABLE", "EXAMPLE", "refused"],
			] as const) {
				const text = write(name, value);
				const settings = fileSettings(text, form);
				const isReported = reportedIn(checkVariables(settings, newest));
				const names = findProblems(text, form, known, () => false);
				const ordinary = [
					...names.map((one) => ({ ...one, from: one.start, to: one.end })),
					...valueProblems(settings, known, () => false),
				];
				assert.deepEqual(
					ordinary.map((one) => one.kind),
					[kind],
				);
				assert.ok(ordinary.every((one) => isReported(one.kind, one)));
				assert.ok(!ordinary.some((one) => reportedIn([])(one.kind, one)));
			}
		});
	}

	it("is one of the same kind at the same place", () => {
		const text = "CODER_AIBRIDGE_ENABLED=true\nCODER_ACESS_URL=a\n";
		const problems = checkVariables(fileSettings(text, "env"), newest);
		const isReported = reportedIn(problems);
		const [deprecated, unknown] = findProblems(text, "env", known, () => false);
		assert.ok(deprecated && unknown);
		const place = { from: deprecated.start, to: deprecated.end };
		assert.equal(isReported("deprecated", place), true);
		assert.equal(isReported("refused", place), false, "another kind");
		assert.equal(isReported("deprecated", { ...place, to: place.to + 1 }), false, "another place");
		assert.equal(isReported(unknown.kind, { from: unknown.start, to: unknown.end }), false);
		assert.equal(isReported("toString", place), false);
	});

	it("is every problem of a server configuration except repeated keys", () => {
		const text = [
			"inMemoryDatabase: true",
			"aibridge:",
			"  enabled: true",
			"networking:",
			"  accessURL: https://a.example",
			"  accessURL: https://b.example",
			"  tls:",
			"    enable: EXAMPLE",
			"",
		].join("\n");
		const config = readConfigText(text);
		const isReported = reportedIn(checkConfig(config, newest));
		const left = configProblems(config, newest).filter(
			(problem) => !isReported(problem.kind, problem),
		);
		assert.deepEqual(
			left.map(({ kind }) => kind),
			["twice"],
		);
	});
});
