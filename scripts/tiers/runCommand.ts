import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { onExit } from "../onExit.ts";
import { repoRoot } from "../paths.ts";

/**
 * Runs a command in the repository, with this process's Node for `node`, and returns its exit code. Each line that it
 * prints begins with `prefix`, if there is one.
 *
 * @param onStart called with what sends a message to the process, which must run Node
 */
export function runCommand(
	command: readonly string[],
	env: Record<string, string>,
	prefix: string | undefined,
	onStart?: (send: (message: string) => void) => void,
): Promise<number> {
	const [name = "", ...args] = command;
	const output = prefix === undefined ? "inherit" : "pipe";
	const child = spawn(name === "node" ? process.execPath : name, args, {
		cwd: repoRoot,
		env: { ...process.env, ...env },
		stdio: ["inherit", output, output, ...(onStart ? ["ipc" as const] : [])],
	});
	onStart?.((message) => {
		if (child.connected) child.send(message);
	});
	for (const stream of [child.stdout, child.stderr]) {
		if (stream === null) continue;
		createInterface(stream).on("line", (line) => {
			console.log(`${prefix ?? ""}  ${line}`);
		});
	}
	const forget = onExit(() => child.kill());
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code, signal) => {
			forget();
			resolve(code ?? (signal === null ? 1 : 128));
		});
	});
}
