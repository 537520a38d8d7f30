import { homedir } from "node:os";
import path from "node:path";

/**
 * The user's home folder; nothing on a machine that knows none, where Node throws a system error or returns what
 * somebody put into HOME. Only an absolute path names the same folder to every program.
 */
export function homeFolder(read: () => string = homedir): string | undefined {
	try {
		const home = read();
		return path.isAbsolute(home) ? home : undefined;
	} catch {
		return undefined;
	}
}
