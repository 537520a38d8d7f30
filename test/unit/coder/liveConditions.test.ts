import assert from "node:assert/strict";
import { CoderClient } from "../../../src/core/http/client.ts";
import type { Answers, EndpointId } from "../../../src/core/coder/model.ts";
import type { Transport } from "../../../src/core/http/transport.ts";
import { healthLines } from "../../../src/core/health/health.ts";
import { explainCode, lineWords } from "../../../src/core/health/words.ts";
import { healthSection } from "../../../src/core/overview/health.ts";
import { recorded, recordedAt } from "../../support/recorded.ts";
import {
	liveAnswer,
	liveNames,
	liveVersions,
	needLiveAnswers,
	type LiveAnswer,
	type LiveVersion,
} from "../../support/liveAnswers.ts";
import { recordingLogger } from "../../support/recordingLogger.ts";
import { slowMachine } from "../../support/slowMachine.ts";

/** The endpoints by file name. */
const endpoints: Readonly<Record<string, EndpointId>> = {
	health: "health",
	"health-settings": "healthSettings",
	entitlements: "entitlements",
	licenses: "licenses",
	regions: "regions",
	replicas: "replicas",
	provisionerdaemons: "provisionerDaemons",
	provisionerjobs: "provisionerQueue",
	appearance: "appearance",
	"authcheck-more": "permissions",
};

const ofOwners: readonly EndpointId[] = [
	"health",
	"healthSettings",
	"replicas",
	"provisionerDaemons",
	"provisionerQueue",
];

/** Returns the expected outcome for a role, by the server's version. */
function expected(role: string, id: EndpointId, version: LiveVersion): string {
	const old = version === "v2.15.0";
	if (id === "entitlements") return "ok";
	// Licensed features report a missing license before they check the token.
	if (id === "provisionerDaemons" && old) return "unsupported";
	if (role === "anonymous" || role === "invalid") return "signedOut";
	if (id === "provisionerQueue" && old) return "unsupported";
	const owner = role === "owner" || (role === "scoped" && old);
	return ofOwners.includes(id) && !owner ? "forbidden" : "ok";
}

async function readAnswer<K extends EndpointId>(id: K, answer: LiveAnswer) {
	const transport: Transport = {
		send: () =>
			Promise.resolve({
				status: answer.status,
				body: answer.body,
				header: (name: string) => answer.headers.get(name.toLowerCase())?.[0],
				values: (name: string) => answer.headers.get(name.toLowerCase()) ?? [],
			}),
	};
	const connection = {
		url: "http://coder.example",
		token: () => Promise.resolve("FixtureTkn-FixtureTokenNotARealOne"),
		userAgent: "test",
	};
	return new CoderClient(transport, connection, recordingLogger()).get(id);
}

async function value<K extends EndpointId>(id: K, name: string): Promise<Answers[K]> {
	const reply = await readAnswer(id, liveAnswer("v2.35.1", name));
	assert.ok(reply.ok, `${name}: ${reply.ok ? "" : reply.failure.message}`);
	return reply.value.value;
}

/** Returns the unhealthy parts of a health report and their explanations. */
async function troubles(name: string): Promise<Record<string, string>> {
	const lines = healthLines(await value("health", name));
	return Object.fromEntries(
		lines
			.filter(({ severity }) => severity !== "ok")
			.map((line) => [
				line.id,
				`${line.severity}${line.follows ? " follows" : ""}: ${lineWords(line)}`,
			]),
	);
}

describe("responses of real servers about health, license, and infrastructure", function () {
	this.timeout(slowMachine);

	before(function () {
		needLiveAnswers(this);
	});

	for (const version of liveVersions) {
		it(`are parsed for each role (${version})`, async () => {
			let read = 0;
			for (const name of liveNames(version)) {
				const [, role = "", route = ""] =
					/^(owner|auditor|member|scoped|anonymous|invalid)-(.+)$/.exec(name) ?? [];
				const id = endpoints[route];
				if (!id) continue;
				const reply = await readAnswer(id, liveAnswer(version, name));
				const kind = reply.ok ? "ok" : reply.failure.kind;
				assert.equal(kind, expected(role, id, version), `${version} ${name}`);
				read++;
			}
			assert.ok(read > 40, String(read));
		});
	}

	it("report a role's permissions", async () => {
		const of = (role: string) => value("permissions", `${role}-authcheck-more`);
		const all = { health: true, licenses: true, replicas: true, provisioners: true };
		const none = { health: false, licenses: false, replicas: false, provisioners: false };
		assert.deepEqual(await of("owner"), all);
		for (const role of ["auditor", "member", "scoped", "template-admin", "user-admin"])
			assert.deepEqual(await of(role), none, role);
		assert.deepEqual(await of("organization-admin"), { ...none, provisioners: true });
	});

	/** The outcome of special answers; all other answers of these endpoints are valid. */
	const notGood: Readonly<Record<string, string>> = {
		"agpl-owner-appearance": "unsupported",
		"agpl-owner-entitlements": "unsupported",
		"agpl-owner-licenses": "unsupported",
		"agpl-owner-replicas": "unsupported",
		"health-badformat": "rejected",
		"health-stun-unreachable-timeout": "notReady",
		"health-text": "unexpectedBody",
		"no-database-appearance": "serverError",
		"no-database-debug-health": "serverError",
		"no-database-regions": "serverError",
		"no-database-replicas": "serverError",
		"organization-auditor-provisionerdaemons": "forbidden",
		"organization-user-admin-provisionerdaemons": "forbidden",
		"provisionerdaemons-bad-query": "rejected",
		"template-admin-provisionerdaemons": "forbidden",
		"user-admin-provisionerdaemons": "forbidden",
	};
	const byStart = Object.entries({ ...endpoints, "debug-health": "health" as const }).toSorted(
		([one], [other]) => other.length - one.length,
	);

	it("are read in whatever state a server is, file by file", async () => {
		const seen = new Set<string>();
		for (const version of liveVersions) {
			for (const name of liveNames(version)) {
				// Answers for each role have their own test; answers to other requests have none.
				if (/^(owner|auditor|member|scoped|anonymous|invalid)-|-put|-healthz$/.test(name)) continue;
				const route = name.replace(
					/^(no-database|agpl-owner|(organization-)?(template-admin|user-admin|admin|auditor))-/,
					"",
				);
				const [, id] = byStart.find(([start]) => route.startsWith(start)) ?? [];
				if (!id) continue;
				const reply = await readAnswer(id, liveAnswer(version, name));
				const kind = reply.ok ? "ok" : reply.failure.kind;
				assert.equal(kind, notGood[name] ?? "ok", `${version} ${name}`);
				seen.add(name);
			}
		}
		assert.ok(seen.size > 50, String(seen.size));
		for (const name of Object.keys(notGood)) assert.ok(seen.has(name), name);
	});

	const reported: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		"health-access-url-with-password": {},
		"health-database-slow": { database: "warning: The database is slow" },
		"health-database-very-slow": {
			database: "error: The database doesn't respond",
			websocket: "error: WebSocket connections fail",
		},
		"health-derp-node-down": { derp: "warning: One relay in a region is down" },
		"health-derp-websocket": { derp: "warning: Relays are reached only over WebSockets" },
		"health-no-derp": { derp: "warning: No relay is available" },
		"health-no-provisioners": { provisionerDaemons: "error: No provisioner daemon is running" },
		"health-stun-hard-nat": {},
		"health-stun-unreachable": { derp: "error: No STUN server responds" },
	};
	for (const [name, expected] of Object.entries(reported)) {
		it(`say what is wrong, and nothing else: ${name}`, async () => {
			assert.deepEqual(await troubles(name), expected);
		});
	}

	it("say that a slow database makes WebSockets fail, too", async () => {
		const report = await value("health", "health-database-very-slow");
		const { snapshot } = await recorded({});
		const slot = { value: report, at: recordedAt, failures: 0, loading: false };
		const rows = healthSection("key", { ...snapshot, health: slot }).children ?? [];
		const websocket = rows.find(({ id }) => id.endsWith("/websocket"));
		assert.match(websocket?.spoken ?? "", /Fix the database first\./);
	});

	it("report STUN servers in addition to a wrong access URL, which they don't depend on", async () => {
		for (const version of ["v2.15.0", "main"] as const) {
			const answer = liveAnswer(version, "health-access-url-and-stun-unreachable");
			const reply = await readAnswer("health", answer);
			assert.ok(reply.ok);
			const lines = healthLines(reply.value.value).filter(({ follows }) => !follows);
			const words = Object.fromEntries(lines.map((line) => [line.id, lineWords(line)]));
			assert.equal(words["derp"], "No STUN server responds", version);
			assert.equal(words["accessUrl"], "The server can't reach its access URL", version);
			assert.equal(words["websocket"], undefined, version);
		}
	});

	it("have causes that only a relay's nodes report", async () => {
		const found = await troubles("health-stun-one-of-two");
		assert.deepEqual(Object.keys(found), ["derp"]);
		assert.match(found.derp ?? "", /^error: .*stun\.example\.invalid/);
	});

	it("report a wrong access URL once", async () => {
		const found = await troubles("health-access-url-unreachable");
		assert.match(found.accessUrl ?? "", /^error: /);
		for (const [part, words] of Object.entries(found))
			if (part === "websocket" || part === "derp") assert.match(words, /^error follows: /, part);
	});

	it("reveal a sign-in page that passes as the access URL", async () => {
		const found = await troubles("health-access-url-sso-page");
		assert.equal(found.accessUrl, "error: Something other than Coder responds");
	});

	it("are worse than a warning if all proxies are down", async () => {
		const found = await troubles("health-proxies");
		assert.equal(found.workspaceProxy, "error: All workspace proxies are down");
		const { proxies, daemons = [] } = await value("health", "health-proxies");
		assert.ok(proxies.length >= 2 && proxies.every(({ name }) => name !== "primary"));
		assert.ok(daemons.length >= 5);
	});

	it("list dismissed parts in report and settings", async () => {
		const report = await value("health", "health-dismissed");
		const settings = await value("healthSettings", "health-settings-dismissed");
		const dismissed = healthLines(report, settings)
			.filter((line) => line.dismissed)
			.map(({ id }) => id);
		assert.ok(dismissed.includes("derp") && dismissed.includes("websocket"), dismissed.join());
		assert.ok(settings.every((part) => dismissed.includes(part)));
	});

	it("report a slow check, which isn't a failure", async () => {
		for (const version of liveVersions) {
			const name = "health-stun-unreachable-timeout";
			if (!liveNames(version).includes(name)) continue;
			const reply = await readAnswer("health", liveAnswer(version, name));
			assert.equal(reply.ok ? "ok" : reply.failure.kind, "notReady", version);
			assert.equal(reply.ok ? 0 : reply.failure.retryAfterMs, 3000);
			if (version === "v2.35.1") assert.match(reply.ok ? "" : reply.failure.message, /DERP/);
		}
	});

	it("only contain codes that are explained", async () => {
		const codes = new Set<string>();
		for (const name of liveNames("v2.35.1").filter((one) => one.startsWith("health-"))) {
			const reply = await readAnswer("health", liveAnswer("v2.35.1", name));
			if (!reply.ok) continue;
			for (const { messages } of healthLines(reply.value.value))
				for (const { code } of messages) if (code !== undefined) codes.add(code);
		}
		assert.ok(codes.size >= 8, [...codes].join());
		for (const code of codes) assert.ok(explainCode(code), code);
	});

	it("contain no password, key, or license text", async () => {
		const texts: string[] = [];
		for (const [name, id] of [
			["health-access-url-with-password", "health"],
			["regions-access-url-with-password-member", "regions"],
			["licenses-invalid-owner", "licenses"],
			["provisionerdaemons-mixed", "provisionerDaemons"],
		] as const) {
			texts.push(JSON.stringify(await value(id, name)));
		}
		const all = texts.join("\n");
		for (const secret of ["EXAMPLE-url-password", "0015EXAMPLE", "6f1d5d1e-1a1b", "jti", "key_id"])
			assert.ok(!all.includes(secret), secret);
		const [primary] = await value("regions", "regions-access-url-with-password-member");
		assert.equal(primary?.holdsPassword, true);
	});

	it("count waiting jobs, and name isolated replicas", async () => {
		assert.deepEqual(await value("provisionerQueue", "provisionerjobs-pending"), { waiting: 3 });
		const replicas = await value("replicas", "replicas-two");
		assert.equal(replicas.filter(({ error }) => error !== undefined).length, 1);
		assert.ok(
			replicas.every(
				({ databaseLatencyMs = -1 }) => databaseLatencyMs > 0 && databaseLatencyMs < 5,
			),
		);
	});

	it("lack routes of licensed features in a build without them", async () => {
		for (const route of ["entitlements", "licenses", "replicas", "appearance"] as const) {
			const reply = await readAnswer(route, liveAnswer("v2.35.1", `agpl-owner-${route}`));
			assert.equal(reply.ok ? "ok" : reply.failure.kind, "unsupported", route);
		}
	});
});
