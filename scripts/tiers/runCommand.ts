import { createInterface } from "node:readline";
import { startCommand } from "./startCommand.ts";

/**
 * Runs a command and returns its exit code. Each line that it prints begins with `prefix`, if there is one.
 *
 * @param onStart called with what sends a message to the process, which must run Node
 */
export function runCommand(
	command: readonly string[],
	env: Record<string, string>,
	prefix: string | undefined,
	onStart?: (send: (message: string) => void) => void,
): Promise<number> {
	const output = prefix === undefined ? "inherit" : "pipe";
	const ipc = onStart ? (["ipc"] as const) : [];
	const child = startCommand(command, ["inherit", output, output, ...ipc], env);
	onStart?.((message) => {
		if (child.connected) child.send(message);
	});
	for (const stream of [child.stdout, child.stderr]) {
		if (stream === null) continue;
		createInterface(stream).on("line", (line) => {
			console.log(`${prefix ?? ""}  ${line}`);
		});
	}
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code, signal) => {
			resolve(code ?? (signal === null ? 1 : 128));
		});
	});
}
