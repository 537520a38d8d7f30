import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { launchProfile } from "../../../scripts/browser/launchBrowser.ts";
import { installVsix } from "../../../scripts/host/installVsix.ts";
import { isolatedHome } from "../../../scripts/host/isolatedHome.ts";
import { linkExtension } from "../../../scripts/host/linkExtension.ts";
import { provideHost } from "../../../scripts/host/provideHost.ts";
import { writeSettings, type Settings } from "../../../scripts/host/settings.ts";
import { startServer } from "../../../scripts/host/startServer.ts";
import type { HostVersion } from "../../../scripts/host/versions.ts";
import { workbenchUrl } from "../../../scripts/host/workbenchUrl.ts";
import { onExit } from "../../../scripts/onExit.ts";
import { repoRoot } from "../../../scripts/paths.ts";
import { printProgress } from "../../../scripts/progress.ts";
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
	/** The data folder: a window opened later with the same folder continues from it. */
	readonly userData?: string;
	/** Additional flags for the browser. */
	readonly browserFlags?: readonly string[];
	/** Size of the window in pixels. */
	readonly size?: { readonly width: number; readonly height: number };
}

/** The open windows, for screenshots of a failed test. */
export const openWindows = new Set<Workbench>();

/** Starts VS Code with the extension and opens a window in a headless browser. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
	const host = await provideHost(options.version ?? testedVersion(), printProgress);
	const dataDir = options.userData ?? (await mkdtemp(path.join(tmpdir(), "coder-ui-")));
	await writeSettings(dataDir, options.settings);
	if (options.vsix === undefined) {
		await linkExtension(dataDir, options.extensionPath ?? repoRoot);
	} else {
		await installVsix(host, dataDir, options.vsix);
	}
	for (const more of options.moreExtensions ?? []) await linkExtension(dataDir, more);
	// The browser's storage belongs to an address, so a folder keeps its port.
	const portFile = path.join(dataDir, "port");
	const port = Number(await readFile(portFile, "utf8").catch(() => "0"));
	const env = { ...(await isolatedHome(dataDir)), ...options.env };
	const server = await startServer({ host, dataDir, port, env });
	await writeFile(portFile, String(server.port));
	const context = await launchProfile(path.join(dataDir, "browser"), printProgress, {
		viewport: options.size ?? { width: 1280, height: 900 },
		flags: options.browserFlags ?? [],
	});
	context.setDefaultTimeout(20_000);
	const [page = await context.newPage()] = context.pages();
	const { folder } = options;
	const url = workbenchUrl(server.url, folder === undefined ? {} : { folder });
	const forget = options.userData === undefined ? removeAtExit(dataDir) : () => undefined;
	const close = async (): Promise<void> => {
		openWindows.delete(workbench);
		if (options.userData !== undefined) {
			// Unlike closing a page, this saves the state of editors and views for the next time.
			await workbench.reload();
		}
		await context.close();
		await server.stop();
		forget();
	};
	const openedUrls = recordOpened(context, server.url);
	const workbench = new Workbench({ page, server, url, openedUrls, close });
	openWindows.add(workbench);
	try {
		await workbench.load();
	} catch (error) {
		console.log(`      picture: ${await workbench.screenshot("failed to open")}`);
		await workbench.close();
		throw error;
	}
	return workbench;
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
