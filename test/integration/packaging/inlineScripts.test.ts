import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import esbuild from "esbuild";
import { inlineScripts } from "../../../scripts/build/inlineScripts.js";
import { wholeFiles } from "../../../scripts/build/wholeFiles.js";
import { outDir } from "../../../scripts/paths.ts";

const sources = {
	"one.ts": `
		import { all } from "./all.ts"; import { some } from "./some.ts";
		log.push("one", all("x"), some.name);`,
	"two.ts": `
		import { all, last } from "./all.ts"; import { some } from "./some.ts";
		log.push("two", all("y"), some.name, last());`,
	"three.ts": `import { last } from "./all.ts"; log.push("three", last());`,
	"all.ts": `
		let value = "$&"; log.push("all");
		export const all = (next) => [value, (value = next)].join(); export const last = () => value;`,
	"some.ts": `log.push("some"); export class some {}`,
};

describe("scripts of the build for documents", () => {
	for (const minify of [false, true]) {
		describe(minify ? "minified" : "unchanged", () => {
			const folder = path.join(outDir, "inlineScripts", String(minify));
			const read = (name: string) => readFileSync(path.join(folder, "dist", name), "utf8");

			before(async () => {
				rmSync(folder, { recursive: true, force: true });
				mkdirSync(folder, { recursive: true });
				for (const [file, text] of Object.entries(sources)) {
					writeFileSync(path.join(folder, file), text);
				}
				await esbuild.build({
					entryPoints: ["one", "two", "three"].map((name) => path.join(folder, `${name}.ts`)),
					outdir: path.join(folder, "dist"),
					bundle: true,
					minify,
					format: "esm",
					splitting: true,
					platform: "browser",
					plugins: [wholeFiles({ name: "shared" }), inlineScripts("shared")],
				});
			});

			it("are one for each page, and one that they share", () => {
				assert.deepEqual(readdirSync(path.join(folder, "dist")).toSorted(), [
					...["one.js", "shared.js", "three.js", "two.js"],
				]);
			});

			for (const [page, expected] of Object.entries({
				one: ["one", "$&,x", "some"],
				two: ["two", "$&,y", "some", "y"],
				three: ["three", "$&"],
			})) {
				it(`run together, such as ${page}, and leave nothing behind`, () => {
					const log: unknown[] = [];
					const context = vm.createContext({ log });
					vm.runInContext(`${read("shared.js")}\n${read(`${page}.js`)}`, context);
					assert.deepEqual(log.slice(0, 2).toSorted(), ["all", "some"]);
					assert.deepEqual(log.slice(2, 4), expected.slice(0, 2));
					assert.equal(log.length, expected.length + 2);
					assert.deepEqual(Object.keys(context), ["log"]);
				});
			}
		});
	}
});
