/** A command that starts a platform's shell. */
export interface ShellCommand {
	readonly file: string;
	/** Passed as they are, without quoting by Node, because `cmd.exe` has its own rules. */
	readonly args: readonly string[];
	/** Whether its child processes are ended as a process group. */
	readonly group: boolean;
}

/**
 * Returns how to run a command line as Coder's CLI does, with `sh -c` or `cmd.exe /c`. `/d` skips commands from the
 * registry.
 */
export function shellCommand(command: string, platform: NodeJS.Platform): ShellCommand {
	return platform === "win32"
		? { file: "cmd.exe", args: ["/d", "/s", "/c", `"${command}"`], group: false }
		: { file: "sh", args: ["-c", command], group: true };
}

/** Returns the command that ends a Windows process and its child processes. */
export function killTreeCommand(pid: number): readonly [file: string, args: readonly string[]] {
	return ["taskkill", ["/pid", String(pid), "/T", "/F"]];
}
