// Builds for a release and creates a VSIX for the Visual Studio Marketplace and Open VSX.
// Usage: npm run package -- [--out FILE] [--githubBranch NAME]
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { stage } from "./package/stage.ts";
import { compressAgain } from "./package/zip.ts";
import { repoRoot } from "./paths.ts";

/** Runs a script of npm's in a folder. */
const run = (cwd: string, script: string, ...args: readonly string[]): void => {
	execFileSync(process.execPath, [path.join(repoRoot, script), ...args], { cwd, stdio: "inherit" });
};

const { values } = parseArgs({
	options: { out: { type: "string", short: "o" }, githubBranch: { type: "string" } },
});
process.chdir(repoRoot);
run(repoRoot, "esbuild.js", "--production");
const { folder, manifest } = await stage("out/package");
const vsix = path.resolve(values.out ?? `${manifest.name}-${manifest.version}.vsix`);
mkdirSync(path.dirname(vsix), { recursive: true });
run(
	folder,
	"node_modules/@vscode/vsce/vsce",
	...["package", "--no-dependencies", "--out", vsix],
	...(manifest.repository ? [] : ["--allow-missing-repository", "--no-rewrite-relative-links"]),
	...(values.githubBranch === undefined ? [] : ["--githubBranch", values.githubBranch]),
);
writeFileSync(vsix, await compressAgain(readFileSync(vsix)));
