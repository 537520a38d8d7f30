import { copyFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { repoRoot } from "../paths.ts";
import { findTests } from "../tiers/findTests.ts";

/** The files that VS Code loads for the tests that run inside it. */
export interface HostTests {
	/** The script whose `run` function VS Code calls. */
	readonly entry: string;
	/** The folder of an extension that uses this one. */
	readonly consumer: string;
}

/**
 * Bundles the tests that run inside VS Code into `target`, one bundle per file. They are CommonJS, because VS Code
 * loads the entry that way. `target` must be in the repository, so that the bundles find Mocha.
 */
export async function bundleHostTests(target: string): Promise<HostTests> {
	const source = path.join(repoRoot, "test", "host");
	await build({
		entryPoints: [
			path.join(source, "index.ts"),
			path.join(source, "consumer", "extension.ts"),
			...findTests(source),
		],
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
	const consumer = path.join(target, "consumer");
	await copyFile(
		path.join(source, "consumer", "package.json"),
		path.join(consumer, "package.json"),
	);
	return { entry: path.join(target, "index.cjs"), consumer };
}
