import { existsSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { cacheDir } from "../paths.ts";
import { installOnce } from "./installOnce.ts";
import { installPackages } from "./npm.ts";

/** The version of the packages that contain the program, one for each platform. */
const version = "1.18.0";

const program = process.platform === "win32" ? "rg.exe" : "rg";

/**
 * Provides a VS Code with the program that it uses to search files. Older versions download it in an install script,
 * which isn't run here; newer ones include it.
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
