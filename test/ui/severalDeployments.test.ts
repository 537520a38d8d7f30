import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
	startSampleDeployment,
	tokenMark,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { eventually } from "./harness/eventually.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import { assertNowhere, quickPickRow, rename, signIn, statusItem } from "./session.ts";

/** Returns the name of a sample in the tree: its host. */
const nameOf = ({ url }: SampleDeployment): string => new URL(url).host;

describe("several deployments and every way to sign in", () => {
	let window: Workbench;
	let first: SampleDeployment;
	let second: SampleDeployment;
	let third: SampleDeployment;
	let configDir: string;

	before(async () => {
		first = await startSampleDeployment();
		// Servers before v2.11 report no ID, so these two are distinguished by their URLs.
		second = await startSampleDeployment({ version: "ancient" });
		third = await startSampleDeployment({ version: "ancient", basePath: "/team/coder" });
		configDir = await mkdtemp(path.join(tmpdir(), "coder-cli-"));
		await mkdir(configDir, { recursive: true });
		await writeFile(path.join(configDir, "url"), `${second.url}\n`);
		await writeFile(path.join(configDir, "session"), `${second.tokens.auditor}\n`);
		await chmod(path.join(configDir, "session"), 0o600);
		window = await openWorkbench({
			env: { CODER_CONFIG_DIR: configDir, CODER_URL: third.url },
			size: { width: 1280, height: 1400 },
		});
	});
	after(async () => {
		await window.close();
		await Promise.all([first, second, third].map((sample) => sample.close()));
		await rm(configDir, { recursive: true, force: true });
	});

	const roots = async (): Promise<readonly string[]> =>
		(await window.tree().rows()).filter(({ level }) => level === 1).map(({ label }) => label);

	it("offer the ways that apply, starting with the URL from the environment", async () => {
		await window.command("Coder Deployment: Sign In");
		await quickPickRow(window, "With a Session Token").waitFor();
		const labels = (await window.quickInput.rows()).map(({ label }) => label);
		assert.deepEqual(labels, ["With a Session Token", "With the Coder CLI's Session"]);
		await window.screenshot("sign-in-ways");
		await quickPickRow(window, "With a Session Token").click();
		await window.quickInput.waitForTitle("(1/3)");
		assert.equal(await window.quickInput.value(), third.url);
		await window.quickInput.cancel();
	});

	it("sign in with the Coder CLI's session after showing whose it is", async () => {
		await window.command("Coder Deployment: Sign In");
		await quickPickRow(window, "With the Coder CLI's Session").click();
		await quickPickRow(window, "Sign In as anselm (Auditor)").click();
		await window.tree().waitForRow("Build");
		await eventually(async () => {
			assert.deepEqual(await roots(), [nameOf(second)]);
		});
	});

	it("keep deployments apart, each with its own account", async () => {
		await signIn(window, first.url, first.tokens.owner);
		await signIn(window, third.url, third.tokens.member);
		await poll("three roots", 10_000, async () => (await roots()).length === 3);
		assert.deepEqual(await roots(), [nameOf(second), nameOf(first), `${nameOf(third)}/team/coder`]);
		await statusItem(window).waitForText(`${nameOf(third)}/team/coder`);
		const tokensAt = (sample: SampleDeployment): Set<string> =>
			new Set(
				sample
					.requests()
					.flatMap(({ headers }) => headers["coder-session-token"] ?? [])
					.map(String),
			);
		assert.deepEqual(tokensAt(first), new Set([first.tokens.owner]));
		assert.deepEqual(tokensAt(second), new Set([second.tokens.auditor]));
		assert.deepEqual(tokensAt(third), new Set([third.tokens.member]));
	});

	it("switch, rename, and remove deployments", async () => {
		await window.command("Coder Deployment: Switch Deployment");
		await quickPickRow(window, nameOf(first)).click();
		await statusItem(window).waitForText(nameOf(first));
		await rename(window, "Production");
		await statusItem(window).waitForText("Production v2.35.1");
		await window.tree().waitForRow("Production");
		await window.screenshot("several-deployments");
		await window.tree().openContextMenu(nameOf(second));
		await window.contextMenu.choose("Remove Deployment");
		const { detail } = await window.dialog.read();
		assert.match(detail, /The deployment itself isn't affected\./);
		await window.dialog.press("Remove");
		await poll("two roots", 10_000, async () => (await roots()).length === 2);
		await assertNowhere(window, "the removed deployment's token", second.tokens.auditor);
	});

	it("sign in from a link only after the deployment and the account were confirmed", async () => {
		const link = `code-oss://coder-deployment.coder-deployment/open?url=${encodeURIComponent(second.url)}&token=${second.tokens.owner}`;
		second.resetRequests();
		await openLink(window, link);
		const { message } = await window.dialog.read();
		assert.equal(message, `Sign in to ${second.url}?`);
		assert.equal(second.count(), 0, "nothing is asked before the user agrees");
		await window.dialog.press("Cancel");
		await openLink(window, link);
		await window.dialog.press("Continue");
		await quickPickRow(window, "Sign In as mira (Owner)").waitFor();
		assert.equal((await roots()).includes(nameOf(second)), false);
		await quickPickRow(window, "Sign In as mira (Owner)").click();
		await poll("the deployment of the link", 10_000, async () =>
			(await roots()).includes(nameOf(second)),
		);
	});

	it("report an ended session once, keep the last known data, and offer to sign in again", async () => {
		await window.clearNotifications();
		second.revokeToken("owner");
		await window.command("Coder Deployment: Refresh");
		const message = await window.notifications.waitFor("didn't accept the session token");
		assert.match(message, /Showing the last known data for .*\./);
		await window.screenshot("session-ended");
		// The tree is redrawn a moment after the message.
		await poll("the row of the deployment", 10_000, async () => {
			const row = (await window.tree().rows()).find(({ label }) => label === nameOf(second));
			return /session ended/.test(row?.description ?? "");
		});
		second.revokeToken("owner", false);
		await window.notifications.press("didn't accept the session token", "Sign In Again");
		await window.quickInput.waitForTitle("(1/2)");
		await window.quickInput.type(second.tokens.auditor);
		await window.quickInput.accept();
		await window.quickInput.waitForTitle("(2/2)");
		await quickPickRow(window, "Sign In as anselm (Auditor)").click();
		await poll("the new session", 10_000, async () => {
			const again = (await window.tree().rows()).find(({ label }) => label === nameOf(second));
			return /anselm/.test(again?.description ?? "") && !/ended/.test(again?.description ?? "");
		});
	});

	it("keep a row for a signed-out deployment, and sign in to it in the same place", async () => {
		// Its row was selected by signing in.
		await window.command("Coder Deployment: Sign Out");
		const isDrawn = async (description: RegExp): Promise<boolean> => {
			const rows = await window.tree().rows();
			const row = rows.find(({ label }) => label === nameOf(second));
			return description.test(row?.description ?? "");
		};
		await poll("the row", 10_000, () => isDrawn(/^signed out$/));
		assert.equal((await roots()).at(-1), nameOf(second), "in its place");
		await window.screenshot("several-signed-out");
		await window.tree().pressInlineAction(nameOf(second), "Sign In");
		await window.quickInput.waitForTitle("(1/2)");
		await window.quickInput.type(second.tokens.auditor);
		await window.quickInput.accept();
		await quickPickRow(window, "Sign In as anselm (Auditor)").click();
		await window.notifications.waitFor(/is now active\. Signed in as anselm \(Auditor\)\./);
		await poll("the row of the session", 10_000, () => isDrawn(/^active .*anselm/));
		assert.equal((await roots()).at(-1), nameOf(second), "in its place");
	});

	it("report an unknown link", async () => {
		// VS Code's own box keeps the last link that was entered, so this also removes the one with a token.
		await window.openUri("code-oss://coder-deployment.coder-deployment/nothing");
		await window.dialog.press("Open");
		await window.notifications.waitFor("Coder Deployment doesn't recognize this link.");
	});

	it("leave no token in a log, a storage, or a message", async () => {
		const tokens = [first, second, third].flatMap((sample) => Object.values(sample.tokens));
		await assertNowhere(window, "a token", tokenMark, ...tokens);
	});
});

/** Opens a link and first answers VS Code's question whether the extension may open it. */
async function openLink(window: Workbench, link: string): Promise<void> {
	await window.openUri(link);
	const mayOpen = window.dialog.box.filter({ hasText: "to open this URI?" });
	await mayOpen.getByRole("button", { name: "Open", exact: true }).click();
	await window.dialog.box.filter({ hasText: "A link requested this." }).waitFor();
}
