import { mkdir } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Frame, Locator, Page } from "playwright-core";
import type { RunningServer } from "../../../scripts/host/startServer.ts";
import { outDir } from "../../../scripts/paths.ts";
import { Dialog } from "./dialog.ts";
import { editorText } from "./editorText.ts";
import { contextMenu, type ContextMenu } from "./menu.ts";
import { isKnownNoise } from "./noise.ts";
import { Notifications } from "./notifications.ts";
import { openFile } from "./openFile.ts";
import { listCommands, runCommand } from "./palette.ts";
import { poll } from "./poll.ts";
import { QuickInput } from "./quickInput.ts";
import { StatusBarItem } from "./statusBar.ts";
import { browserStorage, logFiles, readFiles, stateWritten, type Trace } from "./traces.ts";
import { TreeView } from "./tree.ts";
import { webviewFrame } from "./webview.ts";

/** The parts of a window. */
export interface WorkbenchParts {
	readonly page: Page;
	readonly server: RunningServer;
	readonly url: string;
	/** URLs that this browser's windows opened elsewhere; the list grows. */
	readonly openedUrls: readonly string[];
	readonly close: () => Promise<void>;
}

/** A window of VS Code, controlled with mouse and keyboard as by a user. */
export class Workbench {
	readonly page: Page;
	readonly server: RunningServer;
	readonly quickInput: QuickInput;
	readonly notifications: Notifications;
	readonly dialog: Dialog;
	/** Errors that the page wrote to its console, without those that VS Code itself always writes. */
	readonly consoleErrors: string[] = [];

	private readonly parts: WorkbenchParts;

	constructor(parts: WorkbenchParts) {
		const { page } = parts;
		this.parts = parts;
		this.page = page;
		this.server = parts.server;
		this.quickInput = new QuickInput(page);
		this.notifications = new Notifications(page);
		this.dialog = new Dialog(page);
		page.on("console", (message) => {
			if (message.type() === "error" && !isKnownNoise(message)) {
				this.consoleErrors.push(message.text());
			}
		});
	}

	/** Loads the window and waits until it can be used. */
	async load(): Promise<void> {
		// A busy machine takes longer than the 20 s in which everything else must happen.
		await this.page.goto(this.parts.url, { timeout: 60_000 });
		await this.ready();
	}

	private async ready(): Promise<void> {
		await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
	}

	/**
	 * Reloads the window with VS Code's own command, which first saves everything that's otherwise saved only
	 * occasionally. This starts a new extension host.
	 */
	async reload(): Promise<void> {
		const left = this.page.waitForEvent("framenavigated", (frame) => !frame.parentFrame());
		await this.command("Developer: Reload Window");
		await left;
		await this.ready();
	}

	/** Opens a second window on the same server, with the same browser storage. */
	async newWindow(): Promise<Workbench> {
		const page = await this.page.context().newPage();
		await page.setViewportSize(this.page.viewportSize() ?? { width: 1280, height: 900 });
		const window = new Workbench({ ...this.parts, page, close: () => page.close() });
		await window.load();
		return window;
	}

	/** Closes the window; the first window also stops its server. */
	async close(): Promise<void> {
		await this.parts.close();
	}

	/** URLs that this browser's windows opened elsewhere. */
	get openedUrls(): readonly string[] {
		return this.parts.openedUrls;
	}

	/** Runs a command by its full title, such as `Developer: Reload Window`. */
	async command(title: string): Promise<void> {
		await runCommand(this.page, this.quickInput, title);
	}

	/**
	 * Clears all notifications, and waits until VS Code would show the next one: it skips the fourth within 800 ms, and
	 * progress, which can't be cleared, is included and stays for a moment.
	 */
	async clearNotifications(): Promise<void> {
		const clear = "Notifications: Clear All Notifications";
		await this.command(clear);
		await poll("the messages to go", 20_000, async () => {
			if ((await this.notifications.read()).length === 0) return true;
			await sleep(1000);
			// Another one may have appeared meanwhile.
			await this.command(clear);
			return false;
		});
		await sleep(1000);
	}

	/** Returns the titles of the commands that the Command Palette lists for this text. */
	async commands(words: string): Promise<readonly string[]> {
		return listCommands(this.page, this.quickInput, words);
	}

	/** Opens a file by its full path. */
	async openFile(file: string): Promise<void> {
		await openFile(this, file);
	}

	/** Opens a link such as `code-oss://publisher.name/path`, which a URI handler receives. */
	async openUri(uri: string): Promise<void> {
		await this.command("Developer: Open URL");
		await this.quickInput.input.waitFor();
		await this.quickInput.type(uri);
		await this.quickInput.accept();
	}

	/** Shows a container of the Activity Bar. */
	async openContainer(title: string): Promise<void> {
		const tab = this.page.locator(".activitybar").getByRole("tab", { name: title });
		const heading = this.page.locator(".part.sidebar .composite.title").filter({ hasText: title });
		await tab.waitFor();
		await poll(`the container ${title}`, 20_000, async () => {
			// While a window starts, the tab may not show yet that its container is open; a click would then close it.
			const open = (await tab.getAttribute("aria-selected")) === "true";
			if (!open && !(await heading.isVisible())) await tab.click();
			return heading.waitFor({ timeout: 3000 }).then(
				() => true,
				() => false,
			);
		});
	}

	/** Returns a view of the side bar by the title in its header; a container's only view has none. */
	tree(title?: string): TreeView {
		const panes = this.page.locator(".part.sidebar .pane");
		const pane =
			title === undefined
				? panes.first()
				: panes.filter({ has: this.page.locator(".pane-header .title", { hasText: title }) });
		return new TreeView(this.page, pane);
	}

	statusBarItem(extensionId: string, itemId: string): StatusBarItem {
		return new StatusBarItem(this.page, extensionId, itemId);
	}

	get contextMenu(): ContextMenu {
		return contextMenu(this.page);
	}

	/** The tabs of the editor area. */
	get tabs(): Locator {
		return this.page.locator(".part.editor .tab");
	}

	async tabTitles(): Promise<readonly string[]> {
		return this.tabs.locator(".label-name").allInnerTexts();
	}

	/** Returns the visible lines of the active text editor. */
	async editorText(): Promise<string> {
		return editorText(this.page);
	}

	/** Returns the document of a webview that has an element for `selector`. */
	async webview(selector?: string): Promise<Frame> {
		return webviewFrame(this.page, selector);
	}

	async clipboard(): Promise<string> {
		return this.page.evaluate(() => navigator.clipboard.readText());
	}

	/** Returns every log file of the server, the extension host, and the extensions. */
	async logs(): Promise<readonly Trace[]> {
		return logFiles(this.server.dataDir);
	}

	/** Returns every place that contains one of the texts: logs, settings, state, and storage, here and in the browser. */
	async placesWith(...texts: readonly string[]): Promise<readonly string[]> {
		await stateWritten();
		const traces = [
			...(await readFiles(path.join(this.server.dataDir, "data"))),
			...(await browserStorage(this.page)),
		];
		return traces
			.filter((trace) => texts.some((text) => trace.text.includes(text)))
			.map((trace) => trace.place);
	}

	/** Saves a screenshot of the window as out/screenshots/VERSION/NAME.png and returns its path. */
	async screenshot(name: string): Promise<string> {
		const folder = path.join(outDir, "screenshots", this.server.host.version);
		await mkdir(folder, { recursive: true });
		const file = path.join(folder, `${name.replaceAll(/[^\w.-]+/g, "-")}.png`);
		await this.page.screenshot({ path: file });
		return file;
	}
}
