import { homedir } from "node:os";
import path from "node:path";
import { readAtMost } from "../base/readAtMost.ts";

/** What a process is told by its surroundings. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The Coder CLI's session: where, and the token unless the CLI keeps it in the system's keyring. */
export interface CliSession {
	readonly url: string;
	/** Missing where the CLI keeps it in the keyring, as it does on macOS and Windows since v2.29. */
	readonly token?: string;
}

/**
 * The folder in which the Coder CLI keeps `url` and `session`: `CODER_CONFIG_DIR`, else the system's own place.
 * Source: Coder's CLI, which uses the library configdir.
 */
export function cliConfigDir(
	env: Environment,
	platform: NodeJS.Platform = process.platform,
): string {
	if (env.CODER_CONFIG_DIR) return env.CODER_CONFIG_DIR;
	const home = homedir();
	switch (platform) {
		case "win32":
			return path.join(env.APPDATA ?? path.join(home, "AppData", "Roaming"), "coderv2");
		case "darwin":
			return path.join(home, "Library", "Application Support", "coderv2");
		default:
			return path.join(env.XDG_CONFIG_HOME ?? path.join(home, ".config"), "coderv2");
	}
}

/** Reads the CLI's session. The token counts only with the URL beside it: the files hold one deployment at a time. */
export async function readCliSession(dir: string): Promise<CliSession | undefined> {
	const [url, token] = await Promise.all([
		readTrimmed(path.join(dir, "url")),
		readTrimmed(path.join(dir, "session")),
	]);
	if (!url) return undefined;
	return token ? { url, token } : { url };
}

/** No session file is longer than this, in bytes; whatever is longer is something else. */
const longestFile = 4096;

async function readTrimmed(file: string): Promise<string | undefined> {
	try {
		return (await readAtMost(file, longestFile)).toString("utf8").trim();
	} catch {
		// Not there, not ours to read, or something else: the CLI has no session that could be offered.
		return undefined;
	}
}
