import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { killTreeCommand, shellCommand } from "../../../../src/core/http/headers/headerShell.ts";

describe("the shell of a header command", () => {
	it("is sh on Linux and macOS, with the command as one argument", () => {
		for (const platform of ["linux", "darwin"] as const) {
			assert.deepEqual(shellCommand(`echo "A=$X" 'b c'`, platform), {
				file: "sh",
				args: ["-c", `echo "A=$X" 'b c'`],
				group: true,
			});
		}
	});

	it("is cmd.exe on Windows, which only removes the outer quotes and runs nothing from the registry", () => {
		const command = `"C:\\Program Files\\tool.exe" --out "a b"`;
		assert.deepEqual(shellCommand(command, "win32"), {
			file: "cmd.exe",
			args: ["/d", "/s", "/c", `"${command}"`],
			group: false,
		});
	});

	it("runs the command on this platform", () => {
		const { file, args } = shellCommand("echo A=1", process.platform);
		const { stdout } = spawnSync(file, args, { encoding: "utf8", windowsVerbatimArguments: true });
		assert.equal(stdout.trim(), "A=1");
	});

	it("is ended on Windows by taskkill, with its child processes", () => {
		assert.deepEqual(killTreeCommand(42), ["taskkill", ["/pid", "42", "/T", "/F"]]);
	});
});
