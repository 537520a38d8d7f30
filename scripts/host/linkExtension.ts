import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import path from "node:path";

/** The parts of an extension's package.json that identify it. */
interface Identity {
	readonly publisher: string;
	readonly name: string;
	readonly version: string;
}

/**
 * Installs the extension in `folder` for the server with this data folder through a link, so that a rebuild only
 * requires reloading the window. The server must not be running yet.
 */
export async function linkExtension(dataDir: string, folder: string): Promise<void> {
	const text = await readFile(path.join(folder, "package.json"), "utf8");
	const { publisher, name, version } = JSON.parse(text) as Identity;
	const extensions = path.join(dataDir, "extensions");
	await mkdir(extensions, { recursive: true });
	const link = path.join(extensions, `${publisher}.${name}-${version}`.toLowerCase());
	await rm(link, { recursive: true, force: true });
	await symlink(path.resolve(folder), link, "junction");
}
