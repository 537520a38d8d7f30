import { mkdir, mkdtemp } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { outDir, repoRoot } from "../paths.ts";
import { findTests } from "../tiers/findTests.ts";

/**
 * Bundles the tests that run inside VS Code, one bundle for each file, and gives the path of the
 * entry that VS Code is to call; the entry's folder is the caller's to remove. CommonJS, because that is how VS Code loads the entry.
 */
export async function bundleHostTests(): Promise<string> {
	const source = path.join(repoRoot, "test", "host");
	await mkdir(outDir, { recursive: true });
	const target = await mkdtemp(path.join(outDir, "host-"));
	await build({
		entryPoints: [path.join(source, "index.ts"), ...findTests(source)],
		outbase: source,
		outdir: target,
		outExtension: { ".js": ".cjs" },
		bundle: true,
		format: "cjs",
		platform: "node",
		target: "node20",
		sourcemap: "inline",
		external: ["vscode", "mocha"],
		logLevel: "warning",
	});
	return path.join(target, "index.cjs");
}
