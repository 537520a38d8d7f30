import assert from "node:assert/strict";
import { pathsBelow } from "../../../src/core/files/workspacePath.ts";

const linux = { name: "repo", path: "/home/ada/repo", fsPath: "/home/ada/repo" };
const windows = { name: "repo", path: "/c:/work/repo", fsPath: "c:\\work\\repo" };

describe("a path that a chat or another extension requests", () => {
	for (const [wanted, ...below] of [
		["coder.env", "coder.env"],
		["deploy/../coder.env", "coder.env"],
		["./deploy/values.yaml", "deploy/values.yaml"],
		["deploy\\values.yaml", "deploy/values.yaml"],
		["repo/coder.env", "coder.env", "repo/coder.env"],
		["/home/ada/repo/coder.env", "coder.env"],
		["..env", "..env"],
		["repo//etc/passwd", "repo/etc/passwd"],
		["deploy/", "deploy/"],
	] as const) {
		it(`is found in the workspace: ${wanted}`, () => {
			assert.deepEqual(pathsBelow(wanted, linux), below);
		});
	}

	for (const wanted of [
		"",
		".",
		"..",
		"../secret.env",
		"deploy/../../secret.env",
		"..\\secret.env",
		"deploy\\..\\..\\secret.env",
		"/etc/passwd",
		"/home/ada/repo",
		"/home/ada/repo/../.ssh/id_rsa",
		"/home/ada/repository/coder.env",
		"c:/Windows/win.ini",
		"C:\\Windows\\win.ini",
		"repo/../..",
		"coder.env\0.txt",
	]) {
		it(`is rejected if it leads elsewhere: ${JSON.stringify(wanted)}`, () => {
			assert.deepEqual(pathsBelow(wanted, linux), []);
		});
	}

	it("is found in a folder at the root", () => {
		const root = { name: "", path: "/", fsPath: "/" };
		assert.deepEqual(pathsBelow("/coder.env", root), ["coder.env"]);
		const drive = { name: "c:", path: "/c:/", fsPath: "c:\\" };
		assert.deepEqual(pathsBelow("c:\\deploy\\coder.env", drive), ["deploy/coder.env"]);
	});

	it("is found by a Windows path", () => {
		assert.deepEqual(pathsBelow("c:\\work\\repo\\a.env", windows), ["a.env"]);
		assert.deepEqual(pathsBelow("c:\\work\\repo\\..\\a.env", windows), []);
		assert.deepEqual(pathsBelow("\\\\server\\share\\a.env", windows), []);
	});
});
