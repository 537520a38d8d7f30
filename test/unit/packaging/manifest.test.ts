import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { commandIds } from "../../../src/core/commands/commandIds.ts";

interface MenuItem {
	readonly command: string;
	readonly when?: string;
}

interface Manifest {
	readonly main: string;
	readonly dependencies: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly extensionKind: readonly string[];
	readonly contributes: {
		readonly commands: readonly { readonly command: string; readonly category: string }[];
		readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
		readonly configuration: {
			readonly properties: Readonly<
				Record<string, { readonly scope?: string; readonly default?: unknown }>
			>;
		};
		readonly views: Readonly<
			Record<string, readonly { readonly id: string; readonly icon: string }[]>
		>;
	};
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const { commands, menus, configuration, views } = manifest.contributes;
const sources = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		.map((file) => readFileSync(path.join(folder, file), "utf8"));

describe("package.json", () => {
	it("declares exactly the commands that the code registers", () => {
		const declared = commands.map(({ command }) => command).toSorted();
		assert.deepEqual(declared, Object.values(commandIds).toSorted());
	});

	it("registers every listed command somewhere", () => {
		const code = sources("src/ui").join("\n");
		const unused = Object.keys(commandIds).filter((name) => !code.includes(`commandIds.${name}`));
		assert.deepEqual(unused, []);
	});

	it("puts every command into one category of the Command Palette", () => {
		assert.deepEqual(
			[...new Set(commands.map(({ category }) => category))],
			["%command.category%"],
		);
	});

	it("uses only declared commands in its menus", () => {
		const declared = new Set(commands.map(({ command }) => command));
		const named = Object.values(menus).flatMap((items) => items.map(({ command }) => command));
		assert.deepEqual(
			named.filter((command) => !declared.has(command)),
			[],
		);
	});

	it("gives every setting the application scope and the extension's prefix", () => {
		const wrong = Object.entries(configuration.properties).filter(
			([name, { scope }]) => scope !== "application" || !name.startsWith("coderDeployment."),
		);
		assert.deepEqual(wrong, []);
	});

	it("declares only settings that the code reads", () => {
		const code = sources("src").join("\n");
		const unread = Object.keys(configuration.properties)
			.map((name) => name.replace("coderDeployment.", ""))
			.filter((name) => !code.includes(`"${name}"`));
		assert.deepEqual(unread, []);
	});

	it("lists each setting in the README's table, and each dependency in CONTRIBUTING.md with its reason", () => {
		const firstCells = (file: string): string =>
			[...readFileSync(file, "utf8").matchAll(/^\| (.*?) \|/gm)].map(([, cell]) => cell).join(", ");
		const names = (file: string): string[] => firstCells(file).replaceAll("`", "").split(/,? +/);
		const missing = (file: string, wanted: object): string[] =>
			Object.keys(wanted).filter((name) => !names(file).includes(name));
		assert.deepEqual(missing("README.md", configuration.properties), []);
		const packages = { ...manifest.dependencies, ...manifest.devDependencies };
		assert.deepEqual(missing("CONTRIBUTING.md", packages), []);
	});

	it("runs next to the user interface and in remote hosts, including code-server", () => {
		assert.deepEqual(manifest.extensionKind, ["ui", "workspace"]);
	});

	it("uses icons that exist", () => {
		const icons = Object.values(views).flatMap((items) => items.map(({ icon }) => icon));
		assert.deepEqual(
			icons.filter((icon) => !existsSync(icon)),
			[],
		);
	});
});
