import { existsSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The replacement of each native module. */
const replacements: readonly (readonly [name: string, standIn: string])[] = [
	["@vscode/spdlog", "spdlog.js"],
	["native-watchdog", "watchdog.js"],
	["@vscode/native-watchdog", "watchdog.js"],
];

/**
 * Replaces native modules, which weren't compiled, with plain JavaScript. Otherwise, all of VS Code's log files and log
 * channels would be empty, and each start would print stack traces.
 */
export async function putStandIns(vscodeDir: string): Promise<void> {
	const source = fileURLToPath(new URL("standIns", import.meta.url));
	for (const [name, standIn] of replacements) {
		const target = path.join(vscodeDir, "node_modules", name);
		if (existsSync(target)) {
			const manifest = { name, version: "0.0.0", type: "module", main: "index.js" };
			await copyFile(path.join(source, standIn), path.join(target, "index.js"));
			await writeFile(path.join(target, "package.json"), JSON.stringify(manifest));
		}
	}
}
