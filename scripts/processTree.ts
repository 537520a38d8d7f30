import { spawnSync, type ChildProcess } from "node:child_process";

/**
 * Kills a child process and everything that it started. On POSIX systems, the child must have been spawned with
 * `detached: true`, which makes it the leader of its own process group.
 */
export function killTree(child: ChildProcess): void {
	if (child.pid === undefined) {
		return;
	}
	if (process.platform === "win32") {
		spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
		return;
	}
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {
		// The entire group has already ended.
	}
}
