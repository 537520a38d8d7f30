import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const repoRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Downloads that later runs reuse. CODER_DEPLOYMENT_CACHE moves it, to share it between clones. */
export const cacheDir = path.resolve(
	process.env["CODER_DEPLOYMENT_CACHE"] ?? path.join(repoRoot, ".cache"),
);

/** What the tests build and leave behind: bundles, results, screenshots. */
export const outDir = path.join(repoRoot, "out");
