import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { minify } from "terser";

/**
 * Minifies the scripts of a folder once more, which makes them 3 percent smaller when compressed: unlike esbuild, Terser
 * inlines variables and functions that are used once.
 *
 * @param {string} folder
 */
export async function shrink(folder) {
	for (const name of await readdir(folder, { recursive: true })) {
		if (!name.endsWith(".js")) continue;
		const file = path.join(folder, name);
		const { code } = await minify(await readFile(file, "utf8"), {
			ecma: 2020,
			// The scripts of pages are parts of documents.
			module: !name.startsWith("webview"),
			// What changes the order of code or repeats it compresses less well.
			compress: { passes: 4, inline: 1, lhs_constants: false, sequences: false },
			// V8 keeps the source, with two bytes for each character if a single one isn't in Latin-1.
			format: { quote_style: 2, ascii_only: true },
		});
		if (code === undefined) throw new Error(`${file} is empty.`);
		await writeFile(file, code);
	}
}
