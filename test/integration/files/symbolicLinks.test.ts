import assert from "node:assert/strict";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isReallyBelow } from "../../../src/core/files/workspacePath.ts";

describe("a file of the workspace", () => {
	let root: string;
	let folder: string;

	before(async () => {
		root = await realpath(await mkdtemp(path.join(tmpdir(), "coder-links-")));
		folder = path.join(root, "repo");
		await mkdir(path.join(folder, "deploy"), { recursive: true });
		await mkdir(path.join(root, "elsewhere"));
		await writeFile(path.join(folder, "deploy/coder.env"), "CODER_A=1");
		await writeFile(path.join(root, "elsewhere/secret.env"), "CODER_A=1");
		await symlink(path.join(root, "elsewhere/secret.env"), path.join(folder, "file.env"));
		await symlink(path.join(root, "elsewhere"), path.join(folder, "linked"));
		await symlink(path.join(folder, "deploy/coder.env"), path.join(folder, "inside.env"));
		await symlink(path.join(root, "nowhere"), path.join(folder, "broken.env"));
		await symlink(folder, path.join(root, "link-to-repo"));
	});
	after(async () => {
		await rm(root, { recursive: true, force: true });
	});

	for (const [name, expected] of [
		["deploy/coder.env", true],
		["inside.env", true],
		["file.env", false],
		["linked/secret.env", false],
		["../elsewhere/secret.env", false],
		["", false],
		["..", false],
		["../..", false],
		["broken.env", undefined],
		["missing.env", undefined],
	] as const) {
		it(`is checked after its symbolic links are resolved: ${name}`, async () => {
			assert.equal(await isReallyBelow(path.join(folder, name), [folder]), expected);
		});
	}

	it("may be in a folder that is a symbolic link itself", async () => {
		const opened = path.join(root, "link-to-repo");
		assert.equal(await isReallyBelow(path.join(opened, "deploy/coder.env"), [opened]), true);
		assert.equal(await isReallyBelow(path.join(opened, "file.env"), [opened]), false);
	});

	it("may be in another folder of the workspace", async () => {
		const folders = [folder, path.join(root, "elsewhere")];
		assert.equal(await isReallyBelow(path.join(folder, "file.env"), folders), true);
	});
});
