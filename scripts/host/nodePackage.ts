import path from "node:path";
import { cacheDir } from "../paths.ts";
import type { Progress } from "../progress.ts";
import { installOnce } from "./installOnce.ts";
import { installPackages } from "./npm.ts";

/**
 * Returns a Node of this major version: the one that runs this script if it matches, otherwise one installed from npm.
 * The npm package `node` downloads these packages with an install script; installing them directly needs no script.
 */
export async function provideNode(major: number, progress: Progress): Promise<string> {
	if (Number(process.versions.node.split(".")[0]) === major) {
		return process.execPath;
	}
	const name = packageName();
	const dir = path.join(cacheDir, `node-${major}`);
	await installOnce(dir, async () => {
		progress(`Installing Node ${major} from npm (${name})`);
		await installPackages(["--no-save", "--prefix", dir, `${name}@${major}`], dir);
	});
	const binary = process.platform === "win32" ? "node.exe" : "node";
	return path.join(dir, "node_modules", name, "bin", binary);
}

function packageName(): string {
	const platform = process.platform === "win32" ? "win" : process.platform;
	const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
	return `${prefix}-${platform}-${process.arch}`;
}
