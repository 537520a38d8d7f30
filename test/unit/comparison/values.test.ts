import assert from "node:assert/strict";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { defaultOptions, zeroLike } from "../../../src/core/comparison/defaults.ts";
import { sameValue } from "../../../src/core/comparison/equal.ts";
import { pairOptions } from "../../../src/core/comparison/pair.ts";
import { setOnEither } from "../../../src/core/comparison/setOptions.ts";
import { unknownPaths } from "../../../src/core/comparison/yamlPaths.ts";
import { optionsOf, textOption } from "./options.ts";

describe("two values of an option", () => {
	const same = (a: JsonValue | undefined, b: JsonValue | undefined, duration = false) => {
		assert.equal(sameValue(a, b, duration), sameValue(b, a, duration), "in both directions");
		return sameValue(a, b, duration);
	};

	it("are the same if both are empty, in whatever way", () => {
		const empty = [undefined, null, "", [], {}];
		for (const a of empty) for (const b of empty) assert.ok(same(a, b));
		for (const a of empty) {
			for (const b of [0, false, "0", [""], { a: "" }, [null]]) assert.ok(!same(a, b));
		}
	});

	it("are different if one has more items or keys", () => {
		assert.ok(!same(["a"], ["a", "b"]));
		assert.ok(!same({ a: 1 }, { a: 1, b: 2 }));
		assert.ok(!same({ a: 1 }, { b: 1 }));
		assert.ok(!same({ a: 1, b: 2 }, { a: 1, c: 2 }));
		assert.ok(!same(["a"], { 0: "a" }));
		assert.ok(!same(["a"], { 0: "a", length: 1 }));
		assert.ok(!same(["a", "b"], ["a", "c"]));
		assert.ok(same({ a: 1, b: 0, c: "", d: false, e: [] }, { a: 1n }));
		assert.ok(!same({ a: 1, b: true }, { a: 1 }));
	});

	it("are compared as durations only if the option is one", () => {
		assert.ok(same("1h", "60m", true));
		assert.ok(same("1h0m0s", 3_600_000_000_000, true));
		assert.ok(!same("1h", "61m", true));
		assert.ok(same("soon", "soon", true));
		assert.ok(!same("soon", "later", true));
		assert.ok(!same("1h", "60m"));
	});

	it("are compared as durations even if only one server marks them", () => {
		const duration = { annotations: { format_duration: "true" } };
		const left = optionsOf(textOption("A", "1h", duration));
		const right = optionsOf(textOption("A", "60m"));
		assert.deepEqual(compareOptions(left, right), []);
		assert.deepEqual(compareOptions(right, left), []);
	});
});

describe("an unconfigured server", () => {
	it("has defaults, or the zero value of the option's type", () => {
		const options = optionsOf(
			textOption("A", "set", { default: "usual" }),
			textOption("B", "set"),
			textOption("C", true),
			textOption("D", 5),
			textOption("E", ["x"]),
			{ name: "F", env: "F", annotations: { secret: "true" }, value_source: "env" },
		);
		assert.deepEqual(
			defaultOptions(options).map(({ value, valueSource }) => [value, valueSource]),
			[
				["usual", "default"],
				["", undefined],
				[false, undefined],
				[0, undefined],
				[null, undefined],
				[undefined, undefined],
			],
		);
		assert.equal(zeroLike(5n), 0);
		assert.equal(zeroLike(undefined), null);
		assert.equal(zeroLike({ a: 1 }), null);
	});

	it("has the default of the current name under a deprecated name, too", () => {
		const current = { name: "Hello", env: "CODER_EMAIL_HELLO" };
		const old = textOption("CODER_NOTIFICATIONS_EMAIL_HELLO", "set", { use_instead: [current] });
		const options = optionsOf(old, { ...current, value: "set", default: "localhost" });
		assert.deepEqual(
			defaultOptions(options).map(({ value }) => value),
			["localhost", "localhost"],
		);
	});
});

describe("options of two servers", () => {
	it("include those that are set on either side, in each side's own order", () => {
		const unset = (env: string) => textOption(env, "", { value_source: "default" });
		const left = optionsOf(textOption("A", "x"), unset("B"), unset("C"), textOption("L", "x"));
		const right = optionsOf(unset("R"), unset("C"), textOption("B", "x"), unset("A"));
		const [ours, theirs] = setOnEither(left, right);
		assert.deepEqual(
			ours.map(({ id }) => id),
			["A", "B", "L"],
		);
		assert.deepEqual(
			theirs.map(({ id }) => id),
			["B", "A"],
		);
	});

	it("are paired once each, the first of several with the same ID", () => {
		const left = optionsOf({ name: "A", value: 1 }, { name: "A", value: 2 });
		const right = optionsOf({ name: "A", flag: "a", value: 3 }, { name: "A", flag: "b", value: 4 });
		const pairs = pairOptions(left, right).map(({ left: a, right: b }) => [a?.value, b?.value]);
		assert.deepEqual(pairs, [
			[1, 3],
			[undefined, 4],
		]);
	});

	it("are paired once each, the first of several with the same name", () => {
		const left = optionsOf(
			{ name: "A", flag: "a", value: 1 },
			{ name: "A", flag: "b", value: 2 },
			{ name: "B", flag: "c", value: 3 },
		);
		const right = optionsOf({ name: "A", env: "CODER_A", value: 4 });
		const pairs = pairOptions(left, right).map(({ left: a, right: b }) => [a?.value, b?.value]);
		assert.deepEqual(pairs, [
			[1, 4],
			[2, undefined],
			[3, undefined],
		]);
	});
});

describe("a path in a YAML file", () => {
	const reference = optionsOf({
		name: "URL",
		env: "URL",
		yaml: "url",
		value: "",
		group: { name: "HTTP", yaml: "http", parent: { name: "Net", yaml: "net" } },
	});
	const unknown = (...paths: readonly string[]) =>
		unknownPaths(new Map(paths.map((path) => [path, undefined])), reference);

	it("is known if it's a group or an option, or below an option", () => {
		assert.deepEqual(unknown("net", "net.http", "net.http.url", "net.http.url.0.name"), []);
	});

	it("is unknown otherwise, without what is below it", () => {
		assert.deepEqual(unknown("nets", "net.ftp", "net.ftp.url", "net.http.urls", "nets.a.b"), [
			"nets",
			"net.ftp",
			"net.http.urls",
		]);
		for (const path of ["http", "url", "", ".", "..", ".net", "net.", "net.http.url2"])
			assert.deepEqual(unknown(path), [path]);
	});

	it("is unknown if it has more than 1,000 characters, wherever it is", () => {
		const long = (length: number): string => "net.http.url.".padEnd(length, ".");
		assert.deepEqual(unknown(long(1000)), []);
		assert.deepEqual(unknown(long(1001)), [long(1001)]);
	});
});
