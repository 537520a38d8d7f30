import { existsSync } from "node:fs";
import path from "node:path";
import { npm } from "./npm.ts";
import type { Progress } from "../progress.ts";

/**
 * Gives a Node of this major version: the one that runs this script if it fits, else one installed
 * from npm into `dir`. The packages named here are those that the npm package `node` fetches by an
 * install script; naming them directly needs no script.
 */
export async function provideNode(major: number, dir: string, progress: Progress): Promise<string> {
	if (Number(process.versions.node.split(".")[0]) === major) {
		return process.execPath;
	}
	const name = packageName();
	const binary = path.join(
		dir,
		"node_modules",
		name,
		...(process.platform === "win32" ? ["bin", "node.exe"] : ["bin", "node"]),
	);
	if (!existsSync(binary)) {
		progress(`Installing Node ${major} from npm (${name})`);
		await npm(["install", "--no-save", "--prefix", dir, `${name}@${major}`], dir);
	}
	return binary;
}

function packageName(): string {
	const platform = process.platform === "win32" ? "win" : process.platform;
	const prefix = process.platform === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
	return `${prefix}-${platform}-${process.arch}`;
}
