import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { leaveOut } from "../../../scripts/build/leaveOut.js";
import * as asPackaged from "../../../scripts/build/yaml.js";
import { composeYaml } from "../../../src/core/comparison/yamlDocument.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** Texts with every kind of node, including what the packaged library can't convert to JavaScript values. */
const texts = [
	"",
	"# only a comment\n",
	"a: 1\nb: [x, 'y', \"z\\n\", ~, {c: null, d: , e}]\nf: |-\n  several\n  lines\ng: >+\n  folded\n\n",
	"? [complex, key]\n: value\n? only key\n",
	"base: &base {x: 0o17, y: 0x1F}\nuses: *base\nmerged:\n  <<: *base\n  z: .inf\n",
	"a: 1\na: 2\n- wrong: [unclosed\n",
	"%YAML 1.1\n---\na: yes\nb: 0777\nc: 190:20:30\nd: 2001-12-14\n<<: {e: 1}\n",
	"%TAG !e! tag:example.com,2020:\n---\n!e!thing {a: !e!other b}\n",
	"a: !!binary aGk=\nb: !!set {x, y}\nc: !!omap [x: 1]\nd: !!pairs [x: 1]\ne: !!timestamp 2001-12-14\n",
	"a: !!str 5\nb: !!int '5'\nc: !!float 1\nd: !!null ''\ne: !!bool true\nf: !!seq {}\n",
	"one: 1\n---\ntwo: 2\n...\n",
	"a: *unknown\nb: [*b]\n\tc: tab\n",
];

/** Returns what `src` reads of a document: its nodes, their types and places, and where it stops being valid. */
function read(compose: typeof composeYaml, text: string): unknown {
	const { document, errorAt } = compose(text);
	return [errorAt, plain(document?.contents)];
}

function plain(node: unknown): unknown {
	if (Array.isArray(node)) return node.map(plain);
	if (typeof node !== "object" || node === null) return node;
	const { items, key, value, source, range, anchor, tag, type } = node as Record<string, unknown>;
	return [type, tag, anchor, range, source, plain(key), plain(value), plain(items)];
}

describe("yaml as it is packaged", function () {
	this.timeout(slowMachine);
	let folder: string;
	let packaged: { readonly composeYaml: typeof composeYaml };

	before(async () => {
		folder = mkdtempSync(path.join(tmpdir(), "coder-yaml-"));
		const outfile = path.join(folder, "yaml.mjs");
		await esbuild.build({
			entryPoints: ["src/core/comparison/yamlDocument.ts"],
			outfile,
			bundle: true,
			format: "esm",
			platform: "node",
			alias: { yaml: "./scripts/build/yaml.js" },
			// Without axios, whose parts it expects, too.
			plugins: [
				{ ...leaveOut, setup: (build) => leaveOut.setup({ ...build, onEnd: () => undefined }) },
			],
		});
		packaged = (await import(pathToFileURL(outfile).href)) as typeof packaged;
	});
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	for (const text of texts) {
		it(`reads ${JSON.stringify(text)} like the whole library`, () => {
			assert.deepEqual(read(packaged.composeYaml, text), read(composeYaml, text));
		});
	}

	it("has all that the code uses", () => {
		const code = readdirSync("src", { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".ts"))
			.map((file) => readFileSync(path.join("src", file), "utf8"))
			.filter((source) => source.includes('from "yaml"'))
			.join("\n");
		const used = [...code.matchAll(/\bCST\.([a-z]\w*)/g)].map(([, name = ""]) => name);
		assert.ok(used.includes("isCollection"));
		assert.deepEqual([...new Set(used)].toSorted(), Object.keys(asPackaged.CST).toSorted());
	});
});
