import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

export type Settings = Readonly<Record<string, unknown>>;

/** Keeps everything except VS Code itself out of a window: no chat, welcome page, surveys, or news. */
const quiet: Settings = {
	"chat.commandCenter.enabled": false,
	"chat.disableAIFeatures": true,
	"extensions.autoCheckUpdates": false,
	"extensions.ignoreRecommendations": true,
	"git.enabled": false,
	"telemetry.telemetryLevel": "off",
	"workbench.enableExperiments": false,
	"workbench.secondarySideBar.defaultVisibility": "hidden",
	"workbench.startupEditor": "none",
};

/** Writes the user settings of a server's data folder: the quiet ones, overridden by `settings`. */
export async function writeSettings(dataDir: string, settings: Settings = {}): Promise<void> {
	const folder = path.join(dataDir, "data", "User");
	await mkdir(folder, { recursive: true });
	const text = JSON.stringify({ ...quiet, ...settings }, undefined, "\t");
	await writeFile(path.join(folder, "settings.json"), text);
}
