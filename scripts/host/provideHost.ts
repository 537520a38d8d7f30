import path from "node:path";
import { cacheDir } from "../paths.ts";
import type { Progress } from "../progress.ts";
import { installOnce } from "./installOnce.ts";
import { provideNode } from "./nodePackage.ts";
import { installPackages } from "./npm.ts";
import { provideRipgrep } from "./provideRipgrep.ts";
import { repairLinks } from "./repairLinks.ts";
import { putStandIns } from "./standIns.ts";
import { hostRecipes, type HostVersion } from "./versions.ts";

/** A VS Code on disk, ready to start. */
export interface Host {
	readonly version: HostVersion;
	/** The Node that must run it. */
	readonly node: string;
	/** VS Code's own server entry. */
	readonly serverMain: string;
}

/**
 * Installs a VS Code from npm into the cache if necessary. The package `code-server` contains VS Code's server and web
 * workbench. Its install scripts compile native modules that aren't needed here, so none of them run.
 */
export async function provideHost(version: HostVersion, progress: Progress): Promise<Host> {
	const { codeServer, nodeMajor } = hostRecipes[version];
	const dir = path.join(cacheDir, `code-server-${codeServer}`);
	const vscodeDir = path.join(dir, "node_modules", "code-server", "lib", "vscode");
	await installOnce(dir, async () => {
		progress(`Installing VS Code ${version} from npm (code-server ${codeServer})`);
		await installPackages(["--no-save", "--prefix", dir, `code-server@${codeServer}`], dir);
		progress(`Installing what VS Code ${version} depends on`);
		await installPackages(["--omit=dev"], vscodeDir);
		await repairLinks(vscodeDir);
	});
	await putStandIns(vscodeDir);
	await provideRipgrep(vscodeDir);
	const node = await provideNode(nodeMajor, progress);
	return { version, node, serverMain: path.join(vscodeDir, "out", "server-main.js") };
}
