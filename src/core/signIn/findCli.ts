import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import type { Environment } from "./cliFiles.ts";

/** Finds the Coder CLI on the PATH and returns its absolute path. Runs nothing. */
export async function findCli(
	env: Environment,
	platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
	// Only programs that start without a shell, which excludes .cmd files.
	const name = platform === "win32" ? "coder.exe" : "coder";
	const folders = (env.PATH ?? env.Path ?? "")
		.split(path.delimiter)
		.filter((folder) => path.isAbsolute(folder));
	for (const folder of folders) {
		const file = path.join(folder, name);
		if (await isExecutable(file)) return file;
	}
	return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		// A folder is executable too.
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
