import { spawn, type ChildProcess } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { HumanError } from "../humanError.ts";
import { onExit } from "../onExit.ts";
import { killTree } from "../processTree.ts";
import { hostEnvironment } from "./hostEnvironment.ts";
import type { Host } from "./provideHost.ts";

export interface ServerOptions {
	readonly host: Host;
	/** The folder for settings, logs, storage, and installed extensions. */
	readonly dataDir: string;
	/** By default 0, which uses any free port. */
	readonly port?: number;
	/** Additional environment variables for the server, and thus for the extension host. */
	readonly env?: Readonly<Record<string, string>>;
	/** Prints the test run's console and answers dialogs automatically. Only for host tests. */
	readonly testDriver?: boolean;
}

export interface RunningServer {
	readonly url: string;
	readonly port: number;
	readonly dataDir: string;
	readonly host: Host;
	/** Ends the server and all extension hosts that it started. */
	stop(): Promise<void>;
}

/** Without a marketplace, the workbench makes no requests to the internet. */
const noGallery = { EXTENSIONS_GALLERY: "{}" };

const entry = fileURLToPath(new URL("serverEntry.js", import.meta.url));

/** Starts VS Code's server on this machine's loopback address, and waits until it responds. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
	const { host, dataDir } = options;
	await mkdir(dataDir, { recursive: true });
	const child = spawn(
		host.node,
		[
			entry,
			path.join(dataDir, "secret-key"),
			host.serverMain,
			...["--host", "127.0.0.1", "--port", String(options.port ?? 0)],
			...["--server-data-dir", dataDir, "--telemetry-level", "off"],
			...["--without-connection-token", "--accept-server-license-terms"],
			...["--disable-workspace-trust", "--disable-update-check"],
			...(options.testDriver ? ["--enable-smoke-test-driver"] : []),
		],
		{
			cwd: dataDir,
			detached: process.platform !== "win32",
			env: hostEnvironment({ ...noGallery, ...options.env }),
			stdio: ["ignore", "pipe", "pipe", "ipc"],
		},
	);
	const forget = onExit(() => {
		killTree(child);
	});
	const ended = new Promise<void>((resolve) => child.once("close", resolve));
	const stop = async (): Promise<void> => {
		killTree(child);
		await ended;
		forget();
	};
	try {
		const port = await listeningPort(child, options);
		return { url: `http://127.0.0.1:${port}`, port, dataDir, host, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Resolves with the port that the server reports. Rejects if it ends or doesn't report one. */
function listeningPort(child: ChildProcess, options: ServerOptions): Promise<number> {
	const seconds = 60;
	return new Promise((resolve, reject) => {
		let output = "";
		const fail = (reason: string): void => {
			const inUse = output.includes("EADDRINUSE");
			const sentence = inUse
				? `Port ${options.port ?? 0} is already in use. Stop the other program or choose another port with --port.`
				: `VS Code ${options.host.version}'s server ${reason}:\n${output.slice(-2000)}`;
			reject(new HumanError(sentence));
		};
		const timer = setTimeout(() => {
			fail(`didn't start within ${seconds} seconds`);
		}, seconds * 1000);
		const listen = (chunk: Buffer): void => {
			output = (output + chunk.toString()).slice(-20_000);
			const match = /Web UI available at http:\/\/[^:/]+:(\d+)/.exec(output);
			if (match) {
				clearTimeout(timer);
				resolve(Number(match[1]));
			}
		};
		child.stdout?.on("data", listen);
		child.stderr?.on("data", listen);
		child.once("close", (code) => {
			clearTimeout(timer);
			fail(`ended with code ${String(code)}`);
		});
	});
}
