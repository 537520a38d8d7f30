import { mkdir } from "node:fs/promises";
import path from "node:path";

/**
 * Returns the variables that give a host an empty home folder inside `dataDir`. The extension looks for a session of
 * the Coder CLI in the home folder, and tests must not find the session of the person who runs them.
 */
export async function isolatedHome(dataDir: string): Promise<Record<string, string>> {
	const home = path.join(dataDir, "home");
	await mkdir(home, { recursive: true });
	return {
		HOME: home,
		XDG_CONFIG_HOME: path.join(home, ".config"),
		APPDATA: home,
		LOCALAPPDATA: home,
	};
}
