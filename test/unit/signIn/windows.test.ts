import assert from "node:assert/strict";
import { cliConfigDir } from "../../../src/core/signIn/cliFiles.ts";
import { findCli } from "../../../src/core/signIn/findCli.ts";

/** Returns the program that is found among these files, and the files that were looked for. */
async function find(
	env: Readonly<Record<string, string>>,
	platform: NodeJS.Platform,
	...programs: readonly string[]
) {
	const tried: string[] = [];
	const found = await findCli(env, platform, (file) => {
		tried.push(file);
		return Promise.resolve(programs.includes(file));
	});
	return { found, tried };
}

describe("the Coder CLI on Windows", () => {
	it("is coder.exe in a folder of PATH or Path, which are separated by semicolons", async () => {
		const folders = String.raw`C:\Windows;C:\Program Files\Coder\bin;D:\coder`;
		const first = String.raw`C:\Program Files\Coder\bin\coder.exe`;
		const second = String.raw`D:\coder\coder.exe`;
		for (const env of [{ PATH: folders }, { Path: folders }]) {
			assert.deepEqual(await find(env, "win32", first, second), {
				found: first,
				tried: [String.raw`C:\Windows\coder.exe`, first],
			});
			assert.equal((await find(env, "win32", second)).found, second);
			assert.equal((await find(env, "win32")).found, undefined);
		}
	});

	it("isn't searched for in relative folders, such as the current one", async () => {
		const { tried } = await find({ PATH: String.raw`.;;bin;..\x;C:relative;C:\bin` }, "win32");
		assert.deepEqual(tried, [String.raw`C:\bin\coder.exe`]);
	});

	it("isn't a script, which only a shell could start", async () => {
		const script = String.raw`C:\bin\coder.cmd`;
		assert.equal((await find({ PATH: String.raw`C:\bin` }, "win32", script)).found, undefined);
	});

	it("stores its session in the roaming folder, or where that usually is", () => {
		const noHome = (): undefined => undefined;
		const appData = String.raw`C:\Users\mira\AppData\Roaming`;
		assert.equal(cliConfigDir({ APPDATA: appData }, "win32", noHome), `${appData}\\coderv2`);
		assert.equal(
			cliConfigDir({}, "win32", () => String.raw`C:\Users\mira`),
			`${appData}\\coderv2`,
		);
		const own = String.raw`D:\coder config`;
		assert.equal(cliConfigDir({ CODER_CONFIG_DIR: own, APPDATA: appData }, "win32"), own);
	});
});

describe("the Coder CLI on Linux and macOS", () => {
	for (const platform of ["linux", "darwin"] as const) {
		it(`is in an absolute folder of PATH, separated by colons: ${platform}`, async () => {
			assert.deepEqual(
				await find({ PATH: ".::bin:/usr/bin:/opt/coder" }, platform, "/opt/coder/coder"),
				{ found: "/opt/coder/coder", tried: ["/usr/bin/coder", "/opt/coder/coder"] },
			);
			assert.equal((await find({}, platform, "/coder")).found, undefined);
		});
	}
});
