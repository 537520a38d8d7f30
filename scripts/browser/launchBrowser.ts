import { chromium, type Browser } from "playwright-core";
import type { Progress } from "../progress.ts";
import { provideBrowser } from "./provideBrowser.ts";

const flags = [
	"--disable-gpu",
	"--disable-quic",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/**
 * Starts a browser with a fresh profile, removed when it closes. Chromium refuses its sandbox to
 * root, so root runs without it.
 */
export async function launchBrowser(progress: Progress): Promise<Browser> {
	const root = process.getuid?.() === 0;
	return chromium.launch({
		executablePath: provideBrowser(progress),
		chromiumSandbox: !root,
		args: flags,
	});
}
