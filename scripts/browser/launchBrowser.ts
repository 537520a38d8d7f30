import { chromium, type Browser, type BrowserContext, type LaunchOptions } from "playwright-core";
import type { Progress } from "../progress.ts";
import { provideBrowser } from "./provideBrowser.ts";

const flags = [
	"--disable-gpu",
	"--disable-quic",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	// No connections to other machines, so that a run is the same with and without a network.
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/**
 * Returns the options for launching a browser. Chromium's sandbox doesn't work for root, so it is disabled for root.
 */
function launchOptions(progress: Progress, more: readonly string[] = []): LaunchOptions {
	return {
		executablePath: provideBrowser(progress),
		chromiumSandbox: process.getuid?.() !== 0,
		args: [...flags, ...more],
	};
}

/** Starts a browser with a new profile, which is deleted when it closes. */
export async function launchBrowser(progress: Progress): Promise<Browser> {
	return chromium.launch(launchOptions(progress));
}

/**
 * Starts a browser with a new profile, which is deleted when it closes. Unlike the contexts of `launchBrowser`, it caches
 * files and compiled code on disk.
 */
export async function launchProfile(
	progress: Progress,
	more: readonly string[],
): Promise<BrowserContext> {
	const context = await chromium.launchPersistentContext("", {
		...launchOptions(progress, more),
		permissions: ["clipboard-read", "clipboard-write"],
	});
	// tsx adds calls of this helper to every function, including those that a test evaluates in the page.
	await context.addInitScript("globalThis.__name = (named) => named;");
	return context;
}
