import { existsSync, readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { outDir, repoRoot } from "../paths.ts";
import { findTests } from "./findTests.ts";

/** A folder of tests, ready to run. */
export interface BundledTests {
	/** The test files, relative to the folder, including `.ts`. */
	readonly files: readonly string[];
	/** Returns what to import for a test file: its bundle, or the file itself. */
	readonly runnable: (file: string) => string;
	/** Returns whether a test file changes how modules are loaded, which would affect others in the same process. */
	readonly needsOwnProcess: (file: string) => boolean;
	/** What to import for the program that runs the tests, which is bundled as well. */
	readonly program: string;
	/** What to import for the folder's `hooks.ts`, which shares modules with the tests; undefined without one. */
	readonly hooks: string | undefined;
}

/**
 * Bundles the tests in a folder into files in `out/` that share common code. This halves the processor time of a run:
 * files aren't compiled in each process, and `Object.defineProperty` isn't called for the name of every function, as
 * tsx would do.
 *
 * Test files that replace `vscode` with hooks of Node's loader aren't bundled, because the hooks check which source
 * file imports it.
 *
 * @param program the TypeScript file that runs the tests
 * @param tier its bundles are its own, because another tier may run the same tests at the same time
 */
export async function bundleTests(
	folder: string,
	program: string,
	tier: string,
): Promise<BundledTests> {
	const target = path.join(outDir, "bundledTests", tier.replaceAll(" ", "-"));
	const tests = findTests(folder);
	const bundled = new Set(tests.filter((file) => !usesLoader(file)));
	const hooks = [path.join(folder, "hooks.ts")].filter((file) => existsSync(file));
	await rm(target, { recursive: true, force: true });
	await build({
		entryPoints: [...new Set([...bundled, program, ...hooks])],
		outbase: repoRoot,
		outdir: target,
		outExtension: { ".js": ".mjs" },
		chunkNames: "chunks/[hash]",
		bundle: true,
		splitting: true,
		format: "esm",
		platform: "node",
		target: "node20",
		packages: "external",
		external: ["vscode"],
		sourcemap: "linked",
		sourcesContent: false,
		plugins: [placesOfSources],
		logLevel: "warning",
	});
	const bundleOf = (file: string): string =>
		path.join(target, path.relative(repoRoot, file)).replace(/\.ts$/, ".mjs");
	return {
		files: tests.map((file) => path.relative(folder, file)),
		runnable: (relative) => {
			const file = path.join(folder, relative);
			return bundled.has(file) ? bundleOf(file) : file;
		},
		needsOwnProcess: (relative) => !bundled.has(path.join(folder, relative)),
		program: bundleOf(program),
		hooks: hooks.map(bundleOf)[0],
	};
}

function usesLoader(file: string): boolean {
	return /\bregister\b.* from "node:module"|\b(?:stub|replace)Vscode\b/.test(
		readFileSync(file, "utf8"),
	);
}

/** Makes `import.meta` refer to the source file instead of its bundle, because tests read files next to it. */
const placesOfSources: Plugin = {
	name: "places of sources",
	setup(builder) {
		builder.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
			const text = await readFile(file, "utf8");
			if (!text.includes("import.meta.")) return undefined;
			const contents = text
				.replaceAll("import.meta.dirname", () => JSON.stringify(path.dirname(file)))
				.replaceAll("import.meta.url", () => JSON.stringify(pathToFileURL(file).href));
			return { loader: "ts", contents };
		});
	},
};
