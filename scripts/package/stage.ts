import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { bundles, readBundle } from "../l10n/bundles.ts";
import { packSentences } from "../l10n/packSentences.ts";
import { findSentences } from "../l10n/sentences.ts";
import { packManifest } from "./manifest.ts";
import { selfContained } from "./readme.ts";

/** What is packaged unless `.vscodeignore` leaves it out. */
const copied = [".vscodeignore", "CHANGELOG.md", "LICENSE", "README.md", "dist", "media"];

/** A folder with the extension as it is packaged. */
export interface Stage {
	readonly folder: string;
	/** Publisher and name aren't needed here. */
	readonly manifest: { readonly name: string; readonly version: string; repository?: unknown };
}

/**
 * Copies the extension to a new folder in the form for the package. Works in the current folder.
 *
 * @param folder is deleted first
 */
export async function stage(folder: string): Promise<Stage> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(path.join(folder, "l10n"), { recursive: true });
	for (const name of copied) await cp(name, path.join(folder, name), { recursive: true });
	const manifest = await readJson<Stage["manifest"]>("package.json");
	const texts = (await readdir(".")).filter((name) => /^package\.nls.*\.json$/.test(name));
	const packed = packManifest(
		{ ...manifest },
		Object.fromEntries(
			await Promise.all(
				texts.map(async (name) => [name, await readJson<Record<string, string>>(name)] as const),
			),
		),
	);
	const { sentences } = findSentences("src");
	const files = {
		"package.json": packed.manifest,
		...packed.texts,
		...Object.fromEntries(
			bundles().map((name) => [
				name,
				JSON.stringify(packSentences([...sentences.keys()], readBundle(name))),
			]),
		),
		// Without a repository, relative links are broken. With one, vsce converts them to URLs.
		...(!manifest.repository && {
			"README.md": selfContained(await readFile("README.md", "utf8")),
		}),
	};
	for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
	return { folder, manifest };
}

async function readJson<T>(file: string): Promise<T> {
	return JSON.parse(await readFile(file, "utf8")) as T;
}
