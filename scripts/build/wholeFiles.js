// Combines code that is needed at the same time into a single file. VS Code loads each module of an extension
// separately, and esbuild creates a chunk for each shared part. Loading the chunks one after the other took longer than
// running them. A package with a few files is also smaller, because each file is compressed separately.
import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import esbuild from "esbuild";
/** @import { Metafile, Plugin } from "esbuild" */

/**
 * Files that are loaded on demand and become a single file.
 *
 * @typedef {object} Group
 * @property {string} name the start of the file's name
 * @property {RegExp} [sources] the paths of the source files that `import()` loads; by default, all that several files
 *   share
 */

/**
 * Turns each of the given source files or groups into a single file, together with all static imports that the previous
 * files don't contain. What is loaded later imports from these files, so that nothing is duplicated.
 *
 * @param {readonly (string | Group)[]} entries the source files in the order in which they are loaded; also those that
 *   others share
 */
export const wholeFiles = (...entries) =>
	/** @type {Plugin} */ ({
		name: "wholeFiles",
		setup(build) {
			build.initialOptions.metafile = true;
			build.onEnd(async ({ metafile, errors }) => {
				if (errors.length > 0 || !metafile) return;
				const parts = placeParts(metafile, entries);
				const wholes = new Set([...parts.values()].map(({ whole }) => whole));
				const { minify, sourcemap, target, platform } = build.initialOptions;
				const { outputFiles } = await esbuild.build({
					entryPoints: [
						...new Set(
							Object.keys(metafile.outputs)
								.filter((file) => file.endsWith(".js"))
								.map((file) => parts.get(file)?.whole ?? file),
						),
					].map((file) => ({
						in: wholes.has(file) ? `whole:${file}` : path.resolve(file),
						out: path.resolve(file).replace(/\.js$/, ""),
					})),
					outdir: path.resolve(build.initialOptions.outdir ?? ""),
					bundle: true,
					minify,
					sourcemap,
					charset: "utf8",
					format: "esm",
					platform,
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
 * Determines which files become part of which. VS Code and `import()` expect the extension's own export names, so files
 * that are loaded by themselves keep their names.
 *
 * @param {Metafile} metafile
 * @param {readonly (string | Group)[]} entries
 * @returns {ReadonlyMap<string, Part>}
 */
function placeParts({ outputs }, entries) {
	/** @type {Map<string, Part>} */
	const parts = new Map();
	let count = 0;
	for (const entry of entries) {
		const first = Object.keys(outputs).filter((file) => isFirst(file, outputs[file], entry, parts));
		if (first.length === 0) throw new Error(`${nameOf(entry)} is loaded by nobody.`);
		const whole = typeof entry === "string" ? (first[0] ?? "") : groupFile(entry, first);
		const files = new Set(first);
		for (const file of files) {
			for (const { path: name, kind } of outputs[file]?.imports ?? []) {
				if (kind === "import-statement" && name in outputs && !parts.has(name)) files.add(name);
			}
		}
		/** @type {Set<string>} */
		const taken = new Set();
		for (const file of files) {
			const isLoaded = outputs[file]?.entryPoint !== undefined;
			const names = (outputs[file]?.exports ?? []).map((name) => {
				if (!isLoaded) return /** @type {const} */ ([name, `_${count++}`]);
				if (taken.has(name)) throw new Error(`Two files of ${nameOf(entry)} export ${name}.`);
				taken.add(name);
				return /** @type {const} */ ([name, name]);
			});
			parts.set(file, { whole, names: new Map(names) });
		}
	}
	return parts;
}

/**
 * Returns whether a file is where an entry starts: the file that contains a source file, or a group's files.
 *
 * @param {string} file
 * @param {Metafile["outputs"][string] | undefined} output
 * @param {string | Group} entry
 * @param {ReadonlyMap<string, Part>} parts those of previous entries
 */
function isFirst(file, output, entry, parts) {
	if (!file.endsWith(".js") || parts.has(file)) return false;
	// `node_modules` may be a link.
	if (typeof entry === "string") {
		return Object.keys(output?.inputs ?? {}).some((input) => input.endsWith(entry));
	}
	if (!entry.sources) return output?.entryPoint === undefined;
	return output?.entryPoint !== undefined && entry.sources.test(output.entryPoint);
}

/**
 * Returns the path of a group's file. Its name changes with its content, as those of other chunks do,
 * except for the file with all that is shared.
 *
 * @param {Group} group
 * @param {readonly string[]} files
 */
function groupFile({ name, sources }, files) {
	if (!sources) return path.posix.join(path.posix.dirname(files[0] ?? ""), `${name}.js`);
	const hash = createHash("sha256").update(files.join()).digest("hex").slice(0, 8).toUpperCase();
	return path.posix.join(path.posix.dirname(files[0] ?? ""), `${name}-${hash}.js`);
}

/** @param {string | Group} entry */
function nameOf(entry) {
	return typeof entry === "string" ? entry : entry.name;
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
