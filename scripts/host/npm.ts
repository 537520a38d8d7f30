import { spawn } from "node:child_process";
import { HumanError } from "../humanError.ts";

/** Runs `npm install` with these arguments in `cwd`. Never runs packages' install scripts. */
export async function installPackages(args: readonly string[], cwd: string): Promise<void> {
	const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
	await runNpm(["install", ...args, ...flags], cwd);
}

/** Runs npm in `cwd` and waits for it. If it fails, the error contains its output. */
export async function runNpm(args: readonly string[], cwd: string): Promise<void> {
	const windows = process.platform === "win32";
	const child = spawn(windows ? "npm.cmd" : "npm", args, { cwd, shell: windows });
	let output = "";
	const listen = (chunk: Buffer): void => {
		output += chunk.toString();
	};
	child.stdout.on("data", listen);
	child.stderr.on("data", listen);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.on("error", reject);
		child.on("close", resolve);
	}).catch((error: unknown) => {
		throw new HumanError(`npm couldn't be started (${String(error)}). Install Node.js with npm.`);
	});
	if (code !== 0) {
		throw new HumanError(
			`npm failed. See its output below.\nnpm ${args.join(" ")}\n${output.trim()}`,
		);
	}
}
