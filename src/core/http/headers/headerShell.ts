/** How a platform's shell is started. */
export interface ShellCommand {
	readonly file: string;
	/** As they are, without quoting by Node: `cmd.exe` has rules of its own. */
	readonly args: readonly string[];
	/** True where what it starts is ended as its process group. */
	readonly group: boolean;
}

/** Runs a command line as Coder's CLI does, by `sh -c` or `cmd.exe /c`; `/d` leaves out what the registry adds. */
export function shellCommand(command: string, platform: NodeJS.Platform): ShellCommand {
	return platform === "win32"
		? { file: "cmd.exe", args: ["/d", "/s", "/c", `"${command}"`], group: false }
		: { file: "sh", args: ["-c", command], group: true };
}

/** Ends a process of Windows with all that it started. */
export function killTreeCommand(pid: number): readonly [file: string, args: readonly string[]] {
	return ["taskkill", ["/pid", String(pid), "/T", "/F"]];
}
