import assert from "node:assert/strict";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import type * as vscode from "vscode";
import type { workspaceFile as WorkspaceFile } from "../../../src/ui/files/workspaceFile.ts";
import { secretMark } from "../../sample-deployment/server.ts";
import { secretFile } from "../../support/comparedFile.ts";
import { replaceVscode } from "../../support/replaceVscode.ts";
import type { FileUri, workspace as Workspace } from "./support/vscodeOnDisk.ts";

const stubUrl = new URL("support/vscodeOnDisk.ts", import.meta.url).href;

const nobody = { list: [], active: undefined };

describe("a file that a chat or another extension names", () => {
	let root: string;
	let folder: string;
	let workspaceFile: typeof WorkspaceFile;
	let toUri: (file: string) => vscode.Uri;

	before(async () => {
		root = await realpath(await mkdtemp(path.join(tmpdir(), "coder-named-")));
		folder = path.join(root, "repo");
		await mkdir(path.join(folder, "deploy"), { recursive: true });
		await mkdir(path.join(root, "elsewhere"));
		const write = (name: string, content: string | Uint8Array) =>
			writeFile(path.join(root, name), content);
		await write("repo/deploy/coder.env", secretFile);
		await write("repo/large.env", `CODER_A=1\n${"#".repeat(1_000_000)}`);
		await write("repo/binary.env", Buffer.from([0x43, 0, 0xff, 0xfe, 0x80, 0, 0xc3, 0x28]));
		await write("repo/notes.md", "CODER_ACCESS_URL=https://a.example\n");
		await write("elsewhere/other.env", "CODER_ACCESS_URL=https://outside.example\n");
		await symlink(path.join(root, "elsewhere/other.env"), path.join(folder, "link.env"));
		await symlink(path.join(root, "elsewhere"), path.join(folder, "linked"));
		await symlink(path.join(folder, "deploy/coder.env"), path.join(folder, "inside.env"));
		replaceVscode(stubUrl, /\/src\/ui\//);
		const stub = (await import(stubUrl)) as {
			FileUri: typeof FileUri;
			workspace: typeof Workspace;
		};
		toUri = (file) => new stub.FileUri(file) as unknown as vscode.Uri;
		stub.workspace.workspaceFolders.push({ uri: new stub.FileUri(folder), name: "repo" });
		({ workspaceFile } = await import("../../../src/ui/files/workspaceFile.ts"));
	});
	after(async () => {
		await rm(root, { recursive: true, force: true });
	});

	for (const name of [
		"deploy/coder.env",
		"repo/deploy/coder.env",
		"inside.env",
		"./x/../inside.env",
	]) {
		it(`is read if it's in the workspace: ${name}`, async () => {
			const file = await workspaceFile(name, nobody);
			assert.ok(file);
			const settings = new Map(file.settings.map((one) => [one.name, one]));
			assert.equal(settings.get("CODER_SESSION_DURATION")?.text, "1h");
			assert.equal(file.lineAt(settings.get("CODER_TLS_ENABLE")?.nameSpan.from ?? 0), 3);
			assert.equal(settings.get("CODER_OIDC_CLIENT_SECRET")?.secret, true);
			const secrets = file.settings.filter(({ secret }) => secret);
			assert.ok(!inspect(secrets, { depth: 10 }).includes(secretMark));
			assert.ok(!file.path.includes(root));
		});
	}

	it("is read by its URI and its absolute path", async () => {
		const absolute = path.join(folder, "deploy/coder.env");
		for (const written of [absolute, toUri(absolute), toUri(`${folder}/x/../deploy/coder.env`)]) {
			assert.equal((await workspaceFile(written, nobody))?.path, "deploy/coder.env");
		}
	});

	for (const name of [
		"link.env",
		"linked/other.env",
		"../elsewhere/other.env",
		"deploy/../../elsewhere/other.env",
		"repo/../../elsewhere/other.env",
		"..\\elsewhere\\other.env",
		"/etc/passwd",
	]) {
		it(`isn't read if it's elsewhere: ${name}`, async () => {
			for (const written of [name, toUri(path.posix.join(folder, name.replaceAll("\\", "/")))]) {
				if (typeof written !== "string" && name === "/etc/passwd") continue;
				await assert.rejects(workspaceFile(written, nobody), ({ message }: Error) => {
					assert.match(message, /is outside this workspace/);
					return !message.includes(root) && !message.includes("outside.example");
				});
			}
		});
	}

	it("has no settings if it's too large, is binary, or is in no known form", async () => {
		assert.equal(await workspaceFile("large.env", nobody), undefined);
		assert.equal(await workspaceFile("missing.env", nobody), undefined);
		assert.equal(await workspaceFile("deploy", nobody), undefined);
		for (const name of ["binary.env", "notes.md"]) {
			assert.deepEqual((await workspaceFile(name, nobody))?.settings, []);
		}
	});
});
