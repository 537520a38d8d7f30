import { cp, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { repoRoot } from "../paths.ts";
import { runNpm } from "./npm.ts";

/** What packaging only reads and may be linked; everything else is copied, so that the build names files of the copy. */
const linked = ["node_modules"];
/** What a package never needs, or makes itself. */
const left = [".cache", ".git", ".vscode-test", "dist", "out", "test"];

/**
 * Packages the extension by `npm run package`, as for a release, into the file `vsix`. It works in a
 * copy, so that the build that other tests use stays.
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
