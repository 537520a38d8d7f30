import assert from "node:assert/strict";
import {
	cycleProblems,
	fileGraph,
	folderGraph,
	frontProblems,
} from "../../../scripts/imports/problems.ts";
import { importsOf, type Imports } from "../../../scripts/imports/readImports.ts";

/** Files and their content, as in a repository. */
function repository(files: Readonly<Record<string, string>>): Imports {
	return new Map(Object.entries(files).map(([file, text]) => [file, importsOf(file, text)]));
}

describe("the import checker", () => {
	it("recognizes every form of import", () => {
		const text = `
			import { a } from "./a.ts";
			import type { B } from "../b.ts";
			import "./c.ts";
			export { d } from "./d.ts";
			export type * from "./e.ts";
			type F = import("./f.ts").F;
			const g = () => import("./g.ts");
			import * as vscode from "vscode";
			// import "./comment.ts"; "import('./text.ts')"
		`;
		assert.deepEqual(Object.fromEntries(importsOf("src/x/file.ts", text)), {
			"src/x/a.ts": "static",
			"src/b.ts": "type",
			"src/x/c.ts": "static",
			"src/x/d.ts": "static",
			"src/x/e.ts": "type",
			"src/x/f.ts": "type",
			"src/x/g.ts": "later",
		});
	});

	it("records the earliest time at which a file is loaded if it's imported in several ways", () => {
		const text = `
			import type { A } from "./a.ts"; import { b } from "./a.ts"; const a = import("./a.ts");
			import type { C } from "./c.ts"; const c = import("./c.ts");
		`;
		assert.deepEqual(Object.fromEntries(importsOf("x.ts", text)), {
			"a.ts": "static",
			"c.ts": "later",
		});
	});

	it("reports cycles of types and import() with their paths", () => {
		const files = repository({
			"a.ts": 'import type { B } from "./b.ts"; import "./other.ts";',
			"b.ts": 'const c = () => import("./c.ts");',
			"c.ts": 'import { a } from "./a.ts";',
			"other.ts": "",
		});
		assert.deepEqual(cycleProblems(fileGraph(files)), [
			"An import cycle:\n  a.ts\n  → b.ts\n  → c.ts\n  → a.ts",
		]);
	});

	it("reports cycles of folders, whatever their files do", () => {
		const files = repository({
			"src/app.ts": 'import "./ui/tree/row.ts";',
			"src/ui/tree/row.ts": 'import "../panels/deep/page.ts";',
			"src/ui/panels/deep/page.ts": 'import "../set.ts";',
			"src/ui/panels/set.ts": 'import type { Tree } from "../tree/tree.ts";',
			"src/ui/tree/tree.ts": "",
		});
		assert.deepEqual(cycleProblems(fileGraph(files)), []);
		assert.deepEqual(cycleProblems(folderGraph(files)), [
			"An import cycle:\n  src/ui/panels\n  → src/ui/tree\n  → src/ui/panels",
		]);
	});

	it("lets the front name types of the app and load it later, but not import it", () => {
		const files = {
			"front.ts": 'import { x } from "./middle.ts"; const app = () => import("./app.ts");',
			"middle.ts": 'import type { App } from "./app.ts";',
			"app.ts": "",
		};
		assert.deepEqual(frontProblems(repository(files), "front.ts", "app.ts"), []);
		const wrong = { ...files, "middle.ts": 'import { App } from "./app.ts";' };
		assert.deepEqual(frontProblems(repository(wrong), "front.ts", "app.ts"), [
			"front.ts loads app.ts; use import():\n  front.ts\n  → middle.ts\n  → app.ts",
		]);
	});

	it("reports names of files that no longer exist", () => {
		const files = repository({ "front.ts": "" });
		assert.deepEqual(frontProblems(files, "front.ts", "app.ts"), ["app.ts no longer exists."]);
	});
});
