import assert from "node:assert/strict";
import { isJsonObject, type JsonValue } from "../../sample-deployment/json.ts";
import { ask, type PlainReply } from "../../sample-deployment/request.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import type { VersionId } from "../../sample-deployment/versions.ts";
import {
	liveAnswer,
	liveNames,
	liveVersions,
	needLiveAnswers,
	type LiveAnswer,
	type LiveVersion,
} from "../../support/liveAnswers.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const played: Readonly<Record<LiveVersion, VersionId>> = {
	"v2.15.0": "old",
	"v2.35.1": "current",
	main: "dev",
};

/** The sample's routes, by file name. */
const routes: Readonly<Record<string, string>> = {
	root: "/",
	buildinfo: "/buildinfo",
	config: "/deployment/config",
	stats: "/deployment/stats",
	ssh: "/deployment/ssh",
	experiments: "/experiments",
	available: "/experiments/available",
	updatecheck: "/updatecheck",
	tokenconfig: "/users/me/keys/tokens/tokenconfig",
	me: "/users/me",
	key: "/users/me/keys/KEY",
	health: "/debug/health",
	"health-settings": "/debug/health/settings",
	entitlements: "/entitlements",
	licenses: "/licenses",
	regions: "/regions",
	replicas: "/replicas",
	provisionerdaemons: "/organizations/default/provisionerdaemons",
	provisionerjobs: "/organizations/default/provisionerjobs",
	appearance: "/appearance",
};

const tokens = (sample: SampleDeployment): Readonly<Record<string, string>> => ({
	owner: sample.tokens.owner,
	auditor: sample.tokens.auditor,
	member: sample.tokens.member,
	scoped: sample.tokens.scoped,
	expired: sample.tokens.expired,
	deleted: sample.tokens.revoked,
	invalid: "SampleNone-SampleWrongNotRealTokn",
	malformed: "malformed",
	anonymous: "",
});

/** Headers that depend on how an answer is sent, not on its content. */
const transferHeaders = new Set([
	"content-length",
	"transfer-encoding",
	"connection",
	"keep-alive",
]);

describe("sample deployment: comparison with answers of real servers", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;

	before(function () {
		needLiveAnswers(this);
	});
	afterEach(() => sample.close());

	for (const version of liveVersions) {
		it(`responds to everyone, at each route, like ${version}`, async () => {
			sample = await startSampleDeployment({
				version: played[version],
				entitlementWarnings: ["a feature is not licensed"],
				conditions: { license: "none" },
			});
			let compared = 0;
			for (const [role, token] of Object.entries(tokens(sample))) {
				for (const [route, path] of Object.entries(routes)) {
					const name = `${role}-${route}`;
					if (!liveNames(version).includes(name)) continue;
					// Below an organization, unknown routes return 404 only to signed-in users; the sample has no such
					// routes.
					if (route === "provisionerjobs" && version === "v2.15.0") continue;
					const [key = ""] = token.split("-");
					const reply = await ask(`${sample.url}/api/v2${path.replace("KEY", key)}`, { token });
					same(reply, liveAnswer(version, name), `${version} ${name}`);
					compared++;
				}
			}
			assert.ok(compared > 85, String(compared));
		});

		it(`responds to invalid requests like ${version}`, async () => {
			sample = await startSampleDeployment({
				version: played[version],
				entitlementWarnings: ["a feature is not licensed"],
			});
			const token = sample.tokens.owner;
			const at = (path: string) => `${sample.url}/api/v2${path}`;
			const user = (name: string) => at(`/users/${name}/keys/tokens/tokenconfig`);
			const { member } = sample.tokens;
			const replies: Readonly<Record<string, PlainReply>> = {
				"head-buildinfo": await ask(at("/buildinfo"), { method: "HEAD" }),
				"trailing-slash": await ask(at("/buildinfo/")),
				"wrong-path": await ask(at("/nowhere")),
				"tokenconfig-nobody": await ask(user("nobody-here"), { token }),
				"tokenconfig-bad-name": await ask(user("%2Abad"), { token }),
				"tokenconfig-owner-as-member": await ask(user("mira"), { token: member }),
				"csp-invalid-json": await ask(at("/csp/reports"), { method: "POST", body: "not json" }),
				"csp-array": await ask(at("/csp/reports"), { method: "POST", body: "[]" }),
				"csp-empty-object": await ask(at("/csp/reports"), { method: "POST", body: "{}" }),
				"csp-70000": await ask(at("/csp/reports"), {
					method: "POST",
					body: JSON.stringify({ "csp-report": { a: "x".repeat(70_000) } }),
				}),
			};
			for (const [name, reply] of Object.entries(replies)) {
				same(reply, liveAnswer(version, name), `${version} ${name}`);
			}
		});
	}

	it("responds the same to inactive users, rate limits, and early requests", async () => {
		const now = Date.UTC(2026, 10, 28, 2, 23, 31);
		sample = await startSampleDeployment({ statsState: "processing", clock: () => now });
		const { owner, suspended } = sample.tokens;
		const get = (path: string, token: string) => ask(`${sample.url}/api/v2${path}`, { token });
		const inactive = await get("/experiments", suspended);
		same(inactive, liveAnswer("v2.35.1", "suspended-experiments"), "suspended");
		same(
			await get("/deployment/stats", owner),
			liveAnswer("v2.35.1", "stats-still-processing"),
			"processing",
		);
		sample.setConfigOption("CODER_API_RATE_LIMIT", 5);
		const replies = [];
		for (let count = 0; count < 7; count++) replies.push(await get("/experiments", owner));
		for (const [index, name] of [
			[0, "rate-limit-1"],
			[1, "rate-limit-2"],
			[5, "rate-limit-6"],
			[6, "rate-limit-7"],
		] as const) {
			const live = liveAnswer("v2.35.1", name);
			same(replies[index]!, live, name);
			for (const header of ["x-ratelimit-remaining", "x-ratelimit-reset", "retry-after"]) {
				assert.equal(replies[index]?.headers[header], live.headers.get(header)?.[0], header);
			}
		}
	});

	it("responds the same without a database", async () => {
		sample = await startSampleDeployment();
		sample.setFault("all", { kind: "status", status: 500 });
		for (const route of ["config", "experiments", "updatecheck"]) {
			const name = route === "config" ? "deployment-config" : route;
			const token = sample.tokens.owner;
			const reply = await ask(`${sample.url}/api/v2${routes[route]}`, { token });
			const live = liveAnswer("v2.35.1", `no-database-${name}`);
			assert.equal(reply.status, live.status);
			assert.deepEqual(message(reply.text), message(live.body));
		}
	});

	it("responds the same if everything is redirected to the access URL", async () => {
		sample = await startSampleDeployment({ accessUrlRedirect: "http://localhost:7147" });
		for (const [path, name] of [
			["/api/v2/buildinfo", "redirect-api"],
			["/api/v2/buildinfo?a=1", "redirect-api-query"],
		] as const) {
			const reply = await ask(sample.url + path);
			const live = liveAnswer("v2.35.1", name);
			same(reply, live, name);
			assert.equal(reply.headers.location, live.headers.get("location")?.[0]);
			assert.equal(reply.text, live.body);
		}
	});
});

function same(reply: PlainReply, live: LiveAnswer, name: string): void {
	assert.equal(reply.status, live.status, name);
	const theirs = [...live.headers.keys()].filter((header) => !transferHeaders.has(header)).sort();
	const ours = Object.keys(reply.headers).filter((header) => !transferHeaders.has(header));
	// The metadata URL of a 401 and other values are specific to the server.
	assert.deepEqual(ours.sort(), theirs, name);
	assert.equal(reply.headers["content-type"], live.headers.get("content-type")?.[0], name);
	const challenge = (text: string | undefined) => text?.replace(/resource_metadata=.*/, "");
	assert.equal(
		challenge(reply.headers["www-authenticate"]),
		challenge(live.headers.get("www-authenticate")?.[0]),
		name,
	);
	if (!(reply.headers["content-type"] ?? "").includes("json")) return;
	const [got, expected] = [reply.json(), JSON.parse(live.body) as JsonValue];
	if (live.status >= 400) assert.deepEqual(message(reply.text), message(live.body), name);
	assert.deepEqual(keysOf(got), keysOf(expected), name);
}

function message(body: string): JsonValue {
	const json = JSON.parse(body) as JsonValue;
	return isJsonObject(json) ? (json["message"] ?? null) : null;
}

/** Returns the keys of an answer, except in parts that differ between servers. */
function keysOf(value: JsonValue): JsonValue {
	return isJsonObject(value) ? Object.keys(value) : Array.isArray(value) ? "list" : typeof value;
}
