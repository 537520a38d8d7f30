import assert from "node:assert/strict";
import { Refused, YamlDecoder } from "../../../src/core/comparison/yamlDecoder.ts";
import { yamlEntries } from "../../../src/core/comparison/yamlEntries.ts";
import { aliasTargets, readYamlNodes } from "../../../src/core/comparison/yamlNodes.ts";
import { composeYaml, parseYaml } from "../../../src/core/comparison/yamlDocument.ts";
import { isMap, type Node } from "yaml";

/** Returns the node of the key `a`, and a decoder for its file. */
function nodeOf(text: string): { node: Node; decoder: YamlDecoder } {
	const { byPath, targets } = readYamlNodes(text);
	const node = byPath.get("a");
	assert.ok(node);
	return { node, decoder: new YamlDecoder(targets) };
}

const any = (text: string): unknown => {
	const { node, decoder } = nodeOf(text);
	return decoder.any(node);
};

describe("a YAML value of unknown type", () => {
	it("is what YAML makes of it", () => {
		for (const [text, value] of [
			["1", 1],
			["-1.5", -1.5],
			["9007199254740993", 9007199254740993n],
			["-9007199254740993", -9007199254740993n],
			["9007199254740992.5", 9007199254740992],
			["9".repeat(40), BigInt("9".repeat(40))],
			["9".repeat(41), Number("9".repeat(41))],
			["true", true],
			["'true'", "true"],
			["yes", "yes"],
			["null", null],
			["~", null],
			["", null],
			["'1'", "1"],
			["2026-08-07", "2026-08-07"],
			["[1, [x], {b: null}, null]", [1, ["x"], { b: null }, null]],
			["[]", []],
			["{}", {}],
		] as const)
			assert.deepEqual(any(`a: ${text}`), value, text);
	});

	it("contains what aliases and merged maps refer to", () => {
		assert.deepEqual(any("x: &x {b: 1, c: 2}\na: {<<: *x, c: 3}"), { b: 1, c: 3 });
		assert.deepEqual(any("x: &x {b: 1}\ny: &y {b: 2, c: 2}\na: {<<: [*x, *y], d: 3}"), {
			b: 1,
			c: 2,
			d: 3,
		});
		assert.deepEqual(any("x: &x {b: 1}\na: {'<<': *x}"), { "<<": { b: 1 } });
		assert.deepEqual(any("x: &x [1]\na: *x"), [1]);
		assert.deepEqual(any("x: &x 1\ny: &x 2\na: *x"), 2, "the last one before it");
	});

	it("is at most 64 levels deep, aliases and merged maps included", () => {
		const list = (levels: number, of: string): string =>
			"[".repeat(levels) + of + "]".repeat(levels);
		const deep = (levels: number): string => `x: &x ${list(30, "1")}\na: ${list(levels, "*x")}`;
		assert.ok(any(deep(34)));
		assert.throws(() => any(deep(35)), Refused);
		const maps = (levels: number): string =>
			`x: &x ${list(30, "1")}\na: ${"{b: ".repeat(levels)}*x${"}".repeat(levels)}`;
		assert.ok(any(maps(34)));
		assert.throws(() => any(maps(35)), Refused);
		const map = (levels: number, of: string): string =>
			"{<<: ".repeat(levels) + of + "}".repeat(levels);
		const merged = (levels: number): string =>
			`x: &x ${map(30, "{b: 1}")}\na: ${map(levels, "*x")}`;
		assert.deepEqual(any(merged(34)), { b: 1 });
		assert.throws(() => any(merged(35)), Refused);
	});

	it("has at most 100,000 nodes, however short the file is", () => {
		const list = (name: string, of: string): string =>
			`${name}: &${name} [${Array.from({ length: 100 }, () => of).join(",")}]`;
		const { node, decoder } = nodeOf([list("x", "1"), list("y", "*x"), list("a", "*y")].join("\n"));
		assert.throws(() => decoder.any(node), {
			reason: "damaged",
			message: "This file contains too many YAML aliases.",
		});
		// A list counts twice.
		const listed = (count: number, of: string): string => Array(count).fill(of).join(",");
		const flat = (count: number): string =>
			`x: &x [${listed(998, "1")}]\na: [${listed(99, "*x")},${listed(count, "1")}]`;
		assert.equal((any(flat(998)) as unknown[]).length, 1097);
		assert.throws(() => any(flat(999)), { reason: "damaged" });
	});
});

describe("a YAML value of a known type", () => {
	const decode = (text: string, type: "text" | "bool" | "texts"): unknown => {
		const { node, decoder } = nodeOf(`x: &x true\na: ${text}`);
		return decoder[type](node);
	};
	const refused = (text: string, type: "text" | "bool" | "texts"): void => {
		assert.throws(() => decode(text, type), Refused, text);
	};

	it("is a text, except for lists and maps", () => {
		assert.equal(decode("0x1F", "text"), "0x1F");
		assert.equal(decode("'a'", "text"), "a");
		for (const text of ["", "~", "null"]) assert.equal(decode(text, "text"), "");
		assert.equal(decode("*x", "text"), "true");
		for (const text of ["[a]", "{b: 1}"]) refused(text, "text");
	});

	it("is a boolean in any of YAML's spellings, unquoted or not", () => {
		for (const text of ["true", "True", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "*x"])
			assert.equal(decode(text, "bool"), true, text);
		for (const text of ["false", "n", "N", "no", "No", "NO", "off", "Off", "OFF", "", "~"])
			assert.equal(decode(text, "bool"), false, text);
		for (const text of ["'true'", "1", "0", "yess", "nono", "yEs", "[true]", "{}"])
			refused(text, "bool");
	});

	it("is a list of texts without null items", () => {
		assert.deepEqual(decode("[a, 1, ~, 'b']", "texts"), ["a", "1", "b"]);
		for (const text of ["", "[]", "~"]) assert.deepEqual(decode(text, "texts"), []);
		for (const text of ["a", "{b: 1}", "[[a]]"]) refused(text, "texts");
	});

	it("is rejected if it's an alias of nothing", () => {
		const { document } = composeYaml("a: *x");
		assert.ok(isMap(document?.contents));
		const node = document.contents.get("a", true);
		assert.ok(node);
		const decoder = new YamlDecoder(aliasTargets(document.contents));
		for (const type of ["text", "bool", "texts"] as const)
			assert.throws(() => decoder[type](node), Refused, type);
		assert.throws(() => decoder.map(node, () => null), Refused);
		assert.equal(decoder.any(node), null);
	});

	it("is a map, or nothing", () => {
		const map = (text: string): unknown => {
			const { node, decoder } = nodeOf(`a: ${text}`);
			return decoder.map(node, (key, value) => `${key}=${decoder.text(value)}`);
		};
		assert.deepEqual(map("{b: 1, 2: c}"), { b: "b=1", 2: "2=c" });
		assert.deepEqual(map("~"), {});
		for (const text of ["a", "[b]", "{[c]: d}"]) assert.throws(() => map(text), Refused, text);
	});
});

describe("the keys of a YAML file", () => {
	const paths = (text: string): unknown => {
		const { contents } = parseYaml(text);
		assert.ok(isMap(contents));
		return yamlEntries(contents).map(({ path }) => path);
	};

	it("have paths, unless a key of their map isn't a scalar", () => {
		assert.deepEqual(paths("a: {b: 1, 2: x}\n'c.d': y"), ["a", "a.b", "a.2", "c.d"]);
		assert.deepEqual(paths("a: {b: {c: 1}, [x]: 2}"), ["a"]);
		assert.deepEqual(paths("? [x]\n: 1\nb: 1"), ["b"]);
		assert.deepEqual(paths('"": 1\n~: 2'), ["", "~"]);
	});

	it("aren't read below a path of more than 1,000 characters", () => {
		const long = (length: number): unknown => paths(`${"x".repeat(length)}: {b: 1}`);
		assert.deepEqual(long(1000), ["x".repeat(1000), `${"x".repeat(1000)}.b`]);
		assert.deepEqual(long(1001), ["x".repeat(1001)]);
	});

	it("are at most 64 levels deep", () => {
		const nested = (levels: number): string => `${"{a: ".repeat(levels)}1${"}".repeat(levels)}`;
		assert.equal((paths(nested(64)) as unknown[]).length, 64);
		assert.throws(() => paths(nested(65)), { name: "ExcessError" });
	});

	it("can't be read from a text that isn't YAML, whose line is known", () => {
		for (const [text, line] of [
			["a: 1\n\tb: 2\nc: 3\n", 2],
			["a: ]\nb: 1\n", 1],
			["a: 1\n---\nb: 1\n", 2],
		] as const)
			assert.throws(() => parseYaml(text), { name: "InvalidYaml", message: "invalid YAML", line });
	});

	it("have the node of each alias that has one", () => {
		const { document } = composeYaml("a: &x 1\nb: *x\nc: *y");
		assert.ok(document?.contents);
		assert.equal(aliasTargets(document.contents).size, 1);
	});

	it("are those of a map in a file of at most a million characters", () => {
		for (const text of ["- a", "a", "", "# a", "---", "? [x]\n: 1"])
			assert.throws(() => readYamlNodes(text), { reason: "notCoder", name: "UnreadableFile" });
		const padded = (length: number): string => "a: 1\n".padEnd(length, "#");
		assert.equal(readYamlNodes(padded(1_000_000)).byPath.size, 1);
		assert.throws(() => readYamlNodes(padded(1_000_001)), { reason: "tooLarge" });
		assert.throws(() => readYamlNodes("a: 1\nb: [\n"), { reason: "damaged" });
	});
});
