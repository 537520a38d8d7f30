// Builds for a release and creates a VSIX for the Visual Studio Marketplace and Open VSX.
// Usage: npm run package -- [options of vsce package, such as --out FILE]
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { selfContained } from "./package/readme.ts";
import { repoRoot } from "./paths.ts";

const run = (script: string, ...args: string[]): void => {
	execFileSync(process.execPath, [script, ...args], { cwd: repoRoot, stdio: "inherit" });
};

/**
 * Returns the packaging options for links. Without a repository, relative links in the README are broken. With one,
 * vsce converts them to URLs.
 */
function linkOptions(): readonly string[] {
	const manifest: unknown = JSON.parse(readFileSync(path.join(repoRoot, "package.json"), "utf8"));
	if (typeof manifest === "object" && manifest && "repository" in manifest) return [];
	const readme = "out/package/README.md";
	const file = path.join(repoRoot, readme);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, selfContained(readFileSync(path.join(repoRoot, "README.md"), "utf8")));
	return ["--allow-missing-repository", "--no-rewrite-relative-links", "--readme-path", readme];
}

run("esbuild.js", "--production");
run(
	"node_modules/@vscode/vsce/vsce",
	"package",
	"--no-dependencies",
	...linkOptions(),
	...process.argv.slice(2),
);
