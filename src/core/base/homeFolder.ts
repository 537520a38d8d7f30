import { homedir } from "node:os";

/** The user's home folder; nothing on a machine that knows none, where Node throws a system error. */
export function homeFolder(read: () => string = homedir): string | undefined {
	try {
		return read() || undefined;
	} catch {
		return undefined;
	}
}
