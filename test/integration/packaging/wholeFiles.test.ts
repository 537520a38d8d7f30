import assert from "node:assert/strict";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { wholeFiles } from "../../../scripts/build/wholeFiles.js";
import { outDir } from "../../../scripts/paths.ts";

/** Every file shares code with another one, and logs when it's loaded. */
const sources = {
	"front.ts": `
		import { loaded } from "./loaded.ts"; import { both } from "./both.ts"; loaded("front");
		export const activate = async () => {
			const app = await import("./app.ts");
			return [both(), ...(await app.start())];
		};
		export { loaded };`,
	"app.ts": `
		import { loaded } from "./loaded.ts"; import { both } from "./both.ts";
		import { late } from "./late.ts"; loaded("app");
		export const start = async () => {
			const [panel, command] = [await import("./panel.ts"), await import("./command.ts")];
			return [both(), late(), panel.show(), command.run()];
		};`,
	"panel.ts": `
		import { loaded } from "./loaded.ts"; import { both } from "./both.ts";
		import { late } from "./late.ts"; import { latest } from "./latest.ts"; loaded("panel");
		export const show = () => [both(), late(), latest()].join();`,
	"command.ts": `
		import { loaded } from "./loaded.ts"; import { latest } from "./latest.ts"; loaded("command");
		export const run = () => latest();`,
	"loaded.ts": `export const names = []; export const loaded = (name) => { names.push(name); return names; };`,
	"both.ts": `import { loaded } from "./loaded.ts"; loaded("both"); export const both = () => "both";`,
	"late.ts": `import { loaded } from "./loaded.ts"; loaded("late"); export const late = () => "late";`,
	"latest.ts": `import { loaded } from "./loaded.ts"; loaded("latest"); export const latest = () => "latest";`,
};

describe("whole files of the build", () => {
	/** Builds the sources into a folder of their own and returns it, relative to the current one. */
	const build = async (
		name: string,
		minify: boolean,
		groups: readonly { name: string; sources: RegExp }[] = [],
		more: Readonly<Record<string, string>> = {},
	) => {
		const folder = path.join(outDir, "wholeFiles", name);
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(path.join(folder, "src"), { recursive: true });
		for (const [file, text] of Object.entries({ ...sources, ...more })) {
			writeFileSync(path.join(folder, "src", file), text);
		}
		const relative = path.relative("", folder).replaceAll("\\", "/");
		await esbuild.build({
			entryPoints: { front: `${relative}/src/front.ts` },
			outdir: `${relative}/dist`,
			bundle: true,
			minify,
			format: "esm",
			splitting: true,
			chunkNames: "chunks/[name]-[hash]",
			logLevel: "silent",
			plugins: [wholeFiles(`${relative}/src/front.ts`, `${relative}/src/app.ts`, ...groups)],
		});
		return folder;
	};
	const chunksOf = (folder: string) =>
		readdirSync(path.join(folder, "dist/chunks")).map((file) => file.split("-")[0]);
	const activate = async (folder: string) => {
		const entry = pathToFileURL(path.join(folder, "dist/front.js")).href;
		const front = (await import(entry)) as {
			activate: () => Promise<string[]>;
			loaded: (name: string) => string[];
		};
		assert.deepEqual(await front.activate(), [
			...["both", "both", "late", "both,late,latest", "latest"],
		]);
		return front.loaded("end");
	};

	for (const minify of [false, true]) {
		it(`contain everything that's needed at the same time, once${minify ? ", also when minified" : ""}`, async () => {
			const folder = await build(String(minify), minify);
			// What the panel and the command share, and the app doesn't have.
			assert.deepEqual(chunksOf(folder).sort(), ["app", "chunk", "command", "panel"]);
			assert.deepEqual(await activate(folder), [
				...["both", "front", "late", "app", "latest", "panel", "command", "end"],
			]);
		});

		it(`contain groups of files that are loaded on demand${minify ? ", also when minified" : ""}`, async () => {
			const group = { name: "later", sources: /\/src\/(?:panel|command)\.ts$/ };
			const folder = await build(`group-${minify}`, minify, [group]);
			assert.deepEqual(chunksOf(folder).sort(), ["app", "later"]);
			assert.deepEqual((await activate(folder)).toSorted(), [
				...["app", "both", "command", "end", "front", "late", "latest", "panel"],
			]);
		});
	}

	it("don't contain two files with the same export, nor groups without files", async () => {
		const two = build("two", false, [{ name: "later", sources: /\/src\/(?:panel|command)\.ts$/ }], {
			"command.ts": "export const run = () => 1; export const show = () => 2;",
		});
		await assert.rejects(two, /Two files of later export show/);
		await assert.rejects(
			build("none", false, [{ name: "later", sources: /gone/ }]),
			/loaded by nobody/,
		);
	});
});
