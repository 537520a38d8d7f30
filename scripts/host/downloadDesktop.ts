import { downloadAndUnzipVSCode, SilentReporter } from "@vscode/test-electron";
import path from "node:path";
import { HumanError } from "../humanError.ts";
import { cacheDir } from "../paths.ts";

/** Downloads a desktop VS Code if necessary, and returns the path of its executable. */
export async function downloadDesktop(version: string): Promise<string> {
	try {
		return await downloadAndUnzipVSCode({
			version,
			cachePath: path.join(cacheDir, "desktop"),
			reporter: new SilentReporter(),
		});
	} catch (error) {
		throw new HumanError(
			`The desktop VS Code ${version} couldn't be downloaded (${String(error)}). ` +
				"Run without --desktop to use the VS Code that npm provides.",
		);
	}
}
