import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
	.filter((file) => file.endsWith(".ts"))
	.map((file) => ({
		file: file.replaceAll(path.sep, "/"),
		text: readFileSync(path.join("src", file), "utf8"),
	}));
const filesWith = (text: string): string[] =>
	sources.filter((source) => source.text.includes(text)).map(({ file }) => file);

describe("VS Code's configuration", () => {
	it("is read and written in one file, which uses only the user's values", () => {
		assert.deepEqual(filesWith("getConfiguration("), ["ui/app/userSettings.ts"]);
	});
});

describe("Settings Sync", () => {
	it("transfers no state of the extension to other machines", () => {
		assert.deepEqual(filesWith("setKeysForSync"), []);
	});

	it("ignores paths, commands, and secrets", () => {
		const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
			readonly contributes: {
				readonly configuration: {
					readonly properties: Readonly<Record<string, { readonly ignoreSync?: boolean }>>;
				};
			};
		};
		const { properties } = contributes.configuration;
		const leftOut = Object.keys(properties).filter((name) => properties[name]?.ignoreSync);
		assert.deepEqual(leftOut.sort(), [
			"coderDeployment.headerCommand",
			"coderDeployment.headers",
			"coderDeployment.tlsCaFile",
			"coderDeployment.tlsCertFile",
			"coderDeployment.tlsKeyFile",
		]);
		const telling = Object.keys(properties).filter(
			(name) =>
				/file|path|folder|command|header|token|secret|password/i.test(name) &&
				!name.startsWith("coderDeployment.notifications.") &&
				// Globs and names of deployments, which are the same on all machines.
				!name.startsWith("coderDeployment.files."),
		);
		assert.deepEqual(telling.sort(), leftOut.sort());
	});
});
