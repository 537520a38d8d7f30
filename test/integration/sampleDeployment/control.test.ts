import assert from "node:assert/strict";
import { readCommandLine } from "../../sample-deployment/commandLine.ts";
import { ask } from "../../sample-deployment/request.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";

describe("sample deployment: control routes", () => {
	let deployment: SampleDeployment;
	const call = (method: string, path: string) => ask(deployment.controlUrl! + path, { method });
	const status = async (path: string) => {
		const { url, tokens } = deployment;
		return (await ask(`${url}/api/v2${path}`, { token: tokens.owner })).status;
	};

	beforeEach(async () => {
		deployment = await startSampleDeployment({ controlPort: 0 });
	});
	afterEach(() => deployment.close());

	it("turn faults on and off", async () => {
		const query = "at=deploymentStats&kind=status&status=503&retryAfter=5&times=2";
		assert.equal((await call("POST", `/fault?${query}`)).text, "done\n");
		assert.equal(await status("/deployment/stats"), 503);
		const state = (await call("GET", "/state")).text;
		assert.match(state, /"place": "deploymentStats"/);
		await call("DELETE", "/fault?at=deploymentStats");
		assert.equal(await status("/deployment/stats"), 200);
		for (const kind of ["slow", "redirect", "huge", "garbage", "html200"]) {
			assert.equal((await call("POST", `/fault?kind=${kind}`)).status, 200);
		}
		await call("DELETE", "/fault");
		assert.equal(await status("/deployment/stats"), 200);
	});

	it("stop and restart the deployment", async () => {
		await call("POST", "/stop");
		await assert.rejects(status("/buildinfo"), { code: "ECONNREFUSED" });
		await call("POST", "/restart");
		assert.equal(await status("/buildinfo"), 200);
	});

	it("change everything that methods can change", async () => {
		const calls = [
			"/upgrade?to=dev",
			"/experiments?names=oauth2",
			"/option?option=CODER_BROWSER_ONLY&value=true&source=flag",
			"/stats?state=idle&body=%7B%22more%22%3A1%7D",
			"/update?state=current",
			"/warnings?texts=one,two",
			"/expire?token=member&inMs=-1",
			"/revoke?token=auditor",
		];
		for (const path of calls) {
			assert.equal((await call("POST", path)).text, "done\n", path);
		}
		const { url, tokens } = deployment;
		const get = (path: string, token = tokens.owner) => ask(`${url}/api/v2${path}`, { token });
		assert.deepEqual((await get("/experiments")).json(), ["oauth2"]);
		assert.match((await get("/deployment/stats")).text, /"P50":-1.*"more":1/);
		assert.equal((await get("/experiments", tokens.member)).status, 401);
		assert.equal((await get("/experiments", tokens.auditor)).status, 401);
		assert.match((await get("/deployment/config")).text, /"browser_only":true/);
		assert.match((await call("GET", "/requests")).text, /"endpoint": "deploymentConfig"/);
		await call("DELETE", "/requests");
		assert.equal(deployment.count(), 0);
	});

	it("explain errors and list themselves", async () => {
		const wrong = [
			"/fault?kind=nonsense",
			"/fault?kind=cut&at=nowhere",
			"/upgrade?to=tomorrow",
			"/option?option=CODER_NOTHING&value=1",
			"/option?option=CODER_VERBOSE&value=1&source=rumour",
			"/stats?state=busy",
			"/stats?body=3",
			"/update?state=maybe",
			"/revoke?token=nobody",
		];
		for (const path of wrong) {
			assert.equal((await call("POST", path)).status, 400, path);
		}
		const help = await call("GET", "/");
		assert.equal(help.status, 404);
		assert.match(help.text, /POST {3}\/__sample\/fault\?at=/);
	});
});

describe("sample deployment: command line", () => {
	it("reads start options", () => {
		const options = readCommandLine(
			"--port 7080 --version old --role-hint auditor --token-minutes 120 --unconfigured".split(" "),
		);
		assert.equal(options.port, 7080);
		assert.equal(options.controlPort, 7081);
		assert.equal(options.version, "old");
		assert.equal(options.cliAuthToken, "auditor");
		assert.equal(options.tokenLifetimeMs, 7_200_000);
		assert.equal(options.configured, false);
		assert.equal(readCommandLine([]).version, "current");
	});

	it("rejects invalid combinations", () => {
		for (const words of [
			["--port", "x"],
			["--version", "2.99"],
			["--role-hint", "king"],
			["--update", "maybe"],
			["--nonsense"],
		]) {
			assert.throws(() => readCommandLine(words), words.join(" "));
		}
	});
});
