import assert from "node:assert/strict";
import { homeFolder } from "../../../src/core/base/homeFolder.ts";
import { expandPath, expandVariables } from "../../../src/core/http/settings/expand.ts";
import { SettingProblem } from "../../../src/core/http/settings/settingProblem.ts";
import { cliConfigDir } from "../../../src/core/signIn/cliFiles.ts";

const noHome = () => undefined;

describe("a machine without a home folder", () => {
	it("returns none instead of throwing a system error", () => {
		const failing = (): string => {
			throw Object.assign(new Error("ENOENT: uv_os_homedir"), { code: "ERR_SYSTEM_ERROR" });
		};
		assert.equal(homeFolder(failing), undefined);
		assert.equal(
			homeFolder(() => ""),
			undefined,
		);
		assert.equal(
			homeFolder(() => "/home/x"),
			"/home/x",
		);
	});

	it("returns none if HOME isn't an absolute path, which every program would resolve differently", () => {
		for (const home of ["somewhere", ".", "~", "./x"]) {
			assert.equal(
				homeFolder(() => home),
				undefined,
				home,
			);
		}
	});

	it("treats an empty variable as unset", () => {
		assert.equal(cliConfigDir({ XDG_CONFIG_HOME: "" }, "linux", noHome), undefined);
		assert.equal(cliConfigDir({ APPDATA: "" }, "win32", noHome), undefined);
		assert.equal(
			cliConfigDir({ XDG_CONFIG_HOME: "" }, "linux", () => "/home/x"),
			"/home/x/.config/coderv2",
		);
	});

	it("has no session of the CLI unless its folder is set", () => {
		for (const platform of ["linux", "darwin", "win32"] as const) {
			assert.equal(cliConfigDir({}, platform, noHome), undefined, platform);
			assert.equal(cliConfigDir({ CODER_CONFIG_DIR: "/c" }, platform, noHome), "/c");
		}
		assert.match(cliConfigDir({ XDG_CONFIG_HOME: "/x" }, "linux", noHome) ?? "", /^\/x/);
	});

	it("is reported as the reason if a setting refers to the home folder", () => {
		const surroundings = { home: undefined, env: {}, platform: "linux" } as const;
		for (const value of ["~/ca.pem", "${userHome}/ca.pem"]) {
			const expand = () => expandPath({ value, from: "coder.tlsCaFile" }, surroundings);
			assert.throws(expand, SettingProblem, value);
			assert.throws(expand, /home folder/, value);
		}
		const plain = { value: "/etc/ca.pem", from: "coder.tlsCaFile" };
		assert.equal(expandVariables(plain, surroundings), "/etc/ca.pem");
	});
});
