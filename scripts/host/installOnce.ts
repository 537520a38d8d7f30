import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Runs `install` on an empty `dir`, unless an earlier run has finished it. A marker written last
 * tells a whole install from an interrupted one, which is done again.
 */
export async function installOnce(dir: string, install: () => Promise<void>): Promise<void> {
	const marker = path.join(dir, "complete");
	if (existsSync(marker)) {
		return;
	}
	await rm(dir, { recursive: true, force: true });
	await mkdir(dir, { recursive: true });
	await install();
	await writeFile(marker, "");
}
