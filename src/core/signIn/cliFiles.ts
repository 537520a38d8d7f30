import path from "node:path";
import { homeFolder } from "../base/homeFolder.ts";
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
 *
 * @param home gives the user's home folder; nothing where the machine knows none
 */
export function cliConfigDir(
	env: Environment,
	platform: NodeJS.Platform = process.platform,
	home: () => string | undefined = homeFolder,
): string | undefined {
	if (env.CODER_CONFIG_DIR) return env.CODER_CONFIG_DIR;
	const inHome = (...names: readonly string[]): string | undefined => {
		const folder = home();
		return folder === undefined ? undefined : path.join(folder, ...names);
	};
	const parent = (): string | undefined => {
		if (platform === "win32") return env.APPDATA || inHome("AppData", "Roaming");
		if (platform === "darwin") return inHome("Library", "Application Support");
		return env.XDG_CONFIG_HOME || inHome(".config");
	};
	const folder = parent();
	return folder === undefined ? undefined : path.join(folder, "coderv2");
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
