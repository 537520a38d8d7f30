import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PageName } from "../../../../src/ui/panels/webviewHtml.ts";

export const pages: readonly PageName[] = ["config", "compare", "upgrade", "stats"];

/** Writes a script and a style for each page to a new folder, as in the built extension, and returns the folder. */
export async function writePages(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), "panels-"));
	await mkdir(path.join(folder, "dist", "webview"), { recursive: true });
	for (const page of pages) {
		await writeFile(path.join(folder, "dist", "webview", `${page}.js`), `run("${page}")`);
		await writeFile(path.join(folder, "dist", "webview", `${page}.css`), "body{}");
	}
	await writeFile(path.join(folder, "dist", "webview", "shared.js"), 'const shared="shared"');
	for (const style of ["style", "options"]) {
		await writeFile(path.join(folder, "dist", "webview", `${style}.css`), "p{}");
	}
	return folder;
}
