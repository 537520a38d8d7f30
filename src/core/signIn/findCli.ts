import { access, constants, stat } from "node:fs/promises";
import path from "node:path";
import type { Environment } from "./cliFiles.ts";

/**
 * Finds the Coder CLI on the PATH and returns its absolute path. Runs nothing.
 *
 * @param isProgram returns whether a file can be run
 */
export async function findCli(
	env: Environment,
	platform: NodeJS.Platform = process.platform,
	isProgram: (file: string) => Promise<boolean> = isExecutable,
): Promise<string | undefined> {
	// On Windows, only a program that starts without a shell, which excludes .cmd files.
	const [rules, name] = platform === "win32" ? [path.win32, "coder.exe"] : [path.posix, "coder"];
	const folders = (env.PATH ?? env.Path ?? "")
		.split(rules.delimiter)
		.filter((folder) => rules.isAbsolute(folder));
	for (const folder of folders) {
		const file = rules.join(folder, name);
		if (await isProgram(file)) return file;
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
