import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { onExit } from "../onExit.ts";
import { repoRoot } from "../paths.ts";

/** Starts a command in the repository, with this process's Node for `node`. It ends with this process. */
export function startCommand(
	command: readonly string[],
	stdio: StdioOptions,
	env: Readonly<Record<string, string>> = {},
): ChildProcess {
	const [name = "", ...args] = command;
	const child = spawn(name === "node" ? process.execPath : name, args, {
		cwd: repoRoot,
		env: { ...process.env, ...env },
		stdio,
	});
	const forget = onExit(() => child.kill());
	return child.once("exit", forget).once("error", forget);
}
