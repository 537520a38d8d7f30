import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Calls `install` with an empty `dir`, unless a previous run completed it. A marker that is written last distinguishes
 * a complete installation from an interrupted one, which is repeated.
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
