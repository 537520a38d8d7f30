import assert from "node:assert/strict";
import {
	startSampleDeployment,
	tokenMark,
	type SampleDeployment,
} from "../sample-deployment/server.ts";
import { openWorkbench } from "./harness/openWorkbench.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";
import {
	assertNowhere,
	enterToken,
	enterUrl,
	quickPickRow,
	showOverview,
	startSignIn,
	statusItem,
} from "./session.ts";

/** A user's first day, in order: each step continues from the one before. */
describe("the first day", () => {
	let window: Workbench;
	let sample: SampleDeployment;
	let version: string;

	before(async () => {
		sample = await startSampleDeployment();
		window = await openWorkbench();
		version = window.server.host.version;
	});
	after(async () => {
		await window.close();
		await sample.close();
	});

	it("shows the welcome view and sends no requests", async () => {
		const tree = await showOverview(window);
		await tree.welcome.getByText("Sign In").first().waitFor();
		assert.match(await tree.welcome.innerText(), /See your Coder deployment/);
		assert.equal(await statusItem(window).item.count(), 0);
		assert.equal(sample.count(), 0);
		await window.screenshot("welcome");
	});

	it("keeps the box open for an invalid URL, and shows an example", async () => {
		await startSignIn(window);
		await window.quickInput.type("not a url");
		await window.quickInput.accept();
		assert.equal(
			await window.quickInput.validationError(),
			"This isn't a URL. Enter one like https://coder.example.com.",
		);
	});

	it("removes a token that's pasted a step too early, and sends no requests for it", async () => {
		await window.quickInput.input.fill(`CODER_SESSION_TOKEN="${sample.tokens.owner}"`);
		const message = await window.quickInput.validationError(/^This is a session token\./);
		assert.match(
			message,
			/Enter the URL of your deployment first\. You'll be asked for the token next\.$/,
		);
		assert.equal(await window.quickInput.value(), "");
		await assertNowhere(window, "the token", tokenMark);
		await window.quickInput.input.fill(`coder login ${sample.url} --token ${sample.tokens.owner}`);
		await poll("the URL alone", 5000, async () => (await window.quickInput.value()) === sample.url);
		await window.quickInput.validationError(/^This is a session token\./);
		assert.equal(sample.count(), 0);
		await window.screenshot("sign-in-token-first");
	});

	it("reports that no server responds at the URL", async () => {
		await window.quickInput.type("http://127.0.0.1:9");
		await window.quickInput.accept();
		assert.match(
			await window.quickInput.validationError(),
			/^127\.0\.0\.1:9 refused the connection\./,
		);
		await window.screenshot("sign-in-refused");
	});

	it("finds the deployment from the URL of a dashboard page", async () => {
		await enterUrl(window, `${sample.url}/workspaces?filter=owner:me`);
		assert.equal(await window.quickInput.isPassword(), true);
		assert.match(await window.quickInput.message(), new RegExp(`${sample.url}/cli-auth`));
	});

	it("opens the token page only on request", async () => {
		assert.equal(sample.count("cliAuth"), 0);
		await window.quickInput.pressButton(`Open ${sample.url}/cli-auth to get a token`);
		await poll("the page that gives a token", 10_000, () =>
			Promise.resolve(window.openedUrls.includes(`${sample.url}/cli-auth`)),
		);
	});

	it("keeps the box open for a token that is too short, rejected, or expired", async () => {
		for (const [token, message] of [
			["abc", /too short for a session token/],
			[sample.tokens.revoked, /^This token wasn't accepted. Paste another one.$/],
			[sample.tokens.expired, /^This token has expired. Paste another one.$/],
			[sample.tokens.suspended, /isn't active \(status: suspended\)/],
		] as const) {
			await window.quickInput.type(token);
			await window.quickInput.accept();
			assert.match(await window.quickInput.validationError(), message);
		}
		await window.screenshot("sign-in-wrong-token");
	});

	it("signs in with the correct token after showing whose it is", async () => {
		await enterToken(window, sample.tokens.owner);
		const message = await window.notifications.waitFor("Signed in to");
		assert.match(message, /as mira \(Owner\)\.$/);
		await window.tree().waitForRow("Build");
		await statusItem(window).waitForText("v2.36.0");
		assert.deepEqual(await statusItem(window).icons(), ["server-environment", "arrow-circle-up"]);
	});

	it("sends one request per endpoint", () => {
		const requested = [
			"deploymentConfig",
			"deploymentSsh",
			"deploymentStats",
			"experiments",
			"updateCheck",
		] as const;
		for (const endpoint of requested) assert.equal(sample.count(endpoint), 1, endpoint);
	});

	it("announces the update once, and doesn't repeat it after it was dismissed", async () => {
		// The next notification waits until this one is gone.
		await window.notifications.dismiss("Signed in to");
		const notice = await window.notifications.waitFor("is available for");
		assert.match(
			notice,
			/^Coder v2\.36\.0 is available for 127\.0\.0\.1:\d+, which runs v2\.35\.1/,
		);
		await window.screenshot("signed-in");
		await window.notifications.dismiss("is available for");
		await window.command("Coder Deployment: Refresh");
		await window.reload();
		await showOverview(window);
		await statusItem(window).waitForText("v2.36.0");
		await (await showOverview(window)).waitForRow("Build");
		const messages = (await window.notifications.read()).map(({ message }) => message);
		assert.deepEqual(
			messages.filter((message) => message.includes("is available for")),
			[],
		);
	});

	it("is still signed in after a reload", async () => {
		const tree = await showOverview(window);
		// The version is requested again.
		await poll("the deployment with its version", 10_000, async () =>
			/^v2\.35\.1 · mira$/.test((await tree.rows())[0]?.description ?? ""),
		);
		assert.match((await tree.rows())[0]?.label ?? "", /^127\.0\.0\.1:\d+$/);
	});

	it("shows facts in the status bar's hover, and actions on click", async () => {
		const hover = await statusItem(window).hover();
		assert.match(hover, /Signed in as mira\./);
		assert.match(hover, /v2\.36\.0 is available/);
		await statusItem(window).click();
		await quickPickRow(window, "Open Dashboard").waitFor();
		const labels = (await window.quickInput.rows()).map(({ label }) => label);
		assert.deepEqual(labels.slice(0, 7), [
			"Release Notes of v2.36.0",
			"Preview Upgrade",
			"Open Configuration",
			"Open Dashboard",
			"Go to Option",
			"Compare Configuration With…",
			"Export Configuration",
		]);
		await window.screenshot("actions");
		await window.quickInput.cancel();
	});

	it("leaves the token in no log, storage, or message", async () => {
		await assertNowhere(window, "the token, or a part of it", sample.tokens.owner, tokenMark);
		const log = (await window.logs()).find(({ place }) => place.endsWith("Coder Deployment.log"));
		assert.match(
			log?.text ?? "",
			/GET http:\/\/127\.0\.0\.1:\d+\/api\/v2\/buildinfo 200 \d+ ms request /,
		);
	});

	it("keeps only the name and address after sign-out", async () => {
		await window.command("Coder Deployment: Sign Out");
		await window.notifications.waitFor("Its session token was removed from this machine.");
		const rows = async (): Promise<string> => (await showOverview(window)).text();
		const expected = `${new URL(sample.url).host}  signed out`;
		await poll("the row that says so", 10_000, async () => (await rows()) === expected);
		await statusItem(window).item.waitFor({ state: "hidden" });
		await window.reload();
		await poll("the row after a reload", 20_000, async () => (await rows()) === expected);
		await assertNowhere(window, "the account's e-mail address", "mira@");
		const secrets = await window.page.evaluate(
			() => localStorage.getItem("secrets.provider") ?? "",
		);
		assert.equal(secrets.includes("session:"), false);
		assert.ok(version);
	});
});
