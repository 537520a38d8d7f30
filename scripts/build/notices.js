import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

const title = `Coder Deployment includes parts of the packages below, each under its own licence.
`;

/**
 * Returns the licenses of the packages whose code a build contains. Packages that esbuild only analyzed aren't
 * included.
 *
 * @param {readonly import("esbuild").Metafile[]} metafiles the metafiles of all bundles
 * @returns {Promise<string>} plain text with a section for each package: its name, version, and license, and the
 * license text
 */
export async function notices(metafiles) {
	const folders = [...new Set(metafiles.flatMap(bundledPackages))];
	const sections = await Promise.all(folders.map(section));
	return [title, ...sections.toSorted()].join(`\n${"-".repeat(80)}\n\n`);
}

/**
 * Returns the folders of the packages with code in a bundle.
 *
 * @param {import("esbuild").Metafile} metafile
 */
export function bundledPackages({ outputs }) {
	const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
	return inputs
		.filter(([, { bytesInOutput }]) => bytesInOutput > 0)
		.flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
}

/** @param {string} folder */
async function section(folder) {
	const { name, version, license } = JSON.parse(await read(folder, "package.json"));
	const texts = await licenceTexts(folder);
	if (!license || texts.length === 0) throw new Error(`${name} has no licence to ship with it.`);
	return `${name} ${version} (${license})\n\n${texts.map((text) => text.trim()).join("\n\n")}\n`;
}

/**
 * Returns the files with a license. Older packages have it at the end of their README.
 *
 * @param {string} folder
 */
async function licenceTexts(folder) {
	const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)/i.test(file));
	if (files.length > 0) return Promise.all(files.map((file) => read(folder, file)));
	return (
		/^#*\s*Licen[cs]e\n-*\n[^]*?(?=^#|^\[|(?![^]))/im.exec(await read(folder, "README.md")) ?? []
	);
}

/**
 * @param {string} folder
 * @param {string} file
 */
function read(folder, file) {
	return readFile(path.join(folder, file), "utf8");
}
