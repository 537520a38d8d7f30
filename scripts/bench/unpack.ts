import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { unzip, zipDirectory, zipEntries } from "../../src/core/comparison/zip.ts";

/** Unpacks a zip archive, such as a VSIX, to a folder. */
export async function unpack(archive: string, folder: string): Promise<void> {
	const zip = await readFile(archive);
	for (const entry of zipEntries(zip, zipDirectory(zip))) {
		if (entry.name.endsWith("/")) continue;
		const file = path.join(folder, entry.name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, await unzip(zip, entry));
	}
}
