import path from "node:path";
import { homeFolder } from "../base/homeFolder.ts";
import { readAtMost } from "../base/readAtMost.ts";

/** A process's environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The Coder CLI's session: its URL, and its token unless the CLI stores it in the system's keyring. */
export interface CliSession {
	readonly url: string;
	/** Missing if the CLI stores it in the keyring, as it does on macOS and Windows since v2.29. */
	readonly token?: string;
}

/**
 * Returns the folder in which the Coder CLI stores `url` and `session`: `CODER_CONFIG_DIR`, otherwise the system's
 * default, as in the configdir library that Coder's CLI uses.
 *
 * @param home returns the user's home folder, or `undefined` if the machine has none
 */
export function cliConfigDir(
	env: Environment,
	platform: NodeJS.Platform = process.platform,
	home: () => string | undefined = homeFolder,
): string | undefined {
	if (env.CODER_CONFIG_DIR) return env.CODER_CONFIG_DIR;
	const rules = platform === "win32" ? path.win32 : path.posix;
	const inHome = (...names: readonly string[]): string | undefined => {
		const folder = home();
		return folder === undefined ? undefined : rules.join(folder, ...names);
	};
	const parent = (): string | undefined => {
		if (platform === "win32") return env.APPDATA || inHome("AppData", "Roaming");
		if (platform === "darwin") return inHome("Library", "Application Support");
		return env.XDG_CONFIG_HOME || inHome(".config");
	};
	const folder = parent();
	return folder === undefined ? undefined : rules.join(folder, "coderv2");
}

/** Reads the CLI's session. The token is only valid with its URL: the files contain one deployment at a time. */
export async function readCliSession(dir: string): Promise<CliSession | undefined> {
	const [url, token] = await Promise.all([
		readTrimmed(path.join(dir, "url")),
		readTrimmed(path.join(dir, "session")),
	]);
	if (!url) return undefined;
	return token ? { url, token } : { url };
}

/** The maximum size of a session file, in bytes; a larger file is something else. */
const longestFile = 4096;

async function readTrimmed(file: string): Promise<string | undefined> {
	try {
		return (await readAtMost(file, longestFile)).toString("utf8").trim();
	} catch {
		// Missing or unreadable, or not a session file: there is no CLI session to offer.
		return undefined;
	}
}
