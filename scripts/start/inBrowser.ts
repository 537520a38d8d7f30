import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { linkExtension } from "../host/linkExtension.ts";
import { provideHost } from "../host/provideHost.ts";
import { writeSettings } from "../host/settings.ts";
import { startServer } from "../host/startServer.ts";
import { cacheDir, repoRoot } from "../paths.ts";
import { printProgress } from "../progress.ts";
import type { StartOptions } from "./options.ts";

/**
 * Starts the VS Code from npm with the extension, and returns the address to open. Port and data folder are the same
 * each time, so that settings, secrets, and state are kept.
 */
export async function startInBrowser(
	options: StartOptions,
	env: Readonly<Record<string, string>>,
): Promise<string> {
	const host = await provideHost(options.version, printProgress);
	const dataDir = path.join(cacheDir, `start-${options.version}`);
	if (!existsSync(path.join(dataDir, "data", "User", "settings.json"))) {
		await writeSettings(dataDir);
	}
	// VS Code caches package.json until the folder's modification time changes, which editing the file doesn't affect.
	await rm(path.join(dataDir, "data", "CachedProfilesData"), { recursive: true, force: true });
	await linkExtension(dataDir, repoRoot);
	const server = await startServer({ host, dataDir, port: options.port, env });
	return server.url;
}
