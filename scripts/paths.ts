import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with package.json. */
export const repoRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Downloads that later runs reuse. Set CODER_DEPLOYMENT_CACHE to share them between clones. */
export const cacheDir = path.resolve(
	process.env["CODER_DEPLOYMENT_CACHE"] ?? path.join(repoRoot, ".cache"),
);

/** The folder for everything that the tests create: bundles, results, and screenshots. */
export const outDir = path.join(repoRoot, "out");
