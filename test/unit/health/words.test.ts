import assert from "node:assert/strict";
import { healthParts, type HealthMessage } from "../../../src/core/coder/healthModel.ts";
import { docsOfCode } from "../../../src/core/health/codeDocs.ts";
import type { HealthLine } from "../../../src/core/health/health.ts";
import {
	explainCode,
	healthWords,
	lineWords,
	partMeaning,
	partName,
	severityWord,
	troubleWords,
} from "../../../src/core/health/words.ts";

const codes =
	`EACS01 EACS02 EACS03 EACS04 EDB01 EDB02 EWS01 EWS02 EDERP01 EDERP02 EDERP03 ESTUN01 ESTUN02 EWP01 EWP03
	EWP04 EPD01 EPD02 EPD03 EUNKNOWN`.split(/\s+/);

const line = (more: Partial<HealthLine> = {}): HealthLine => ({
	id: "database",
	severity: "error",
	dismissed: false,
	messages: [],
	follows: false,
	...more,
});
const slow: HealthMessage = { code: "EDB02", text: "median of 40 ms" };

describe("names of a health check's parts", () => {
	it("are different, as are their descriptions and the severities", () => {
		assert.deepEqual(healthParts.map(partName), [
			"Access URL",
			"Database",
			"WebSocket",
			"DERP",
			"Provisioner Daemons",
			"Workspace Proxies",
		]);
		const meanings = new Set(healthParts.map(partMeaning));
		assert.equal(meanings.size, healthParts.length);
		for (const meaning of meanings) assert.match(meaning, /^Whether .*\.$/);
		assert.deepEqual((["ok", "warning", "error", "unknown"] as const).map(severityWord), [
			"Healthy",
			"Warning",
			"Error",
			"Unknown",
		]);
	});
});

describe("the explanation of a health check's code", () => {
	it("has a title of its own, and advice", () => {
		const titles = codes.map((code) => explainCode(code)?.title ?? "");
		assert.equal(new Set(titles).size, codes.length);
		for (const code of codes) {
			const { title, advice } = explainCode(code) ?? {};
			assert.match(title ?? "", /^\w.*[^.]$/, code);
			assert.match(advice ?? "", /\.$/, code);
		}
		assert.equal(explainCode("EDB02")?.title, "The database is slow");
	});

	it("is the same for codes with the same cause", () => {
		assert.deepEqual(explainCode("EWS03"), explainCode("EWS02"));
		assert.deepEqual(explainCode("EWP02"), explainCode("EWP01"));
		assert.ok(explainCode("EWP02"));
		assert.ok(explainCode("EWS03"));
	});

	it("doesn't exist for other codes", () => {
		assert.equal(explainCode(undefined), undefined);
		assert.equal(explainCode("EXY99"), undefined);
	});
});

describe("the documentation of a health check's code", () => {
	it("is its place on the page, or the page if it has none", () => {
		assert.match(docsOfCode("EDB02") ?? "", /^https:\/\/coder\.com\/docs\/[^#]+#edb02$/);
		for (const code of ["EWS03", "EIF01"]) {
			assert.equal(docsOfCode(code), docsOfCode("EDB02")?.replace("#edb02", ""));
		}
	});

	it("is missing for what isn't a code", () => {
		assert.equal(docsOfCode(undefined), undefined);
		assert.equal(docsOfCode("../evil"), undefined);
	});
});

describe("the words for a part's problem", () => {
	const words = (more: Partial<HealthLine>) => [lineWords(line(more)), troubleWords(line(more))];

	it("are what the report implies, before any message", () => {
		assert.deepEqual(words({ id: "accessUrl", fact: "strangerAnswered", messages: [slow] }), [
			"Something other than Coder responds",
			"Access URL: Something other than Coder responds",
		]);
		const down = "All workspace proxies are down";
		assert.deepEqual(words({ fact: "allProxiesDown", messages: [slow] }), [down, down]);
		assert.deepEqual(words({ follows: true, messages: [slow] }), [
			"Fails because of the access URL",
			"Database: Fails because of the access URL",
		]);
	});

	it("are the first message's explanation, otherwise its text", () => {
		assert.deepEqual(words({ messages: [slow, { text: "other" }] }), [
			"The database is slow",
			"The database is slow",
		]);
		assert.deepEqual(words({ messages: [{ text: "no route" }, slow] }), [
			"no route",
			"Database: no route",
		]);
		assert.deepEqual(words({ messages: [{ code: "EXY99", text: "new" }] }), [
			"new",
			"Database: new",
		]);
	});

	it("name the part if the explanation doesn't say where", () => {
		assert.deepEqual(words({ messages: [{ code: "EUNKNOWN", text: "x" }] }), [
			"A check failed unexpectedly",
			"Database: A check failed unexpectedly",
		]);
	});

	it("are the severity without a message, and for a healthy part", () => {
		assert.deepEqual(words({ severity: "warning" }), ["Warning", "Database: Warning"]);
		assert.equal(lineWords(line({ severity: "ok", messages: [slow] })), "Healthy");
	});
});

describe("a deployment's health in two words", () => {
	const warning = line({ severity: "warning" });

	it("counts errors or, if there are none, all problems", () => {
		assert.equal(healthWords([]), undefined);
		assert.equal(healthWords([warning]), "1 health warning");
		assert.equal(healthWords([warning, warning]), "2 health warnings");
		assert.equal(healthWords([warning, line(), warning]), "1 health error");
		assert.equal(healthWords([warning, line(), line()]), "2 health errors");
	});
});
