import assert from "node:assert/strict";
import { isJsonObject, type JsonObject, type JsonValue } from "../../sample-deployment/json.ts";
import { ask, type PlainReply } from "../../sample-deployment/request.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";

const apiPaths = [
	"/",
	"/buildinfo",
	"/updatecheck",
	"/experiments",
	"/experiments/available",
	"/deployment/config",
	"/deployment/ssh",
	"/deployment/stats",
	"/users/me",
	"/users/me/keys/SampleOwnr",
	"/users/me/keys/tokens/tokenconfig",
	"/nowhere",
];

describe("sample deployment: routes", () => {
	let deployment: SampleDeployment;
	const get = (path: string, token?: string): Promise<PlainReply> =>
		ask(`${deployment.url}/api/v2${path}`, token === undefined ? {} : { token });
	const getObject = async (path: string, token?: string): Promise<JsonObject> => {
		const value = (await get(path, token)).json();
		assert.ok(isJsonObject(value));
		return value;
	};

	before(async () => {
		deployment = await startSampleDeployment();
	});
	after(() => deployment.close());

	it("adds version and request ID to every response, including pages", async () => {
		for (const path of [...apiPaths.map((one) => `/api/v2${one}`), "/", "/cli-auth", "/api/v3"]) {
			const { headers } = await ask(deployment.url + path);
			assert.equal(headers["x-coder-build-version"], "v2.35.1+8b44bd6", path);
			assert.match(String(headers["x-coder-request-id"]), /^[0-9a-f-]{36}$/, path);
		}
	});

	it("serves four routes without a token and requires one everywhere else", async () => {
		for (const path of ["/", "", "/buildinfo", "/updatecheck"]) {
			assert.equal((await get(path)).status, 200, path);
		}
		for (const path of apiPaths.slice(3, -1)) {
			const reply = await get(path);
			assert.equal(reply.status, 401, path);
			assert.match(String(reply.headers["www-authenticate"]), /^Bearer realm="coder", error=/);
		}
		assert.deepEqual((await get("/nowhere")).json(), { message: "Route not found." });
	});

	it("responds at the root and merges double slashes", async () => {
		const reply = await ask(`${deployment.url}//api//v2/`);
		assert.deepEqual(reply.json(), { message: "👋" });
		assert.equal(reply.headers["content-type"], "application/json; charset=utf-8");
	});

	it("explains in its own words why a token is rejected", async () => {
		const { tokens } = deployment;
		const details: readonly [string, RegExp][] = [
			["", /must be provided/],
			["justoneword", /^Invalid API key format: incorrect amount of API key parts/],
			["short-SampleOwnerNotRealTokn", /^Invalid API key format: invalid API key ID length/],
			["SampleOwnr-short", /^Invalid API key format: invalid API key secret length/],
			[tokens.revoked, /^API key is invalid\.$/],
			["SampleOwnr-SampleWrongNotRealTokn", /^API key secret is invalid\.$/],
			[
				tokens.expired,
				/^API key expired at "\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)? \+0000 UTC"\.$/,
			],
		];
		for (const [token, detail] of details) {
			const reply = await get("/experiments", token);
			assert.equal(reply.status, 401, token);
			const body = reply.json() as { message: string; detail: string };
			assert.match(body.message, /^You are signed out/);
			assert.match(body.detail, detail);
		}
		const suspended = (await get("/experiments", tokens.suspended)).json();
		assert.match(JSON.stringify(suspended), /User is not active \(status = \\"suspended\\"\)/);
	});

	it("accepts the token as header, bearer token, cookie, or query parameter", async () => {
		const url = `${deployment.url}/api/v2/experiments`;
		const token = deployment.tokens.member;
		const ways = [
			ask(url, { token }),
			ask(url, { headers: { Authorization: `bearer ${token}` } }),
			ask(url, { headers: { Cookie: `a=b; coder_session_token=${token}` } }),
			ask(`${url}?coder_session_token=${token}`),
			ask(`${url}?access_token=${token}`),
		];
		for (const reply of await Promise.all(ways)) {
			assert.equal(reply.status, 200);
		}
	});

	it("returns configuration and statistics only to owners and auditors", async () => {
		const { tokens } = deployment;
		for (const path of ["/deployment/config", "/deployment/stats"]) {
			assert.equal((await get(path, tokens.owner)).status, 200);
			assert.equal((await get(path, tokens.auditor)).status, 200);
			const refused = await get(path, tokens.member);
			assert.equal(refused.status, 403);
			assert.deepEqual(Object.keys(refused.json() as JsonObject), ["message", "detail"]);
			assert.equal(refused.headers["www-authenticate"], undefined);
		}
		for (const path of ["/deployment/ssh", "/experiments", "/experiments/available"]) {
			assert.equal((await get(path, tokens.member)).status, 200);
		}
	});

	it("returns build, SSH settings, experiments, and updates", async () => {
		const token = deployment.tokens.member;
		const build = await getObject("/buildinfo");
		assert.equal(build["dashboard_url"], "https://coder.larkspur.example");
		assert.equal(build["workspace_proxy"], false);
		assert.deepEqual(await getObject("/deployment/ssh", token), {
			hostname_prefix: "coder.",
			hostname_suffix: "coder",
			ssh_config_options: { ForwardAgent: "yes", ServerAliveInterval: "45" },
		});
		assert.deepEqual((await get("/experiments", token)).json(), [
			"oauth2",
			"workspace-usage",
			"mcp-server-http",
			"multi-organization",
		]);
		assert.deepEqual(await getObject("/experiments/available", token), {
			safe: ["minimum-implicit-member"],
		});
		assert.deepEqual(await getObject("/updatecheck"), {
			current: false,
			version: "v2.36.0",
			url: "https://github.com/coder/coder/releases/tag/v2.36.0",
		});
	});

	it("returns token lifetimes by the role of the named user", async () => {
		const { owner, auditor, member } = deployment.tokens;
		const path = (user: string) => `/users/${user}/keys/tokens/tokenconfig`;
		const lifetime = async (user: string, token: string) =>
			(await getObject(path(user), token))["max_token_lifetime"];
		assert.equal(await lifetime("me", owner), 604_800_000_000_000);
		assert.equal(await lifetime("me", member), 5_184_000_000_000_000);
		assert.equal(await lifetime("tove", owner), 5_184_000_000_000_000);
		assert.equal(await lifetime("mira", auditor), 604_800_000_000_000);
		assert.equal((await get(path("mira"), member)).status, 404);
		assert.equal((await get(path("nobody"), owner)).status, 404);
		assert.equal((await get(path("no%20body"), owner)).status, 404);
	});

	it("returns the signed-in user and the end of the session", async () => {
		const token = deployment.tokens.auditor;
		const user = await getObject("/users/me", token);
		assert.equal(user["username"], "anselm");
		assert.deepEqual(user["roles"], [{ name: "auditor", display_name: "Auditor" }]);
		const key = await getObject("/users/me/keys/SampleAudt", token);
		assert.equal(key["lifetime_seconds"], 7 * 86_400);
		assert.ok(Date.parse(key["expires_at"] as string) > Date.now() + 6 * 86_400_000);
		assert.equal((await get("/users/me/keys/SampleRvkd", token)).status, 404);
	});

	it("answers permission checks", async () => {
		const check = async (token: string): Promise<JsonValue> => {
			const object = (type: string) => ({ object: { resource_type: type }, action: "read" });
			const checks = { a: object("deployment_config"), b: object("workspace") };
			const body = JSON.stringify({ checks });
			return (
				await ask(`${deployment.url}/api/v2/authcheck`, { method: "POST", token, body })
			).json();
		};
		assert.deepEqual(await check(deployment.tokens.owner), { a: true, b: true });
		assert.deepEqual(await check(deployment.tokens.auditor), { a: true, b: false });
		assert.deepEqual(await check(deployment.tokens.member), { a: false, b: false });
	});

	it("rejects a wrong method with an empty 405", async () => {
		const reply = await ask(`${deployment.url}/api/v2/buildinfo`, { method: "POST", body: "{}" });
		assert.equal(reply.status, 405);
		assert.equal(reply.text, "");
	});

	it("serves the dashboard at any path outside the API, and a token at /cli-auth", async () => {
		const page = await ask(`${deployment.url}/workspaces/anything`);
		assert.equal(page.status, 200);
		assert.equal(page.headers["content-type"], "text/html; charset=utf-8");
		const auth = await ask(`${deployment.url}/cli-auth`);
		assert.ok(auth.text.includes(deployment.tokens.owner));
	});

	it("escapes JSON like Go", async () => {
		const { text } = await get("/deployment/config", deployment.tokens.owner);
		assert.ok(text.includes("Larkspur badge \\u0026 \\u003cSSO\\u003e"));
		assert.doesNotMatch(text, /[<>&]/);
		assert.ok(text.endsWith("\n"));
	});
});
