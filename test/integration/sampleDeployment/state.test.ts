import assert from "node:assert/strict";
import { isJsonObject, type JsonObject } from "../../sample-deployment/json.ts";
import { ask } from "../../sample-deployment/request.ts";
import {
	startSampleDeployment,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../../sample-deployment/server.ts";

interface Option {
	readonly env?: string;
	readonly value?: unknown;
	readonly value_source?: string;
}

describe("sample deployment: changes while it runs", () => {
	let deployment: SampleDeployment | undefined;
	const start = async (options: SampleDeploymentOptions = {}) =>
		(deployment = await startSampleDeployment(options));
	const get = async (path: string): Promise<JsonObject> => {
		const { url, tokens } = deployment!;
		const value = (await ask(`${url}/api/v2${path}`, { token: tokens.owner })).json();
		assert.ok(isJsonObject(value), path);
		return value;
	};
	const option = async (env: string): Promise<Option | undefined> =>
		((await get("/deployment/config"))["options"] as Option[]).find((one) => one.env === env);

	afterEach(async () => {
		await deployment?.close();
		deployment = undefined;
	});

	it("upgrades header and bodies at the same time", async () => {
		const { url } = await start({ version: "old" });
		const version = async () => (await ask(`${url}/api/v2/`)).headers["x-coder-build-version"];
		assert.equal(await version(), "v2.15.0+190cd1c");
		assert.equal(await option("CODER_PG_CONN_MAX_OPEN"), undefined);
		assert.equal((await get("/buildinfo"))["webpush_public_key"], undefined);
		deployment!.upgrade("next");
		assert.equal(await version(), "v2.36.0+5a3b1c0");
		assert.equal((await option("CODER_PG_CONN_MAX_OPEN"))?.value, 60);
		assert.equal(typeof (await get("/buildinfo"))["webpush_public_key"], "string");
	});

	it("changes options wherever they appear: list, tree, and the endpoints that use them", async () => {
		await start();
		deployment!.setConfigOption("CODER_CLI_UPGRADE_MESSAGE", "ask Mira", "yaml");
		deployment!.setConfigOption("CODER_SESSION_DURATION", 9_007_199_254_740_993n);
		assert.equal((await option("CODER_CLI_UPGRADE_MESSAGE"))?.value_source, "yaml");
		assert.equal((await get("/buildinfo"))["upgrade_message"], "ask Mira");
		const { url, tokens } = deployment!;
		const { text } = await ask(`${url}/api/v2/deployment/config`, { token: tokens.owner });
		assert.ok(text.includes('"default_duration":9007199254740993'));
		assert.throws(() => {
			deployment!.setConfigOption("CODER_NO_SUCH_OPTION", 1);
		}, /has no option/);
	});

	it("shares value and source between the names of an option", async () => {
		await start();
		assert.equal((await option("CODER_EMAIL_SMARTHOST"))?.value_source, "env");
		assert.equal((await option("CODER_NOTIFICATIONS_EMAIL_SMARTHOST"))?.value_source, "env");
		assert.equal((await option("CODER_EMAIL_HELLO"))?.value_source, "default");
		assert.equal((await option("CODER_NOTIFICATIONS_EMAIL_HELLO"))?.value_source, "default");
	});

	it("enables experiments, including the asterisk", async () => {
		await start();
		deployment!.setExperiments(["OAuth2", "*", "oauth2"]);
		const { url, tokens } = deployment!;
		const reply = await ask(`${url}/api/v2/experiments`, { token: tokens.member });
		assert.deepEqual(reply.json(), ["oauth2", "minimum-implicit-member", "oauth2"]);
		assert.deepEqual((await option("CODER_EXPERIMENTS"))?.value, ["OAuth2", "*", "oauth2"]);
		deployment!.setExperiments([]);
		assert.equal((await ask(`${url}/api/v2/experiments`, { token: tokens.member })).text, "[]\n");
	});

	it("supports all states of the update check", async () => {
		await start();
		const expected = {
			available: [false, "v2.36.0"],
			current: [true, "v2.35.1"],
			aheadOfStable: [true, "v2.34.0"],
			notChecked: [true, "v2.35.1+8b44bd6"],
		} as const;
		for (const state of Object.keys(expected) as (keyof typeof expected)[]) {
			deployment!.setUpdateState(state);
			const { current, version } = await get("/updatecheck");
			assert.deepEqual([current, version], expected[state]);
		}
		deployment!.setUpdateState("available");
		deployment!.setConfigOption("CODER_UPDATE_CHECK", false);
		const [check, build] = [await get("/updatecheck"), await get("/buildinfo")];
		assert.equal(check["version"], build["version"]);
		assert.equal(check["url"], build["external_url"]);
	});

	it("returns license warnings only to users who can read the deployment", async () => {
		const { url, tokens } = await start({ entitlementWarnings: ["one, two", "three"] });
		const warnings = async (token?: string) => {
			const request = token === undefined ? {} : { token };
			const { rawHeaders } = await ask(`${url}/api/v2/buildinfo`, request);
			const other = await ask(`${url}/api/v2/experiments`, request);
			assert.ok(!rawHeaders.includes("X-Coder-Entitlements-Warning"));
			const names = other.rawHeaders;
			return names.filter((_, index) => names[index - 1] === "X-Coder-Entitlements-Warning");
		};
		assert.deepEqual(await warnings(tokens.owner), ["one, two", "three"]);
		assert.deepEqual(await warnings(tokens.auditor), ["one, two", "three"]);
		assert.deepEqual(await warnings(tokens.member), []);
		assert.deepEqual(await warnings(), []);
	});

	it("ends sessions on demand", async () => {
		const { url, tokens } = await start({ tokenLifetimeMs: 2 * 3600_000 });
		const status = async () =>
			(await ask(`${url}/api/v2/users/me`, { token: tokens.owner })).status;
		const key = await get("/users/me/keys/SampleOwnr");
		assert.equal(key["lifetime_seconds"], 7200);
		deployment!.setTokenExpiry("owner", Date.now() - 1);
		assert.equal(await status(), 401);
		deployment!.setTokenExpiry("owner", Date.now() + 1000);
		assert.equal(await status(), 200);
		deployment!.revokeToken("owner");
		assert.equal(await status(), 401);
		deployment!.revokeToken("owner", false);
		assert.equal(await status(), 200);
	});

	it("limits the rate as the option specifies, for each user and path", async () => {
		const { url, tokens } = await start({ clock: () => 1_800_000_000_000 });
		deployment!.setConfigOption("CODER_API_RATE_LIMIT", 2);
		const ssh = (token: string) => ask(`${url}/api/v2/deployment/ssh`, { token });
		assert.equal((await ssh(tokens.owner)).headers["x-ratelimit-remaining"], "1");
		assert.equal((await ssh(tokens.owner)).status, 200);
		const refused = await ssh(tokens.owner);
		assert.equal(refused.status, 429);
		assert.equal(refused.headers["retry-after"], "60");
		assert.equal(refused.headers["x-ratelimit-limit"], "2");
		assert.equal(refused.headers["x-ratelimit-reset"], "1800000060");
		assert.match(refused.text, /rate limited for sending more than 2 requests in 1m0s/);
		assert.equal((await ssh(tokens.member)).status, 200);
		deployment!.setConfigOption("CODER_API_RATE_LIMIT", -1);
		const free = await ssh(tokens.owner);
		assert.equal(free.status, 200);
		assert.equal(free.headers["x-ratelimit-limit"], undefined);
	});

	it("records requests and connections", async () => {
		const lines: string[] = [];
		const { url, tokens } = await start({ onRequest: (line) => lines.push(line) });
		await ask(`${url}/api/v2/buildinfo?a=b`, { headers: { "X-Mixed-Case": "Yes" } });
		await ask(`${url}/api/v2/experiments`, { token: tokens.member });
		await ask(`${url}/api/v2/csp/reports`, { method: "POST", body: "{}" });
		assert.equal(deployment!.count(), 3);
		assert.equal(deployment!.count("experiments"), 1);
		const [first, second, third] = deployment!.requests();
		assert.equal(first?.path, "/api/v2/buildinfo?a=b");
		assert.ok(first.rawHeaders.includes("X-Mixed-Case"));
		assert.deepEqual([first.hasToken, first.token, first.status], [false, undefined, 200]);
		assert.deepEqual([second?.hasToken, second?.token], [true, "member"]);
		assert.equal(third?.body, "{}");
		assert.match(lines[1] ?? "", /^GET \/api\/v2\/experiments 200 \d+\.\d ms token:member$/);
		deployment!.resetRequests();
		assert.equal(deployment!.count(), 0);
		await new Promise((resolve) => setTimeout(resolve, 20));
		assert.equal(deployment!.openSockets(), 0);
	});
});
