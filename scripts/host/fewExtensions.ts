import { mkdir, readdir, symlink } from "node:fs/promises";
import path from "node:path";
import { cacheDir } from "../paths.ts";
import type { Host } from "./provideHost.ts";

/** What VS Code starts in most windows, but no test of this extension needs: for other languages, Git, and debugging. */
const unneeded = new Set([
	"debug-auto-launch",
	"debug-server-ready",
	"emmet",
	"extension-editing",
	"git",
	"git-base",
	"github",
	"github-authentication",
	"merge-conflict",
	"microsoft-authentication",
	"npm",
	"typescript-language-features",
]);

/**
 * Returns a folder with links to VS Code's built-in extensions without the unneeded ones, which take a tenth of the
 * processor time of opening a window. It's always the same folder, because the browser's cache knows the files by it.
 */
export async function fewExtensions({ version, serverMain }: Host): Promise<string> {
	const all = path.join(path.dirname(serverMain), "..", "extensions");
	const folder = path.join(cacheDir, `few-extensions-${version}`);
	await mkdir(folder, { recursive: true });
	const linked = new Set(await readdir(folder));
	for (const entry of await readdir(all, { withFileTypes: true })) {
		const { name } = entry;
		if (!entry.isDirectory() || unneeded.has(name) || linked.has(name)) continue;
		await symlink(path.join(all, name), path.join(folder, name), "junction");
	}
	return folder;
}
