import { availableParallelism } from "node:os";
import path from "node:path";
import { hostVersions, type HostVersion } from "../host/versions.ts";
import { outDir } from "../paths.ts";
import type { Tier } from "./tier.ts";

const script = (name: string): string[] => ["node", "--import", "tsx", `scripts/${name}`];
const tool = (name: string, ...args: string[]): string[] => [
	"node",
	path.join("node_modules", ...name.split("/")),
	...args,
];
const types = (project: string): string[] => tool("typescript/bin/tsc", "-p", project);

/** Returns the file to which a tier's process writes its result. */
export function resultFile(tier: string): string {
	return path.join(outDir, "results", `${tier.replaceAll(" ", "-")}.json`);
}

/** The package of the extension, for all tests that need one. */
export const packageFile = path.join(outDir, "coder-deployment.vsix");

/** Returns the command that installs versions of VS Code and a browser. */
export function installation(versions: readonly HostVersion[]): readonly string[] {
	return [...script("host/install.ts"), ...versions];
}

/** Returns the command for tests that can run in parallel with others. */
function inParallel(name: string, folder: string, processes = availableParallelism()): string[] {
	return [...script("tiers/inParallel.ts"), folder, name, resultFile(name), String(processes)];
}

/** Returns the command for tests that measure, so their files run one after the other, and again if they fail. */
function fileByFile(name: string, folder: string): string[] {
	return [...script("tiers/fileByFile.ts"), folder, name, resultFile(name)];
}

/** The tiers that start VS Code, which often waits: when two wait, the third uses the machine. */
const group = { atOnce: availableParallelism() + 1 };

/** Everything that `npm test` does, fastest first, except that the longest of a group starts first. */
export const tiers: readonly Tier[] = [
	{
		kind: "checks",
		name: "types",
		checks: [
			{ title: "types of src", seconds: 10, command: types("tsconfig.json") },
			{ title: "types of src/webview", seconds: 4, command: types("src/webview/tsconfig.json") },
			{ title: "types of test and scripts", seconds: 20, command: types("test/tsconfig.json") },
		],
	},
	{
		kind: "checks",
		name: "lint",
		checks: [
			{ title: "eslint", seconds: 65, command: tool("eslint/bin/eslint.js", ".") },
			{ title: "imports", seconds: 3, command: script("checkImports.ts") },
			{
				title: "prettier",
				seconds: 12,
				command: tool("prettier/bin/prettier.cjs", "--check", "."),
			},
		],
	},
	{
		kind: "checks",
		name: "build",
		checks: [
			{ title: "build", seconds: 2, command: ["node", "esbuild.js"] },
			{
				title: "package",
				seconds: 15,
				command: [...script("host/packageForTests.ts"), packageFile],
			},
		],
	},
	{ kind: "tests", name: "unit", command: inParallel("unit", "test/unit") },
	// Some of these tests mostly wait, so there is one process more than there are cores.
	{
		kind: "tests",
		name: "integration",
		command: inParallel("integration", "test/integration", availableParallelism() + 1),
	},
	// What they compare is processor time, or best times of several, so they can share the machine.
	{ kind: "tests", name: "load", command: inParallel("load", "test/load") },
	...hostVersions.map((host): Tier => {
		const name = `ui ${host}`;
		// A workbench often waits, but keeps more than one core busy while it loads, so each version begins with one process.
		return {
			kind: "tests",
			name,
			command: inParallel(name, "test/ui", 1),
			host,
			grows: true,
			group,
		};
	}),
	// The tests compare only bytes and counts, which other windows don't affect.
	{
		kind: "tests",
		name: "bench",
		command: fileByFile("bench", "test/bench"),
		host: "1.139.1",
		group,
	},
	...hostVersions.map((host): Tier => {
		const name = `host ${host}`;
		const command = [...script("testHost.ts"), "--version", host];
		return { kind: "tests", name, command, host, group };
	}),
];
