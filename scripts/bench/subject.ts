import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { HumanError } from "../humanError.ts";
import { providePackage } from "../host/packageExtension.ts";
import { unpack } from "./unpack.ts";

/** An extension to measure. */
export interface Subject {
	/** Publisher and name, as in VS Code. */
	readonly id: string;
	/** The names under which VS Code may list it. */
	readonly names: readonly string[];
	/** Its folder, as after installation. */
	readonly folder: string;
	/** The file that is loaded at activation. */
	readonly main: string;
	/** The size of the package in bytes; undefined for an extension that was given as a folder. */
	readonly vsixBytes: number | undefined;
}

/** Unpacks this repository's extension, packaged as for a release. */
export async function packOurs(folder: string): Promise<Subject> {
	return subjectOf(await providePackage(folder), path.join(folder, "ours"));
}

/**
 * Returns the extension in a folder or VSIX.
 *
 * @param unpacked the folder to unpack a VSIX to
 */
export async function subjectOf(place: string, unpacked: string): Promise<Subject> {
	const found = await stat(place).catch(() => undefined);
	if (!found) throw new HumanError(`There is no ${place}.`);
	if (found.isDirectory()) return describe(place, undefined);
	await unpack(place, unpacked);
	return describe(path.join(unpacked, "extension"), found.size);
}

interface Manifest {
	readonly publisher: string;
	readonly name: string;
	readonly displayName?: string;
	readonly main?: string;
}

async function describe(folder: string, vsixBytes: number | undefined): Promise<Subject> {
	const manifest = await readJson<Manifest>(path.join(folder, "package.json"));
	const { publisher, name, displayName = name, main } = manifest;
	if (main === undefined) throw new HumanError(`${folder} has no "main" in its package.json.`);
	const texts = await readJson<Record<string, string>>(path.join(folder, "package.nls.json")).catch(
		(): Record<string, string> => ({}),
	);
	const file = path.resolve(folder, main);
	return {
		id: `${publisher}.${name}`,
		names: [texts[displayName.replaceAll("%", "")] ?? displayName, `${publisher}.${name}`],
		folder: path.resolve(folder),
		main: (await stat(file).catch(() => undefined))?.isFile() ? file : `${file}.js`,
		vsixBytes,
	};
}

async function readJson<T>(file: string): Promise<T> {
	return JSON.parse(await readFile(file, "utf8")) as T;
}
