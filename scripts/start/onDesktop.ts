import { spawn } from "node:child_process";
import path from "node:path";
import { downloadDesktop } from "../host/downloadDesktop.ts";
import { hostEnvironment } from "../host/hostEnvironment.ts";
import { onExit } from "../onExit.ts";
import { cacheDir, repoRoot } from "../paths.ts";
import { killTree } from "../processTree.ts";

/** Opens a desktop VS Code with the extension and separate settings, and waits until it is closed. */
export async function startOnDesktop(env: Readonly<Record<string, string>>): Promise<void> {
	const executable = await downloadDesktop("stable");
	const dataDir = path.join(cacheDir, "start-desktop");
	const child = spawn(
		executable,
		[
			`--extensionDevelopmentPath=${repoRoot}`,
			`--user-data-dir=${path.join(dataDir, "data")}`,
			`--extensions-dir=${path.join(dataDir, "extensions")}`,
			"--disable-updates",
			"--skip-welcome",
			"--new-window",
		],
		{ detached: process.platform !== "win32", env: hostEnvironment(env), stdio: "ignore" },
	);
	onExit(() => {
		killTree(child);
	});
	await new Promise((resolve, reject) => {
		child.once("exit", resolve);
		child.once("error", reject);
	});
}
