import { homedir } from "node:os";
import path from "node:path";

/**
 * Returns the user's home folder, or `undefined` if the machine has none. Node then throws a system error or returns an
 * arbitrary value of HOME; only an absolute path is the same folder for every program.
 */
export function homeFolder(read: () => string = homedir): string | undefined {
	try {
		const home = read();
		return path.isAbsolute(home) ? home : undefined;
	} catch {
		return undefined;
	}
}
