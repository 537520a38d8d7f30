import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { cacheDir } from "../paths.ts";
import { installOnce } from "./installOnce.ts";
import { installPackages } from "./npm.ts";

/** The version of the packages that contain the program for one platform each. */
const version = "1.18.0";

const program = process.platform === "win32" ? "rg.exe" : "rg";

/**
 * Gives a VS Code the program that it searches files with. Older versions fetch it by an install script, and no install
 * scripts run here; newer ones bring it along.
 *
 * @param vscodeDir the folder of VS Code's server
 */
export async function provideRipgrep(vscodeDir: string): Promise<void> {
	const scope = path.join(vscodeDir, "node_modules", "@vscode");
	const wanted = path.join(scope, "ripgrep", "bin", program);
	if (!existsSync(path.join(scope, "ripgrep")) || existsSync(wanted)) return;
	const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
	const dir = path.join(cacheDir, `ripgrep-${version}`);
	await installOnce(dir, () =>
		installPackages(["--no-save", "--prefix", dir, `${name}@${version}`], dir),
	);
	await mkdir(path.dirname(wanted), { recursive: true });
	await cp(path.join(dir, "node_modules", name, "bin", program), wanted);
}
