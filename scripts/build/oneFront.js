// Puts the code of activation into one file. VS Code loads each module of an extension by itself, and esbuild makes a
// chunk of every bit that the front shares with what is loaded later: loading those one after the other took longer
// than all that they do.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";
/** @import { Metafile, Plugin } from "esbuild" */

/**
 * The plugin. `extension.js` takes in the chunks that it imports by a statement; in their places stay files that only
 * pass on what is in there, for what is loaded later. Of everything there is still one copy, whoever imports it.
 */
export const oneFront = /** @type {Plugin} */ ({
	name: "oneFront",
	setup(build) {
		build.initialOptions.metafile = true;
		build.onEnd(async ({ metafile, errors }) => {
			if (errors.length > 0 || !metafile) return;
			const { outdir = "", minify = false } = build.initialOptions;
			const front = staticImports(
				metafile,
				path.join(outdir, "extension.js").replaceAll("\\", "/"),
			);
			const parts = front.map((file, index) => ({
				file: path.relative(outdir, file).replaceAll("\\", "/"),
				names: (metafile.outputs[file]?.exports ?? []).map((name) => ({
					name,
					// VS Code looks for the names of the extension itself.
					inFront: index === 0 ? name : `${name}${index}`,
				})),
			}));
			const result = await esbuild.build({
				stdin: {
					contents: parts
						.map(({ file, names }) => {
							const list = names.map(({ name, inFront }) => `${name} as ${inFront}`);
							return `export { ${list.join(", ")} } from "./${file}";`;
						})
						.join("\n"),
					resolveDir: outdir,
				},
				bundle: true,
				minify,
				charset: "utf8",
				format: "esm",
				platform: "node",
				target: build.initialOptions.target,
				external: ["vscode"],
				plugins: [keepImports],
				write: false,
			});
			await writeFile(path.join(outdir, "extension.js"), result.outputFiles[0].contents);
			for (const { file, names } of parts.slice(1)) {
				const list = names.map(({ name, inFront }) => `${inFront} as ${name}`);
				await writeFile(
					path.join(outdir, file),
					`export{${list.join(",")}}from"../extension.js";\n`,
				);
			}
		});
	},
});

/** Leaves `import()` of a chunk as it is, seen from the folder above. */
const keepImports = /** @type {Plugin} */ ({
	name: "keepImports",
	setup(build) {
		build.onResolve({ filter: /^\./ }, ({ kind, path: name }) =>
			kind === "dynamic-import"
				? { path: `./chunks/${path.basename(name)}`, external: true }
				: undefined,
		);
	},
});

/**
 * The outputs that an output loads with it, itself included.
 *
 * @param {Metafile} metafile
 * @param {string} start
 */
function staticImports({ outputs }, start) {
	const files = new Set([start]);
	for (const file of files) {
		for (const { path: name, kind } of outputs[file]?.imports ?? []) {
			if (kind === "import-statement" && name in outputs) files.add(name);
		}
	}
	return [...files];
}
