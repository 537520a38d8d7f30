import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { repoRoot } from "../paths.ts";

/**
 * Copies a module's folder next to a `vscode` package in which everything can be called, constructed, or extended, and
 * does nothing. This needs no module hooks, which would take time themselves.
 *
 * @returns the copied file
 */
export async function besideStub(main: string, folder: string): Promise<string> {
	const stub = path.join(folder, "node_modules", "vscode");
	await mkdir(stub, { recursive: true });
	const types = await readFile(
		path.join(repoRoot, "node_modules", "@types", "vscode", "index.d.ts"),
		"utf8",
	);
	const names = new Set(
		[
			...types.matchAll(/^\texport (?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gm),
		].map(([, name = ""]) => name),
	);
	const lines = [...names].map((name) => `exports.${name} = anything;`);
	await writeFile(path.join(stub, "index.js"), [anything, ...lines].join("\n"));
	await cp(path.dirname(main), path.join(folder, "code"), { recursive: true });
	await writeFile(path.join(folder, "package.json"), await typeOf(main));
	return path.join(folder, "code", path.basename(main));
}

const anything = `const anything = new Proxy(function () {}, {
	get: (target, name) => (name === "prototype" ? target.prototype : anything),
	apply: () => anything,
});`;

/** Returns a package.json with the module type of the original. */
async function typeOf(main: string): Promise<string> {
	for (let folder = path.dirname(main); ; folder = path.dirname(folder)) {
		const text = await readFile(path.join(folder, "package.json"), "utf8").catch(() => undefined);
		if (text === undefined && folder !== path.dirname(folder)) continue;
		const { type = "commonjs" } = JSON.parse(text ?? "{}") as { type?: string };
		return JSON.stringify({ type });
	}
}
