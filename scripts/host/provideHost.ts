import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { cacheDir } from "../paths.ts";
import type { Progress } from "../progress.ts";
import { provideNode } from "./nodePackage.ts";
import { npm } from "./npm.ts";
import { putStandIns } from "./standIns.ts";
import { hostRecipes, type HostVersion } from "./versions.ts";

/** A VS Code on this disk that can be started. */
export interface Host {
	readonly version: HostVersion;
	/** The Node that must run it. */
	readonly node: string;
	/** VS Code's own server entry. */
	readonly serverMain: string;
}

/**
 * Installs a VS Code from npm into the cache, once. The package `code-server` carries VS Code's
 * server and web workbench; its install scripts compile native modules that nothing here needs, so
 * none of them run. A marker written last tells a whole install from an interrupted one.
 */
export async function provideHost(version: HostVersion, progress: Progress): Promise<Host> {
	const { codeServer, nodeMajor } = hostRecipes[version];
	const dir = path.join(cacheDir, `code-server-${codeServer}`);
	const packageDir = path.join(dir, "node_modules", "code-server");
	const vscodeDir = path.join(packageDir, "lib", "vscode");
	const marker = path.join(dir, "complete");
	if (!existsSync(marker)) {
		await rm(dir, { recursive: true, force: true });
		await mkdir(dir, { recursive: true });
		progress(`Installing VS Code ${version} from npm (code-server ${codeServer})`);
		await npm(["install", "--no-save", "--prefix", dir, `code-server@${codeServer}`], dir);
		progress(`Installing what VS Code ${version} depends on`);
		await npm(["install", "--omit=dev"], vscodeDir);
		await writeFile(marker, "");
	}
	await putStandIns(vscodeDir);
	// Its own folder: an install beside code-server would prune or be pruned.
	const nodeDir = path.join(cacheDir, `node-${nodeMajor}`);
	await mkdir(nodeDir, { recursive: true });
	const node = await provideNode(nodeMajor, nodeDir, progress);
	return { version, node, serverMain: path.join(vscodeDir, "out", "server-main.js") };
}
