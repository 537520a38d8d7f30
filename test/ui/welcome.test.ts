import assert from "node:assert/strict";
import { endpointIds, endpoints } from "../../src/core/coder/endpoints.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { seriousViolations } from "./harness/axe.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import { walkthroughSteps } from "./harness/walkthrough.ts";
import type { Workbench } from "./harness/workbench.ts";
import { allShared, reloadWithoutAnswers, rename, showOverview, signIn } from "./session.ts";

/** A user's problems, in order: each leaves the window as the next one needs it. */
describe("welcome texts and the walkthrough", () => {
	let window: Workbench;
	let sample: SampleDeployment;

	before(async () => {
		sample = await startSampleDeployment();
		window = await openWorkbench({
			// VS Code hides a walkthrough's pictures in a narrow window.
			size: { width: 1500, height: 900 },
			settings: { "coderDeployment.updateNotification": false },
		});
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	/** Waits for the welcome text that contains this. */
	async function welcome(text: string): Promise<void> {
		const { welcome: element } = window.tree();
		await element.filter({ hasText: text }).waitFor();
		assert.equal((await window.tree().rows()).length, 0, "no rows beside the welcome text");
	}

	async function pressWelcome(name: string): Promise<void> {
		await window.tree().welcome.getByText(name, { exact: true }).click();
	}

	/** Returns the heading of the side bar, which contains the deployment of a welcome text. */
	const heading = (): Promise<string> =>
		window.page.locator(".part.sidebar .composite.title h2").innerText();

	const host = (): string => new URL(sample.url).host;

	const steps = () => walkthroughSteps(window.page);

	it("welcome new users without any request", async () => {
		await showOverview(window);
		await welcome("See your Coder deployment's version");
		assert.equal(sample.count(), 0);
		await window.screenshot("welcome never signed in");
	});

	it("offer help in the view's menu", async () => {
		await window.tree().titleBar.locator(".codicon-toolbar-more").click();
		const entries = await window.contextMenu.entries();
		assert.deepEqual(entries.slice(-4), [
			"Open Walkthrough",
			"Open Documentation",
			"Report Issue",
			"Show Log",
		]);
		await window.screenshot("help");
		await window.contextMenu.close();
	});

	it("include a walkthrough of six steps with pictures, none of them done", async () => {
		await pressWelcome("open the walkthrough");
		await poll("the walkthrough", 20_000, async () => (await steps()).length === 6);
		assert.deepEqual(await steps(), [
			["Sign In to Your Deployment", false],
			["Explore the Deployment", false],
			["Explore the Configuration", false],
			["Review the Findings", false],
			["Compare Your Files", false],
			["Stay Informed", false],
		]);
		const picture = (await window.webview("svg")).locator("svg rect").first();
		const fill = await picture.evaluate((element) => getComputedStyle(element).fill);
		assert.equal(fill, "rgb(255, 255, 255)", "the picture has the colours of the theme");
		await window.screenshot("walkthrough");
	});

	it("have no serious accessibility violations in any kind of theme", async () => {
		for (const theme of [
			"Dark Modern",
			"Dark High Contrast",
			"Light High Contrast",
			"Light Modern",
		]) {
			await window.command("Preferences: Color Theme");
			await window.quickInput.type(theme);
			await window.quickInput.accept();
			await window.quickInput.waitUntilClosed();
			await window.screenshot(`walkthrough ${theme}`);
			// Around the texts of the steps, the page is VS Code's own.
			for (const text of [".welcome-view-content", ".step-description-container"])
				assert.deepEqual(await seriousViolations(window.page, text), []);
		}
	});

	it("check off only the steps that were done", async () => {
		await window.page.getByText("Stay Informed").click();
		await window.page.getByRole("button", { name: "Check for Updates" }).click();
		await window.notifications.waitFor("You aren't signed in to a Coder deployment.");
		assert.deepEqual(
			(await steps()).filter(([, done]) => done),
			[],
			"nothing was done",
		);
		await window.clearNotifications();
		await signIn(window, sample.url, sample.tokens.owner);
		await poll(
			"two steps",
			20_000,
			async () => (await steps()).filter(([, done]) => done).length === 2,
		);
		await window.page.getByText("Stay Informed").click();
		await window.page.getByRole("button", { name: "Check for Updates" }).click();
		await poll("the last step", 20_000, async () => (await steps())[5]?.[1] === true);
		await window.page.getByText("Review the Findings").click();
		await window.page.getByRole("button", { name: "Show Findings" }).click();
		await poll("the findings", 20_000, async () => (await steps())[3]?.[1] === true);
		await window.tree().row("Findings").first().waitFor();
		assert.deepEqual(
			(await steps()).map(([, done]) => done),
			[true, true, false, true, false, true],
		);
		await window.screenshot("walkthrough done");
		await window.command("View: Close All Editors");
	});

	it("start a problem report without URL or token", async () => {
		await window.command("Coder Deployment: Report Issue");
		const text = await poll("the report", 10_000, async () => {
			const shown = (await window.editorText()).replaceAll("\u00a0", " ");
			return shown.includes("What happened") && shown;
		});
		assert.match(text, /- Coder: v2\.35\.1/);
		assert.equal(text.includes(host()), false);
		await window.command("View: Revert and Close Editor");
	});

	it("keep the row of an unreachable deployment, with the reason and what helps", async () => {
		await sample.stop();
		await reloadWithoutAnswers(window);
		const tree = window.tree();
		await tree.waitForRow("Offline");
		await poll("the state", 20_000, async () =>
			(await tree.text()).startsWith(`${host()}  offline · mira\n`),
		);
		const [row, , problem] = await tree.rows();
		assert.match(row?.ariaLabel ?? "", /refused the connection/);
		assert.match(problem?.description ?? "", /refused the connection/);
		assert.match(await heading(), /^coder deployment$/i);
		await window.screenshot("unreachable");
		const entries = await tree.openContextMenu(host());
		for (const entry of ["Refresh", "Open Network Settings", "Sign Out", "Remove Deployment"])
			assert.ok(entries.includes(entry), entry);
		await window.contextMenu.close();
	});

	it("offer to retry on that row, and by selecting the reason", async () => {
		const tree = window.tree();
		const isOffline = async () => (await tree.text()).includes("offline");
		await sample.restart();
		await tree.pressInlineAction(host(), "Refresh");
		await poll("the deployment to be back", 20_000, async () => !(await isOffline()));
		await allShared(window);
		await sample.stop();
		await reloadWithoutAnswers(window);
		await poll("the state", 20_000, async () =>
			(await tree.text()).startsWith(`${host()}  offline · mira\n`),
		);
		await sample.restart();
		const reason = tree.row("Offline").first().locator(".label-name");
		await poll("the deployment to be back", 20_000, async () => {
			// A pending request may succeed first, and then there's no such row.
			await reason.click({ timeout: 2000 }).catch(() => undefined);
			return !(await isOffline());
		});
		await allShared(window);
	});

	it("keep the row of a deployment whose session has ended, with what requires no session", async () => {
		sample.revokeToken("owner");
		await reloadWithoutAnswers(window);
		await window.tree().waitForRow("Session ended");
		await poll("the version", 10_000, async () =>
			(await window.tree().text()).startsWith(`${host()}  session ended · v2.35.1 · mira\n`),
		);
		await window.tree().waitForRow("Update");
		await window.screenshot("session ended");
		assert.match(await heading(), /^coder deployment$/i);
		await window.tree().pressInlineAction(host(), "Sign In Again");
		await window.quickInput.waitForTitle("(1/2)");
		await window.quickInput.cancel();
		const entries = await window.tree().openContextMenu(host());
		assert.ok(entries.includes("Remove Deployment"));
		await window.contextMenu.close();
		sample.revokeToken("owner", false);
	});

	it("keep the row of a token that can't read anything, and offer another one", async () => {
		for (const id of endpointIds) {
			if (endpoints[id].auth) sample.setFault(id, { kind: "status", status: 403 });
		}
		await reloadWithoutAnswers(window);
		const tree = window.tree();
		await tree.waitForRow("No access");
		const isComplete = async () =>
			(await tree.text()).startsWith(`${host()}  no access · v2.35.1 · mira\n`);
		await poll("the row of the deployment", 10_000, isComplete);
		const problem = (await tree.rows()).find(({ label }) => label === "No access");
		assert.match(problem?.description ?? "", /can't read anything on this deployment/);
		await window.screenshot("no access");
		await tree.click("No access");
		await window.quickInput.waitForTitle("(1/2)");
		await window.quickInput.cancel();
		await tree.pressInlineAction(host(), "Sign In Again");
		await window.quickInput.waitForTitle("(1/2)");
		await window.quickInput.cancel();
		sample.clearFaults();
	});

	it("keep the row of a signed-out deployment, and send no requests to it", async () => {
		await rename(window, "Production");
		await window.command("Coder Deployment: Sign Out");
		const isDrawn = async () => (await window.tree().text()) === "Production  signed out";
		await poll("the row of the deployment", 10_000, isDrawn);
		await window.reload();
		sample.resetRequests();
		await poll("the row after a reload", 20_000, isDrawn);
		await window.screenshot("signed out");
		await window.tree().click("Production");
		await window.quickInput.waitForTitle("Sign In to Production (1/2)");
		assert.match(await window.quickInput.message(), new RegExp(host()));
		await window.quickInput.cancel();
		const sent = sample
			.requests()
			.map(({ path, headers }) => [path, headers["coder-session-token"]]);
		assert.deepEqual(sent, [["/api/v2/buildinfo", undefined]], "only once somebody chose it");
		await poll("the question of the inline action", 20_000, async () => {
			await window.tree().pressInlineAction("Production", "Sign In");
			// VS Code doesn't pass a row that was redrawn at that moment.
			return window.quickInput.hasTitle("Sign In to Production (1/2)");
		});
		await window.quickInput.cancel();
		assert.deepEqual(
			(await window.tree().openContextMenu("Production")).filter((entry) =>
				/Sign|Remove/.test(entry),
			),
			["Sign In", "Remove Deployment"],
		);
		await window.contextMenu.choose("Remove Deployment");
		await window.dialog.press("Remove");
		await welcome("See your Coder deployment's version");
	});

	it("open the network settings, including VS Code's", async () => {
		await window.command("Coder Deployment: Open Network Settings");
		const settings = window.page.locator(".settings-editor");
		await settings.getByText("10 Settings Found").waitFor();
		await settings.getByText("Tls Ca File").first().waitFor();
		await window.screenshot("network settings");
	});
});
