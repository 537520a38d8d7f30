import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runHeaderCommand } from "../../../../src/core/http/headers/headerCommand.ts";
import { until } from "../../../support/until.ts";

const never = new AbortController().signal;
const command = `"C:\\Program Files\\tool.exe" --for "%CODER_URL%"`;

describe("header commands on Windows", () => {
	let folder: string;
	const searchPath = process.env.PATH ?? "";
	const log = (name: string): string => path.join(folder, `${name}.log`);

	/** Creates a program of Windows for sh, which logs its arguments, one a line. */
	const program = (name: string, script: string): void => {
		const file = path.join(folder, name);
		writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" > '${log(name)}'\n${script}\n`);
		chmodSync(file, 0o755);
	};
	const run = ({ signal = never, timeMs = 10_000 } = {}) =>
		runHeaderCommand(
			{ command, from: "coder.headerCommand", url: "https://coder.example" },
			signal,
			{ timeMs, outputBytes: 1000 },
			"win32",
		);

	before(function () {
		// The programs are scripts for sh.
		if (process.platform === "win32") this.skip();
	});
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "coder-windows-"));
		process.env.PATH = `${folder}${path.delimiter}${searchPath}`;
	});
	afterEach(() => {
		process.env.PATH = searchPath;
		rmSync(folder, { recursive: true, force: true });
	});

	it("run with cmd.exe, whose lines end with CR LF", async () => {
		program("cmd.exe", `printf 'X-Url=%s\\r\\nX-Two=b\\r\\n' "$CODER_URL"`);
		assert.deepEqual(await run(), { "X-Url": "https://coder.example", "X-Two": "b" });
		const args = readFileSync(log("cmd.exe"), "utf8");
		assert.equal(args, `/d\n/s\n/c\n"${command}"\n`);
	});

	it("are ended with their child processes by taskkill", async () => {
		program("cmd.exe", `echo $$ > '${log("pid")}'; exec sleep 60`);
		program("taskkill", "kill -KILL $2");
		const stop = new AbortController();
		const running = run({ signal: stop.signal });
		await until(() => existsSync(log("pid")) && readFileSync(log("pid"), "utf8") !== "");
		stop.abort(new Error("stopped"));
		await assert.rejects(running, /stopped/);
		await until(() => existsSync(log("taskkill")));
		const pid = readFileSync(log("pid"), "utf8").trim();
		await until(() => readFileSync(log("taskkill"), "utf8") === `/pid\n${pid}\n/T\n/F\n`);
	});

	it("fail with the same message if taskkill can't be started", async () => {
		program("cmd.exe", "exec /bin/sleep 2");
		process.env.PATH = folder;
		await assert.rejects(run({ timeMs: 300 }), /didn't finish within/);
	});

	it("fail with a message if there is no cmd.exe", async () => {
		await assert.rejects(run(), /The shell couldn't be started \(ENOENT\)/);
	});
});
