import assert from "node:assert/strict";
import "../../support/stable.ts";
import { findDeployment, type DeploymentSearch } from "../../../src/core/signIn/probe.ts";
import {
	startSampleDeployment,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { deadUrl, startStub } from "../../support/stubServer.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const find = (typed: string, signal?: AbortSignal): Promise<DeploymentSearch> =>
	findDeployment(typed, (url) => bench(url).client, signal);

async function withSample(
	options: SampleDeploymentOptions,
	run: (sample: SampleDeployment) => Promise<void>,
): Promise<void> {
	const sample = await startSampleDeployment(options);
	try {
		await run(sample);
	} finally {
		await sample.close();
	}
}

/** Returns the problem with a URL at which no deployment was found. */
async function problem(typed: string): Promise<string> {
	const found = await find(typed);
	assert.ok(!found.ok);
	return found.message;
}

describe("addresses entered by users", function () {
	this.timeout(slowMachine);

	it("may be a deployment's", () =>
		withSample({}, async (sample) => {
			const found = await find(`  ${sample.url}/  `);
			assert.ok(found.ok);
			assert.equal(found.url, sample.url);
			assert.equal(found.buildInfo.version, "v2.35.1+8b44bd6");
			assert.equal(sample.count(), 1);
			assert.equal(sample.count("buildInfo"), 1);
		}));

	it("may have a path", () =>
		withSample({ basePath: "/team/coder" }, async (sample) => {
			const found = await find(`${sample.url}?x=1#y`);
			assert.ok(found.ok);
			assert.equal(found.url, sample.url);
			assert.ok(found.url.endsWith("/team/coder"));
		}));

	for (const page of [
		"/workspaces",
		"/@mira/dev/builds/3",
		"/deployment/general?tab=a",
		"/cli-auth",
	]) {
		it(`may be a dashboard page: ${page}`, () =>
			withSample({}, async (sample) => {
				const found = await find(sample.url + page);
				assert.ok(found.ok);
				assert.equal(found.url, sample.url);
			}));
	}

	it("may be a dashboard page of a deployment with a path", () =>
		withSample({ basePath: "/team/coder" }, async (sample) => {
			const found = await find(`${sample.url}/workspaces`);
			assert.ok(found.ok);
			assert.equal(found.url, sample.url);
		}));

	it("may be an API route", () =>
		withSample({}, async (sample) => {
			const found = await find(`${sample.url}/api/v2/buildinfo`);
			assert.ok(found.ok);
			assert.equal(found.url, sample.url);
		}));

	it("use HTTP for localhost without a scheme", () =>
		withSample({}, async (sample) => {
			const found = await find(`localhost:${sample.port}`);
			assert.ok(found.ok);
			assert.equal(found.url, `http://localhost:${sample.port}`);
		}));

	it("offer the other scheme if HTTP and HTTPS are mixed up", () =>
		withSample({}, async (sample) => {
			const found = await find(`https://127.0.0.1:${sample.port}/login`);
			assert.ok(!found.ok);
			assert.match(found.message, /Sign in with a URL that begins with http:/);
			assert.equal(found.suggestion, `http://127.0.0.1:${sample.port}/login`);
		}));

	it("may be too deep below a deployment", () =>
		withSample({}, async (sample) => {
			assert.match(
				await problem(`${sample.url}/1/2/3/4/5/6/7`),
				/is a Coder server, but its API isn't at this path/,
			);
			assert.equal(sample.count(), 6);
		}));

	it("of a workspace proxy offer the deployment's own URL", () =>
		withSample({ workspaceProxy: true }, async (sample) => {
			assert.deepEqual(await find(sample.url), {
				ok: false,
				message:
					"This is a workspace proxy, which doesn't serve the API. Use the deployment itself: https://coder.larkspur.example",
				suggestion: "https://coder.larkspur.example",
			});
		}));

	it("may be of a workspace proxy without a dashboard URL", async () => {
		const body = JSON.stringify({ version: "v2.35.1+8b44bd6", workspace_proxy: true });
		const server = await startStub({ headers: { "Content-Type": "application/json" }, body });
		try {
			assert.deepEqual(await find(server.url), {
				ok: false,
				message:
					"This is a workspace proxy, which doesn't serve the API. Use the URL of the deployment itself.",
			});
		} finally {
			await server.close();
		}
	});

	it("of something that claims to be a proxy only show and offer valid URLs", async () => {
		for (const [dashboard, offered] of [
			["[Sign in again](command:workbench.action.terminal.sendSequence)", undefined],
			["[x](https://evil.example)", undefined],
			["command:workbench.action.quit", undefined],
			["file:///etc/passwd", undefined],
			["https://user@coder.example.com", "https://coder.example.com"],
			["Ask your administrator", undefined],
			["", undefined],
			["HTTPS://Coder.Example.com/path/?token=x#y", "https://coder.example.com/path"],
		] as const) {
			const server = await startStub({
				headers: { "Content-Type": "application/json" },
				body: JSON.stringify({
					version: "v2.35.1",
					workspace_proxy: true,
					dashboard_url: dashboard,
				}),
			});
			try {
				const found = await find(server.url);
				assert.ok(!found.ok);
				assert.equal(found.suggestion, offered);
				assert.ok(found.message.endsWith(offered ?? "Use the URL of the deployment itself."));
			} finally {
				await server.close();
			}
		}
	});

	it("cause no requests if they aren't URLs", async () => {
		const looksLike = "This isn't a URL. Enter one like https://coder.example.com.";
		assert.equal(await problem(""), "Enter the URL of your Coder deployment.");
		assert.equal(await problem("   "), "Enter the URL of your Coder deployment.");
		assert.equal(await problem("our coder"), looksLike);
		assert.equal(await problem("https://"), looksLike);
		assert.equal(await problem("https://coder.example.com:99999"), looksLike);
		assert.equal(
			await problem("ftp://coder.example.com"),
			"The URL must start with https:// or http://.",
		);
		assert.equal(
			await problem("https://mira:secret@coder.example.com"),
			"Remove the user name and password from the URL. You'll be asked for the token next.",
		);
	});

	it("may be another website's", async () => {
		const server = await startStub({ headers: { "Content-Type": "text/html" }, body: "<p>Hi</p>" });
		try {
			assert.equal(
				await problem(`${server.url}/some/page`),
				`${server.host} returned a web page instead of Coder's API. It might be your network's sign-in page: open http://${server.host} in a browser and sign in there. Otherwise, the URL isn't that of a Coder deployment.`,
			);
			assert.equal(server.requests.length, 3);
		} finally {
			await server.close();
		}
	});

	it("may be another API's", async () => {
		const server = await startStub({
			headers: { "Content-Type": "application/json" },
			body: '{"status":"ok"}',
		});
		try {
			assert.match(await problem(server.url), /responded, but not as Coder's API/);
		} finally {
			await server.close();
		}
	});

	it("without a server aren't requested again for every parent path", async () => {
		const url = await deadUrl();
		const log: string[] = [];
		const found = await findDeployment(`${url}/a/b/c`, (base) => {
			log.push(base);
			return bench(base).client;
		});
		assert.ok(!found.ok);
		assert.equal(
			found.message,
			`${new URL(url).host} refused the connection. Check that Coder is running there and that the port is correct.`,
		);
		assert.deepEqual(log, [`${url}/a/b/c`]);
	});

	it("that redirect show the other address and don't request it", () =>
		withSample({ accessUrlRedirect: "https://coder.larkspur.example" }, async (sample) => {
			assert.match(await problem(sample.url), /redirects to https:\/\/coder\.larkspur\.example\. /);
			assert.equal(sample.count(), 1);
		}));

	it("are requested without a token", () =>
		withSample({}, async (sample) => {
			await find(`${sample.url}/workspaces`);
			assert.ok(sample.requests().every(({ hasToken }) => !hasToken));
		}));

	it("can be canceled", () =>
		withSample({}, async (sample) => {
			sample.setFault("all", { kind: "never" });
			const controller = new AbortController();
			const found = find(sample.url, controller.signal);
			setTimeout(() => {
				controller.abort();
			}, 30);
			assert.equal((await found).ok, false);
		}));
});
