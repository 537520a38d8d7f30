import path from "node:path";
import { build } from "esbuild";

/** Bundles a program into a folder, so that tests that start a hundred processes compile it only once. */
export async function bundled(program: string, folder: string): Promise<string> {
	const outfile = path.join(folder, `${path.basename(program, ".ts")}.mjs`);
	await build({
		entryPoints: [program],
		outfile,
		bundle: true,
		format: "esm",
		platform: "node",
		external: ["vscode"],
	});
	return outfile;
}
