import type { BrowserContext, Page } from "playwright-core";
import { launchProfile } from "../../../scripts/browser/launchBrowser.ts";
import { printProgress } from "../../../scripts/progress.ts";

/** A browser with an empty page, and a way to be done with it. */
export interface OpenBrowser {
	readonly context: BrowserContext;
	readonly page: Page;
	readonly close: () => Promise<void>;
}

export interface BrowserOptions {
	/** The origin of the server, whose storage is cleared first. */
	readonly origin: string;
	/** Flags in addition to the usual ones; a browser with flags isn't shared. */
	readonly flags: readonly string[];
	/** Size of the window in pixels. */
	readonly size: { readonly width: number; readonly height: number };
}

/** What opens windows faster, without a difference that a page can see. */
const faster = [
	// Reads VS Code's compiled code from the cache; otherwise, Chromium 156 compiles 19 MB each time. This flag replaces
	// Playwright's own, so the parts of it that matter are repeated.
	"--disable-features=BackgroundResourceFetch,HttpsUpgrades,PaintHolding,ThirdPartyStoragePartitioning",
	// Finds positions in the code when it's compiled. Otherwise, each error's stack compiles the whole file again.
	"--js-flags=--no-enable-lazy-source-positions",
];

/** The browser that all windows of this process share, one after the other; it ends with the process. */
let shared: Promise<BrowserContext> | undefined;

/**
 * Opens a page without stored data. The browser stays open for the next test file, which then finds VS Code's files and
 * compiled code in its cache if the server has the same port.
 */
export async function openBrowser({ origin, flags, size }: BrowserOptions): Promise<OpenBrowser> {
	if (flags.length > 0) {
		const context = await launch(flags);
		const [page = await context.newPage()] = context.pages();
		await page.setViewportSize(size);
		return { context, page, close: () => context.close() };
	}
	const context = await (shared ??= launchShared());
	const before = new Set(context.pages());
	const page = await context.newPage();
	await forget(page, origin);
	await page.setViewportSize(size);
	const close = async (): Promise<void> => {
		for (const one of context.pages()) if (!before.has(one)) await one.close();
	};
	return { context, page, close };
}

/** Clears what an origin has stored, but not the browser's cache. */
async function forget(page: Page, origin: string): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const storageTypes = "cookies,local_storage,indexeddb,service_workers,cache_storage";
	await session.send("Storage.clearDataForOrigin", { origin, storageTypes });
	await session.detach();
}

async function launchShared(): Promise<BrowserContext> {
	const stop = (): void => {
		shared = undefined;
	};
	try {
		const context = await launch(faster);
		// A crash must not fail the next test file.
		return context.once("close", stop);
	} catch (error) {
		stop();
		throw error;
	}
}

async function launch(flags: readonly string[]): Promise<BrowserContext> {
	const context = await launchProfile(printProgress, flags);
	context.setDefaultTimeout(20_000);
	return context;
}
