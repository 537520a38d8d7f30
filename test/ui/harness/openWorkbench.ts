import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { installVsix } from "../../../scripts/host/installVsix.ts";
import { isolatedHome } from "../../../scripts/host/isolatedHome.ts";
import { linkExtension } from "../../../scripts/host/linkExtension.ts";
import { provideHost } from "../../../scripts/host/provideHost.ts";
import { writeSettings, type Settings } from "../../../scripts/host/settings.ts";
import {
	startServer,
	type RunningServer,
	type ServerOptions,
} from "../../../scripts/host/startServer.ts";
import type { HostVersion } from "../../../scripts/host/versions.ts";
import { workbenchUrl } from "../../../scripts/host/workbenchUrl.ts";
import { onExit } from "../../../scripts/onExit.ts";
import { repoRoot } from "../../../scripts/paths.ts";
import { printProgress } from "../../../scripts/progress.ts";
import { openBrowser } from "./browser.ts";
import { recordOpened } from "./openedUrls.ts";
import { testedVersion } from "./testedVersion.ts";
import { Workbench } from "./workbench.ts";

export interface WorkbenchOptions {
	/** The version of VS Code to open; by default, the one of this test run. */
	readonly version?: HostVersion;
	/** The extension's folder; by default, this repository. */
	readonly extensionPath?: string;
	/** A packaged extension to install instead. */
	readonly vsix?: string;
	/** Folders of other extensions. */
	readonly moreExtensions?: readonly string[];
	/** The folder to open; without it, the window is empty. */
	readonly folder?: string;
	/** Environment variables of the extension host. */
	readonly env?: Readonly<Record<string, string>>;
	/** User settings, such as `workbench.colorTheme`. */
	readonly settings?: Settings;
	/** Additional flags for the browser. */
	readonly browserFlags?: readonly string[];
	/** Size of the window in pixels. */
	readonly size?: { readonly width: number; readonly height: number };
}

/** The open windows, for screenshots of a failed test. */
export const openWindows = new Set<Workbench>();

/** The port of the last server that stopped; 0 for any. */
let freePort = 0;

/** Starts VS Code with the extension and opens a window in a headless browser. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
	const host = await provideHost(options.version ?? testedVersion(), printProgress);
	const dataDir = await mkdtemp(path.join(tmpdir(), "coder-ui-"));
	// VS Code's animations would be drawn without a graphics card, and tests would wait for their ends.
	await writeSettings(dataDir, { "workbench.reduceMotion": "on", ...options.settings });
	if (options.vsix === undefined) {
		await linkExtension(dataDir, options.extensionPath ?? repoRoot);
	} else {
		await installVsix(host, dataDir, options.vsix);
	}
	for (const more of options.moreExtensions ?? []) await linkExtension(dataDir, more);
	const env = { ...(await isolatedHome(dataDir)), ...options.env };
	const server = await startOnSamePort({ host, dataDir, env });
	const browser = await openBrowser({
		origin: server.url,
		flags: options.browserFlags ?? [],
		size: options.size ?? { width: 1280, height: 900 },
	});
	const { folder } = options;
	const url = workbenchUrl(server.url, folder === undefined ? {} : { folder });
	const forget = removeAtExit(dataDir);
	const recorded = recordOpened(browser.context, server.url);
	const close = async (): Promise<void> => {
		openWindows.delete(workbench);
		recorded.stop();
		await browser.close();
		await server.stop();
		freePort = server.port;
		forget();
	};
	const { page } = browser;
	const workbench = new Workbench({ page, server, url, openedUrls: recorded.urls, close });
	openWindows.add(workbench);
	try {
		await workbench.load();
		// The last test file may have copied what this one expects.
		await page.evaluate(() => navigator.clipboard.writeText(""));
	} catch (error) {
		console.log(`      picture: ${await workbench.screenshot("failed to open")}`);
		await workbench.close();
		throw error;
	}
	return workbench;
}

/** Starts a server where the last one was, because the browser's cache belongs to an address. */
async function startOnSamePort(options: ServerOptions): Promise<RunningServer> {
	const port = freePort;
	freePort = 0;
	if (port !== 0) {
		try {
			return await startServer({ ...options, port });
		} catch {
			// Another program took the port.
		}
	}
	return startServer(options);
}

/** Removes a folder when this process exits, or when the returned function is called. */
function removeAtExit(folder: string): () => void {
	const remove = (): void => {
		rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	const forget = onExit(remove);
	return () => {
		forget();
		remove();
	};
}
