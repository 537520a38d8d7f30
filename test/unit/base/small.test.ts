import assert from "node:assert/strict";
import "../../support/stable.ts";
import { ExcessError, textBounds } from "../../../src/core/base/bounds.ts";
import { checkJsonText } from "../../../src/core/base/checkJsonText.ts";
import { collect } from "../../../src/core/base/collect.ts";
import { Emitter, reportListenerErrors } from "../../../src/core/base/event.ts";
import { formatDuration, formatNanoseconds } from "../../../src/core/base/format.ts";
import { t, translatorFrom } from "../../../src/core/base/l10n.ts";
import { lazy } from "../../../src/core/base/lazy.ts";
import {
	escapeMarkdown,
	markdownEditorLink,
	markdownLink,
	markdownUrl,
} from "../../../src/core/base/markdown.ts";
import { memoize, memoizeTexts } from "../../../src/core/base/memoize.ts";
import { isMissingModule } from "../../../src/core/base/missingModule.ts";
import { canParse } from "../../../src/core/base/url.ts";
import { httpValue } from "../../../src/core/base/userValue.ts";
import { packSentences } from "../../../scripts/l10n/packSentences.ts";

const long = "1234567890123456";

describe("limits of a JSON text", () => {
	const bounds = { ...textBounds, depth: 2, entries: 3, values: 7 };
	const exceeds = (text: string) => {
		assert.throws(() => checkJsonText(text, bounds), { name: "ExcessError" }, text);
	};

	it("are those of each list, not of all before it", () => {
		for (const text of ["[[],[],[]]", "[{},[1,2]]", "[true,null,12]", '{"a":[],"b":{}}'])
			assert.deepEqual(checkJsonText(text, bounds), [], text);
		for (const text of ["[[[]]]", "[1,2,3,4]", "[[1,2,3],[1,2,3]]"]) exceeds(text);
		assert.ok(new ExcessError("depth", bounds) instanceof Error);
	});

	it("don't apply to what is in a string", () => {
		for (const text of [
			`["[[[",${long}]`,
			`["\\"",${long}]`,
			`["\\\\",${long}]`,
			`["\\\\\\"[",${long}]`,
		])
			assert.deepEqual(checkJsonText(text, bounds), [long], text);
		for (const text of [`["${long}"]`, `["\\"${long}"]`, `["${long}`])
			assert.deepEqual(checkJsonText(text, bounds), [], text);
	});

	it("find long numbers that begin or end with zero", () => {
		const zeros = "1000000000000000";
		assert.deepEqual(checkJsonText(`[${zeros},-${long}]`, bounds), [zeros, long]);
	});
});

describe("small helpers", () => {
	it("collect items by key", () => {
		const lists = new Map<string, number[]>();
		collect(lists, "a", 1);
		collect(lists, "b", 2);
		collect(lists, "a", 3);
		assert.deepEqual(
			[...lists],
			[
				["a", [1, 3]],
				["b", [2]],
			],
		);
	});

	it("work once for each object and each text", () => {
		let calls = 0;
		const [one, other] = [{}, {}];
		const ofObject = memoize<object, number>(() => ++calls);
		assert.deepEqual([one, other, one].map(ofObject), [1, 2, 1]);
		const ofText = memoizeTexts(() => ++calls);
		assert.deepEqual(["a", "b", "a"].map(ofText), [3, 4, 3]);
	});

	it("report listeners' errors to the target before", () => {
		const emitter = new Emitter<void>();
		emitter.event(() => {
			throw new Error("no");
		});
		const [outer, inner]: [unknown[], unknown[]] = [[], []];
		const first = reportListenerErrors((error) => outer.push(error));
		const second = reportListenerErrors((error) => inner.push(error));
		emitter.fire();
		second.dispose();
		emitter.fire();
		first.dispose();
		assert.deepEqual([outer.length, inner.length], [1, 1]);
	});

	it("dispose only of what can be disposed of", async () => {
		for (const value of [7, null, undefined, "x", {}, []]) {
			const one = lazy(() => Promise.resolve(value));
			await one.get();
			await one.dispose();
		}
	});

	it("recognize a missing module by its code or its message", () => {
		const failed = (message: string, code?: string) => Object.assign(new Error(message), { code });
		for (const error of [
			failed("x", "ERR_MODULE_NOT_FOUND"),
			failed("x", "MODULE_NOT_FOUND"),
			failed("Cannot find module './a'"),
		])
			assert.ok(isMissingModule(error));
		for (const error of [failed("x"), failed("x", "ENOENT"), "Cannot find module", undefined])
			assert.ok(!isMissingModule(error));
	});

	it("read no setting where there is none", () => {
		assert.equal(httpValue(undefined, true), undefined);
		assert.equal(httpValue(undefined, false), undefined);
		assert.equal(httpValue({ defaultValue: 1 }, true), 1);
		assert.equal(httpValue({ defaultValue: 1, globalValue: 2 }, false), 2);
	});

	it("tell addresses from other texts", () => {
		assert.deepEqual(
			[canParse("x"), canParse("https://x"), canParse("x", "https://y")],
			[false, true, true],
		);
	});

	it("format durations at their limits", () => {
		assert.equal(formatDuration(-1), "-1 millisecond");
		assert.equal(formatDuration(-0.5), "0 seconds");
		const year = 365.25 * 86_400 * 1e9;
		assert.equal(formatNanoseconds(2 * year), "about 2 years");
		assert.match(formatNanoseconds(2 * year - 1e9), /^730 days/);
	});
});

describe("sentences with many gaps", () => {
	it("are filled by number", () => {
		const args = Array.from({ length: 11 }, (_, index) => `<${String(index)}>`);
		assert.equal(t("{10} {1} {11}", ...args), "<10> <1> {11}");
	});

	it("are found in a packed bundle and in one by key", () => {
		const bundle = { "Hello, {0}.": "Hallo, {0}." };
		for (const one of [bundle, packSentences(["Hello, {0}.", "Bye."], bundle)]) {
			const translate = translatorFrom(one);
			assert.equal(translate("Hello, {0}.", "Mira"), "Hallo, Mira.");
			assert.equal(translate("Bye."), "Bye.");
		}
	});
});

describe("Markdown", () => {
	it("is escaped only where it has a meaning", () => {
		for (const [text, escaped] of [
			["a@b", "a\\@b"],
			["a @ b@", "a @ b@"],
			["-a", "\\-a"],
			["a-b", "a-b"],
			["12. a", "12\\. a"],
			["a 1. b", "a 1. b"],
			["1234567890. a", "1234567890. a"],
		] as const)
			assert.equal(escapeMarkdown(text), escaped);
	});

	it("has links whose addresses stay as they are, unless they must be encoded", () => {
		for (const [url, target] of [
			["https://a.example", "https://a.example"],
			["https://a.example/ü/b", "https://a.example/%C3%BC/b"],
			["https://ü.example/b", "https://xn--tda.example/b"],
			["https://a.example/<b>", "https://a.example/%3Cb%3E"],
		] as const) {
			assert.equal(markdownLink("a", url), `[a](${target})`);
			assert.equal(markdownUrl(url), `<${target}>`);
		}
		assert.equal(markdownUrl("[a"), "\\[a");
		assert.equal(
			markdownEditorLink("[a]", "vscode://a/b?c=(\n)"),
			"[\\[a\\]](vscode://a/b?c=%28%0A%29)",
		);
	});
});
