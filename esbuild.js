// Builds the extension (an ES module that loads its parts on demand) and the pages of its panels.
// Usage: node esbuild.js [--watch] [--production] [--outdir DIR]
import { rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import esbuild from "esbuild";
import { inlineScripts } from "./scripts/build/inlineScripts.js";
import { leaveOut, leaveOutOfPlots } from "./scripts/build/leaveOut.js";
import { wholeFiles } from "./scripts/build/wholeFiles.js";
import { notices } from "./scripts/build/notices.js";

const { production, watch, outdir } = parseArgs({
	options: {
		production: { type: "boolean", default: false },
		watch: { type: "boolean", default: false },
		outdir: { type: "string", default: "dist" },
	},
}).values;

/** @type {esbuild.BuildOptions} */
const shared = {
	bundle: true,
	minify: production,
	sourcemap: production ? false : "linked",
	logLevel: "warning",
	// The licenses of bundled packages are in THIRD_PARTY_NOTICES.txt.
	legalComments: "none",
	metafile: true,
	charset: "utf8",
};

/** @type {esbuild.BuildOptions} */
const extension = {
	...shared,
	entryPoints: { extension: "src/extension.ts" },
	outdir,
	format: "esm",
	splitting: true,
	chunkNames: "chunks/[name]-[hash]",
	platform: "node",
	target: "node20",
	external: ["vscode"],
	// The same code as an ES module, from which esbuild only bundles what is used.
	alias: { yaml: "./scripts/build/yaml.js" },
	plugins: [
		leaveOut,
		wholeFiles(
			// What is needed at activation, with the first document, and once the user is signed in.
			"src/extension.ts",
			"src/documents.ts",
			"src/app.ts",
			// Large parts that only some features need.
			"src/core/releases/table.ts",
			"node_modules/yaml/browser/dist/parse/parser.js",
			// What is needed when the user opens, chooses, or does something.
			{ name: "panels", sources: /\/ui\/(?:panels|configuration|export|statistics|upgrade)\// },
			{ name: "more", sources: /^src\/(?!ui\/(?:files|variables|comparison|chatTools)\/)/ },
			{ name: "files", sources: /\/ui\/(?:files|variables)\// },
			{ name: "comparison", sources: /\/ui\/(?:comparison|chatTools)\// },
		),
	],
};

/** @type {esbuild.BuildOptions} */
const webview = {
	...shared,
	entryPoints: {
		config: "src/webview/configuration/configuration.ts",
		compare: "src/webview/comparison/comparison.ts",
		upgrade: "src/webview/upgrade/upgrade.ts",
		stats: "src/webview/statistics/statistics.ts",
	},
	outdir: `${outdir}/webview`,
	format: "esm",
	splitting: true,
	platform: "browser",
	target: "chrome132",
	// A page's document contains both its script and the one that all pages share.
	plugins: [leaveOutOfPlots, wholeFiles({ name: "shared" }), inlineScripts("shared")],
};

/** @type {esbuild.BuildOptions} */
const styles = {
	...shared,
	entryPoints: {
		style: "src/webview/style/style.css",
		options: "src/webview/style/options.css",
		config: "src/webview/configuration/configuration.css",
		compare: "src/webview/comparison/comparison.css",
		stats: "src/webview/statistics/statistics.css",
	},
	outdir: `${outdir}/webview`,
	target: "chrome132",
};

/** Reports the start and end of a build to VS Code's problem matcher. */
const announce = {
	name: "announce",
	setup(/** @type {esbuild.PluginBuild} */ build) {
		build.onStart(() => console.log("[watch] build started"));
		build.onEnd(({ errors }) => {
			for (const { text, location } of errors) {
				console.error(`✘ [ERROR] ${text}`);
				if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
			}
			console.log("[watch] build finished");
		});
	},
};

await rm(outdir, { recursive: true, force: true });
if (watch) {
	for (const options of [extension, webview, styles]) {
		const context = await esbuild.context({
			...options,
			plugins: [...(options.plugins ?? []), announce],
		});
		await context.watch();
	}
} else {
	const built = await Promise.all(
		[extension, webview, styles].map((options) => esbuild.build(options)),
	);
	const text = await notices(built.map(({ metafile }) => metafile));
	await writeFile(`${outdir}/THIRD_PARTY_NOTICES.txt`, text);
	if (production) await (await import("./scripts/build/shrink.js")).shrink(outdir);
}
