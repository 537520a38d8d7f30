import path from "node:path";
import { build } from "esbuild";
import { repoRoot } from "../paths.ts";
import { findTests } from "../tiers/findTests.ts";

/**
 * Bundles the tests that run inside VS Code into `target`, one bundle for each file, and gives the
 * path of the entry that VS Code is to call. CommonJS, because that is how VS Code loads the entry;
 * `target` must be in the repository, where the bundles find Mocha.
 */
export async function bundleHostTests(target: string): Promise<string> {
	const source = path.join(repoRoot, "test", "host");
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
