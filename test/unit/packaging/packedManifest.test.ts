import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { packManifest } from "../../../scripts/package/manifest.ts";

type Texts = Readonly<Record<string, string>>;

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const parse = (text: string | undefined): unknown => JSON.parse(text ?? "");

/** Replaces the names of texts, as VS Code does. */
function inLanguage(value: unknown, texts: Texts): unknown {
	const text = JSON.stringify(value, (_key, part: unknown) => {
		const name = typeof part === "string" ? /^%(.+)%$/.exec(part)?.[1] : undefined;
		return name === undefined ? part : texts[name];
	});
	return JSON.parse(text) as unknown;
}

describe("the packaged package.json", () => {
	const manifest = read("package.json") as Readonly<Record<string, unknown>>;
	const files = ["package.nls.json", "package.nls.de.json"];
	const texts = Object.fromEntries(files.map((file) => [file, read(file) as Texts]));
	const packed = packManifest(manifest, texts);

	for (const file of files) {
		it(`has the same texts with ${file}`, () => {
			const { private: unpublished, scripts, dependencies, devDependencies, ...others } = manifest;
			const { allowScripts, ...rest } = others;
			assert.ok(unpublished && scripts && dependencies && devDependencies && allowScripts);
			assert.deepEqual(
				inLanguage(parse(packed.manifest), parse(packed.texts[file]) as Texts),
				inLanguage(rest, texts[file] ?? {}),
			);
		});
	}

	it("has one text for a name that is used twice, and none that is unused", () => {
		const small = packManifest({ a: "%x.y%", b: ["%x.y%", "50%"] }, { en: { "x.y": "X", z: "Z" } });
		assert.deepEqual(parse(small.manifest), { a: "%0%", b: ["%0%", "50%"] });
		assert.deepEqual(parse(small.texts["en"]), { 0: "X" });
	});

	it("can't have a name without a text", () => {
		assert.throws(() => packManifest({ a: "%missing%" }, { en: {} }), /missing/);
	});
});
