import { cp, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { repoRoot } from "../paths.ts";
import { runNpm } from "./npm.ts";

/** Read-only parts that can be linked. Everything else is copied, so that the build refers to files of the copy. */
const linked = ["node_modules"];
/** Parts that the package doesn't need, or that the build creates. */
const left = [".cache", ".git", ".vscode-test", "dist", "out", "test"];

/** The variable with the path of the package that `npm test` has made for all its tests. */
export const packageVariable = "TEST_VSIX";

/** Returns the path of a package of the extension: the one of this run of `npm test`, or a new one in `folder`. */
export async function providePackage(folder: string): Promise<string> {
	const made = process.env[packageVariable];
	if (made) return made;
	const vsix = path.join(folder, "coder-deployment.vsix");
	await packageExtension(vsix);
	return vsix;
}

/**
 * Packages the extension into the file `vsix` with `npm run package`, as for a release. Works in a copy, so that the
 * build for other tests isn't affected.
 */
export async function packageExtension(vsix: string): Promise<void> {
	const copy = await mkdtemp(path.join(tmpdir(), "coder-package-"));
	try {
		for (const name of await readdir(repoRoot)) {
			const source = path.join(repoRoot, name);
			if (linked.includes(name)) {
				await symlink(source, path.join(copy, name), "junction");
			} else if (!left.includes(name)) {
				await cp(source, path.join(copy, name), { recursive: true });
			}
		}
		await runNpm(["run", "package", "--", "--out", path.resolve(vsix)], copy);
	} finally {
		await rm(copy, { recursive: true, force: true });
	}
}
