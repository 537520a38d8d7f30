// Combines code that is needed at the same time into a single file. VS Code loads each module of an extension
// separately, and esbuild creates a chunk for each shared part. Loading the chunks one after the other took longer than
// running them.
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";
/** @import { Metafile, Plugin } from "esbuild" */

/**
 * Turns each of the given source files into a single file, together with all its static imports that the previous files
 * don't contain. What is loaded later imports from these files, so that nothing is duplicated.
 *
 * @param {readonly string[]} entries the source files in the order in which they are loaded
 */
export const wholeFiles = (...entries) =>
	/** @type {Plugin} */ ({
		name: "wholeFiles",
		setup(build) {
			build.initialOptions.metafile = true;
			build.onEnd(async ({ metafile, errors }) => {
				if (errors.length > 0 || !metafile) return;
				const parts = placeParts(metafile, entries);
				const { minify, sourcemap, target } = build.initialOptions;
				const { outputFiles } = await esbuild.build({
					entryPoints: Object.keys(metafile.outputs)
						.filter((file) => file.endsWith(".js"))
						.filter((file) => (parts.get(file)?.whole ?? file) === file)
						.map((file) => ({
							in: parts.has(file) ? `whole:${file}` : path.resolve(file),
							out: path.resolve(file).replace(/\.js$/, ""),
						})),
					outdir: path.resolve(build.initialOptions.outdir ?? ""),
					bundle: true,
					minify,
					sourcemap,
					charset: "utf8",
					format: "esm",
					platform: "node",
					target,
					external: ["vscode"],
					plugins: [merge(parts)],
					write: false,
				});
				for (const { path: file, contents } of outputFiles) await writeFile(file, contents);
				for (const [file, { whole }] of parts) {
					if (file === whole) continue;
					await rm(file);
					await rm(`${file}.map`, { force: true });
				}
			});
		},
	});

/**
 * A file of the first build that becomes part of another one.
 *
 * @typedef {object} Part
 * @property {string} whole the file that it becomes part of
 * @property {ReadonlyMap<string, string>} names the names of its exports in that file
 */

/**
 * Determines which files become part of which. VS Code expects the extension's own export names, so the first file of
 * each combined file keeps its names.
 *
 * @param {Metafile} metafile
 * @param {readonly string[]} entries
 * @returns {ReadonlyMap<string, Part>}
 */
function placeParts({ outputs }, entries) {
	/** @type {Map<string, Part>} */
	const parts = new Map();
	let count = 0;
	for (const entry of entries) {
		const whole = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === entry);
		if (whole === undefined) throw new Error(`${entry} is loaded by nobody.`);
		const files = new Set([whole]);
		for (const file of files) {
			for (const { path: name, kind } of outputs[file]?.imports ?? []) {
				if (kind === "import-statement" && name in outputs && !parts.has(name)) files.add(name);
			}
		}
		for (const file of files) {
			const names = (outputs[file]?.exports ?? []).map((name) =>
				file === whole ? [name, name] : [name, `_${count++}`],
			);
			parts.set(file, { whole, names: new Map(names) });
		}
	}
	return parts;
}

/**
 * Includes the parts of a combined file. All other importers get them from there.
 *
 * @param {ReadonlyMap<string, Part>} parts
 */
function merge(parts) {
	/** @param {string} file */
	const asOutput = (file) => path.relative("", file).replaceAll("\\", "/");
	/** @param {string} from @param {string} to */
	const specifier = (from, to) => {
		const relative = path.relative(path.dirname(from), to).replaceAll("\\", "/");
		return relative.startsWith(".") ? relative : `./${relative}`;
	};
	return /** @type {Plugin} */ ({
		name: "merge",
		setup(build) {
			build.onResolve({ filter: /^whole:/ }, ({ path: name }) => ({
				path: name.slice("whole:".length),
				namespace: "whole",
			}));
			build.onResolve(
				{ filter: /^\./ },
				({ path: name, kind, importer, namespace, resolveDir }) => {
					if (namespace === "passed") return { path: name, external: true };
					const target = asOutput(path.resolve(resolveDir, name));
					const from = namespace === "file" ? asOutput(importer) : importer;
					const loadedBy = parts.get(from)?.whole ?? from;
					const part = parts.get(target);
					if (kind !== "dynamic-import" && part?.whole === loadedBy) return undefined;
					if (kind === "dynamic-import" || !part) {
						return { path: specifier(loadedBy, part?.whole ?? target), external: true };
					}
					// Separate for each importer, because the relative path starts there.
					return {
						path: target,
						namespace: "passed",
						pluginData: loadedBy,
						suffix: `?${loadedBy}`,
					};
				},
			);
			build.onLoad({ filter: /.*/, namespace: "whole" }, ({ path: whole }) => ({
				contents: [...parts]
					.filter(([, part]) => part.whole === whole)
					.map(([file, { names }]) => `${list(names)} from "${specifier("x", file)}";`)
					.join("\n"),
				resolveDir: process.cwd(),
			}));
			build.onLoad({ filter: /.*/, namespace: "passed" }, ({ path: file, pluginData }) => {
				const { whole, names } = /** @type {Part} */ (parts.get(file));
				return {
					contents: `export { ${[...names].map(([name, there]) => `${there} as ${name}`).join(", ")} } from "${specifier(pluginData, whole)}";`,
				};
			});
		},
	});
}

/** @param {ReadonlyMap<string, string>} names */
function list(names) {
	return `export { ${[...names].map(([name, there]) => `${name} as ${there}`).join(", ")} }`;
}
