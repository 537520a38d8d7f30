import { mkdir } from "node:fs/promises";
import path from "node:path";

/**
 * The variables that give a host an empty home folder inside `dataDir`. The extension looks for a
 * session of the Coder CLI in the home folder; tests must not find that of the person who runs them.
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
