import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const forgetful = "o=N.parse(new URL(l,window.location.href).toString())";
const mindful =
	"{const to=N.parse(new URL(l,window.location.href).toString());" +
	'o=to.with({path:to.path.replace(/\\/$/,"")+o.path,query:o.query,fragment:o.fragment})}';

/**
 * Replaces code of code-server 4.100.3, which drops the path and query of a link to another port of this machine, with
 * that of later versions.
 */
export async function repairLinks(vscodeDir: string): Promise<void> {
	const file = path.join(vscodeDir, "out", "vs", "code", "browser", "workbench", "workbench.js");
	const text = await readFile(file, "utf8");
	if (text.includes(forgetful)) {
		await writeFile(
			file,
			text.replace(forgetful, () => mindful),
		);
	}
}
