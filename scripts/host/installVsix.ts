import { spawn } from "node:child_process";
import path from "node:path";
import { HumanError } from "../humanError.ts";
import { hostEnvironment } from "./hostEnvironment.ts";
import type { Host } from "./provideHost.ts";

/** Installs a packaged extension for the server with this data folder, like `code --install-extension`. */
export async function installVsix(host: Host, dataDir: string, vsix: string): Promise<void> {
	const flags = ["--server-data-dir", dataDir, "--accept-server-license-terms"];
	const child = spawn(
		host.node,
		[host.serverMain, ...flags, "--install-extension", path.resolve(vsix), "--force"],
		{ env: hostEnvironment(), stdio: ["ignore", "pipe", "pipe"] },
	);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.on("data", (chunk: Buffer) => {
			output += chunk.toString();
		});
	}
	const code = await new Promise((resolve) => child.once("close", resolve));
	if (code !== 0) {
		throw new HumanError(`VS Code ${host.version} didn't install ${vsix}:\n${output.trim()}`);
	}
}
