import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
/** @import { Plugin } from "esbuild" */

/**
 * Turns the modules of pages, and the one that they share, into scripts. A page's document contains both, and a module
 * can't import another one from its document. The shared script comes first.
 *
 * @param {string} name the name of the shared module, and of the constant with its exports
 */
export const inlineScripts = (name) =>
	/** @type {Plugin} */ ({
		name: "inlineScripts",
		setup(build) {
			const folder = path.resolve(build.initialOptions.outdir ?? "");
			build.onEnd(async ({ errors }) => {
				if (errors.length > 0) return;
				for (const file of await readdir(folder)) {
					if (!file.endsWith(".js")) continue;
					const text = await readFile(path.join(folder, file), "utf8");
					const script = file === `${name}.js` ? sharedScript(name, text) : pageScript(name, text);
					await writeFile(path.join(folder, file), script);
				}
			});
		},
	});

/**
 * @param {string} name
 * @param {string} module
 */
function sharedScript(name, module) {
	const [statement, another] = module.matchAll(/\bexport\s*\{([^}]*)\};?/g);
	if (!statement || another) throw new Error(`The shared module must have one list of exports.`);
	const properties = names(statement).map(([inside, outside]) => `${outside}: ${inside}`);
	const script = module.replace(statement[0], () => `return { ${properties.join(", ")} };`);
	return `const ${name} = (() => { "use strict"; ${script}\n})();\n`;
}

/**
 * @param {string} name
 * @param {string} module
 */
function pageScript(name, module) {
	const imports = new RegExp(`\\bimport\\s*\\{([^}]*)\\}\\s*from\\s*"\\./${name}\\.js";?`, "g");
	const script = module.replace(imports, (...statement) => {
		const properties = names(statement).map(([outside, inside]) => `${outside}: ${inside}`);
		return `const { ${properties.join(", ")} } = ${name};`;
	});
	return `(() => { "use strict"; ${script}\n})();\n`;
}

/**
 * Returns the names before and after `as` in the list of an import or export.
 *
 * @param {readonly string[]} statement the match, whose group is the list
 */
function names([, list = ""]) {
	return list.split(",").map((item) => {
		const [name = "", other = name] = item.trim().split(/\s+as\s+/);
		return [name, other];
	});
}
