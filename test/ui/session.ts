import assert from "node:assert/strict";
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import { endpointIds } from "../../src/core/coder/endpoints.ts";
import { poll } from "./harness/poll.ts";
import type { StatusBarItem } from "./harness/statusBar.ts";
import type { TreeView } from "./harness/tree.ts";
import type { Workbench } from "./harness/workbench.ts";

/** The extension's ID in VS Code's spelling. */
export const extensionId = "coder-deployment.coder-deployment";

/** The first title during sign-in, which asks for the method or for the URL. */
const firstTitle = "Sign In to a Coder Deployment";

/** Shows the extension's view. */
export async function showOverview(window: Workbench): Promise<TreeView> {
	await window.openContainer("Coder Deployment");
	return window.tree();
}

/** Returns the status bar item of the active deployment. */
export function statusItem(window: Workbench): StatusBarItem {
	return window.statusBarItem(extensionId, "coderDeployment.status");
}

/** Returns the Quick Pick item with this text; its label starts with an icon. */
export function quickPickRow(window: Workbench, text: string): Locator {
	return window.quickInput.widget.locator(".monaco-list-row").filter({ hasText: text }).first();
}

/**
 * Starts sign-in up to the question for the URL. Again if the question closed: a moment after the previous sign-in, the
 * tree takes the focus.
 */
export async function startSignIn(window: Workbench): Promise<void> {
	const title = await poll("the question for the URL", 40_000, async () => {
		await window.command("Coder Deployment: Sign In");
		if (!(await window.quickInput.hasTitle(firstTitle))) return undefined;
		const rows = await window.quickInput.rows();
		if (!rows.some(({ label }) => label === "With a Session Token")) return firstTitle;
		return quickPickRow(window, "With a Session Token")
			.click({ timeout: 5000 })
			.then(
				() => `${firstTitle} (1/3)`,
				() => undefined,
			);
	});
	await window.quickInput.waitForTitle(title);
}

/** Signs in like a user: enters URL and token, and confirms the account. */
export async function signIn(window: Workbench, url: string, token: string): Promise<void> {
	await startSignIn(window);
	await enterUrl(window, url);
	await enterToken(window, token);
	// Signing in shows the view automatically.
	const tree = window.tree();
	await tree.waitForRow("Build");
	// The deployment's row takes the focus last, which would close a question that a test opens earlier. A deployment
	// with a name of its own isn't found by its host.
	await tree.pane
		.locator(".monaco-list-row.selected")
		.filter({ hasText: new URL(url).host })
		.waitFor({ timeout: 5000 })
		.catch(() => undefined);
}

/** Enters the URL and waits for the question for the token. */
export async function enterUrl(window: Workbench, url: string): Promise<void> {
	await window.quickInput.type(url);
	await window.quickInput.accept();
	await window.quickInput.waitForTitle(/\(2\/3\)/);
}

/** Enters the token and confirms its account. */
export async function enterToken(window: Workbench, token: string): Promise<void> {
	await window.quickInput.type(token);
	await window.quickInput.accept();
	await quickPickRow(window, "Sign In as ").click();
}

/** Reloads the window, which then has no previous answers. */
export async function reloadWithoutAnswers(window: Workbench): Promise<void> {
	await poll("answers that are still being stored", 20_000, async () => {
		const files = await readdir(sharedFolder(window), { recursive: true }).catch(() => []);
		const times = await Promise.all(
			files.map((file) =>
				stat(path.join(sharedFolder(window), file)).then(
					({ mtimeMs }) => mtimeMs,
					() => Date.now(),
				),
			),
		);
		return times.every((time) => time < Date.now() - 2000);
	});
	await rm(sharedFolder(window), { recursive: true, force: true, maxRetries: 5 });
	await window.reload();
}

/**
 * Waits until all answers are stored where other windows, and this one after a reload, find them. Health isn't
 * included: the sample's access URL has another host.
 */
export async function allShared(window: Workbench): Promise<void> {
	await poll("all answers to be shared", 20_000, async () => {
		const files = await readdir(sharedFolder(window), { recursive: true }).catch(() => []);
		return files.filter((file) => file.endsWith(".json")).length === endpointIds.length - 1;
	});
}

function sharedFolder({ server }: Workbench): string {
	return path.join(server.dataDir, "data", "User", "globalStorage", extensionId, "shared");
}

/** Asserts that none of the texts is in a log, storage, or setting of the window, or in a message on its screen. */
export async function assertNowhere(
	window: Workbench,
	what: string,
	...texts: readonly string[]
): Promise<void> {
	assert.deepEqual(await window.placesWith(...texts), [], `${what} was found`);
	const screen = await window.page.locator("body").innerText();
	assert.equal(
		texts.some((text) => screen.includes(text)),
		false,
		`${what} is on the screen`,
	);
}

/** Renames the active deployment. Again if the question closed: a moment after signing in, the tree takes the focus. */
export async function rename(window: Workbench, name: string): Promise<void> {
	await poll(`the name ${name}`, 40_000, async () => {
		await window.command("Coder Deployment: Rename Deployment");
		if (!(await window.quickInput.hasTitle("Rename"))) return false;
		return window.quickInput.input.fill(name, { timeout: 2000 }).then(
			() => true,
			() => false,
		);
	});
	await window.quickInput.accept();
	await window.quickInput.waitUntilClosed();
}
