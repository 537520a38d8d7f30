import assert from "node:assert/strict";
import { answerBounds } from "../../../src/core/base/bounds.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { isJsonObject, type JsonValue } from "../../../src/core/base/json.ts";
import type { Answers, EndpointId } from "../../../src/core/coder/model.ts";

function read<K extends EndpointId>(id: K, body: JsonValue): Answers[K] {
	const parsed = parseAnswer(id, body);
	assert.ok(parsed.ok, `${id} did not understand it`);
	return parsed.value;
}

/** Returns the path at which a body is rejected. */
function refused(id: EndpointId, body: JsonValue): string {
	const parsed = parseAnswer(id, body);
	assert.ok(!parsed.ok, `${id} understood it`);
	return parsed.field;
}

/** The minimal answer of each endpoint. */
const least: Readonly<Record<EndpointId, JsonValue>> = {
	root: { message: "" },
	buildInfo: { version: "v2.0.0+abc" },
	deploymentConfig: { options: null },
	deploymentSsh: { hostname_prefix: "coder." },
	deploymentStats: { workspaces: {} },
	experiments: null,
	experimentsAvailable: { safe: null },
	updateCheck: { current: true, version: "v2.0.0" },
	tokenConfig: { max_token_lifetime: 0 },
	user: { id: "1", username: "mira", roles: null },
	apiKey: { id: "k" },
	permissions: { health: false },
	health: { database: {} },
	healthSettings: { dismissed_healthchecks: null },
	entitlements: { features: null },
	licenses: null,
	regions: { regions: null },
	replicas: null,
	provisionerDaemons: null,
	provisionerQueue: null,
	appearance: { application_name: "" },
};

describe("responses of servers of any version", () => {
	for (const [id, body] of Object.entries(least) as [EndpointId, JsonValue][]) {
		it(`may lack everything that isn't required (${id})`, () => {
			read(id, body);
		});

		it(`may contain unknown fields (${id})`, () => {
			if (!isJsonObject(body)) return;
			// Only the masked configuration is kept completely.
			const known = (value: Answers[EndpointId]) =>
				typeof value === "object" && "masked" in value ? value.options : value;
			const more = { ...body, not_known: "text" };
			assert.deepEqual(known(read(id, more)), known(read(id, body)));
		});

		it(`must have the expected type (${id})`, () => {
			for (const other of [undefined, true, 7, "text", [[]], [{}], {}]) {
				refused(id, other as JsonValue);
			}
		});
	}

	it("may contain null for unknown values", () => {
		assert.deepEqual(
			read("buildInfo", {
				version: "v2.0.0",
				external_url: null,
				dashboard_url: null,
				telemetry: null,
				workspace_proxy: null,
				agent_api_version: null,
				provisioner_api_version: null,
				upgrade_message: null,
				deployment_id: null,
			}),
			{ version: "v2.0.0", workspaceProxy: false },
		);
		assert.deepEqual(
			read("user", { id: "1", username: "m", name: null, email: null, status: null, roles: [] }),
			{ id: "1", username: "m", roles: [] },
		);
	});

	it("report the location of an unexpected value", () => {
		assert.equal(refused("licenses", [{}]), "[0].id");
		assert.equal(refused("buildInfo", {}), "version");
		assert.equal(refused("experiments", ["a", 1]), "[1]");
		assert.equal(refused("experiments", {}), "(body)");
		assert.equal(
			refused("user", { id: "1", username: "m", roles: [{ name: 1 }] }),
			"roles[0].name",
		);
		assert.equal(
			refused("deploymentConfig", { options: [{ name: "a" }, { env: 1 }] }),
			"options[1].env",
		);
		assert.equal(
			refused("deploymentStats", { workspaces: { running: "many" } }),
			"workspaces.running",
		);
	});
});

describe("responses that can't be read", () => {
	it("are reported as a whole", () => {
		const parsed = parseAnswer("root", { message: "too long" }, { ...answerBounds, characters: 7 });
		assert.deepEqual(parsed, {
			ok: false,
			field: "(body)",
			excess: "It has a string with more than 7 characters.",
		});
	});

	it("don't stop the caller", () => {
		const body = {
			get message(): string {
				throw new Error("made up");
			},
		};
		assert.deepEqual(parseAnswer("root", body), { ok: false, field: "(body)" });
	});
});

describe("times", () => {
	const expiry = (text: JsonValue) => read("apiKey", { id: "k", expires_at: text }).expiresAt;

	it("are parsed with any offset and any precision", () => {
		const moment = Date.parse("2026-08-07T09:44:31.204Z");
		for (const text of [
			"2026-08-07T09:44:31.204Z",
			"2026-08-07T09:44:31.204518Z",
			"2026-08-07T09:44:31.204518733Z",
			"2026-08-07T11:44:31.204518733+02:00",
			"2026-08-07T04:14:31.204-05:30",
		]) {
			assert.equal(expiry(text), moment, text);
		}
		assert.equal(expiry("2026-08-07T09:44:31Z"), moment - 204);
		assert.equal(expiry("0001-01-01T00:00:00Z"), -62_135_596_800_000);
	});

	it("are dropped if they're invalid", () => {
		assert.equal(expiry(null), undefined);
		for (const text of ["", "yesterday", "2026-13-01T00:00:00Z", 7, true, {}]) {
			assert.equal(refused("apiKey", { id: "k", expires_at: text }), "expires_at");
		}
	});
});

describe("statistics", () => {
	it("accept both spellings of the percentiles", () => {
		const stats = (latency: JsonValue) =>
			read("deploymentStats", { workspaces: { connection_latency_ms: latency } });
		assert.equal(stats({ P50: 1.5, P95: 2 }).latencyP50Ms, 1.5);
		assert.equal(stats({ p50: 1.5, p95: 2 }).latencyP95Ms, 2);
		for (const none of [null, {}, { P50: -1, P95: -1 }, { P50: 0 }, { P50: null }]) {
			assert.equal(stats(none).latencyP50Ms, undefined);
		}
	});

	it("keep long integers", () => {
		const body = { workspaces: { rx_bytes: 9223372036854775807n, running: 9007199254740993n } };
		const stats = read("deploymentStats", body);
		assert.equal(stats.rxBytes, 9223372036854775807n);
		assert.deepEqual(stats.workspaces, [{ name: "running", count: 9007199254740993n }]);
	});

	it("have a thousand counts of one kind at most", () => {
		const many = Object.fromEntries(
			Array.from({ length: 1_100 }, (_unused, index) => [`state ${String(index)}`, index]),
		);
		const stats = read("deploymentStats", {
			workspaces: { ...many, more: many },
			session_count: many,
		});
		for (const counts of [stats.workspaces, stats.sessions, stats.others])
			assert.equal(counts.length, 1_000);
		assert.deepEqual(stats.workspaces.at(-1), { name: "state 999", count: 999 });
	});

	it("keep unknown numbers, wherever they are", () => {
		assert.deepEqual(
			read("deploymentStats", {
				workspaces: { running: 1, dormant: 2, by_template: { docker: 3 } },
				session_count: { ssh: 4, zed: 5, more: { deep: { er: 6 } } },
				session_counts: { a: 7, text: "x", list: [1], none: null },
				uptime: 8,
				region: "eu",
			}),
			{
				workspaces: [
					{ name: "running", count: 1 },
					{ name: "dormant", count: 2 },
				],
				sessions: [
					{ name: "ssh", count: 4 },
					{ name: "zed", count: 5 },
				],
				others: [
					{ name: "workspaces.by_template.docker", count: 3 },
					{ name: "session_count.more.deep.er", count: 6 },
					{ name: "session_counts.a", count: 7 },
					{ name: "uptime", count: 8 },
				],
			},
		);
	});
});

describe("other responses", () => {
	it("say whether the access URL contains a password, which is removed", () => {
		const build = (dashboard_url: string | null) =>
			read("buildInfo", { version: "v2.35.1", dashboard_url });
		const plain = { version: "v2.35.1", workspaceProxy: false };
		assert.deepEqual(build("https://mira:made-up@coder.example.com/"), {
			...plain,
			dashboardUrl: "https://coder.example.com",
			holdsPassword: true,
		});
		assert.deepEqual(build("https://coder.example.com"), {
			...plain,
			dashboardUrl: "https://coder.example.com",
		});
		assert.deepEqual(build(null), plain);
	});

	it("have an empty URL of the latest release if the server sends none", () => {
		const latest = { current: true, version: "v2.35.1" };
		assert.deepEqual(read("updateCheck", latest), { ...latest, url: "" });
		assert.deepEqual(read("updateCheck", { ...latest, url: null }), { ...latest, url: "" });
	});

	it("list safe experiments inside an object, or as in the published page", () => {
		assert.deepEqual(read("experimentsAvailable", { safe: ["a"] }), ["a"]);
		assert.deepEqual(read("experimentsAvailable", ["a"]), ["a"]);
	});

	it("may have an SSH configuration or not", () => {
		refused("deploymentSsh", {});
		refused("deploymentSsh", { hostname_prefix: null });
		assert.deepEqual(read("deploymentSsh", { ssh_config_options: {} }), { options: [] });
	});

	it("have display names of roles if available", () => {
		const roles = [
			{ name: "owner", display_name: "Owner" },
			{ name: "x", display_name: "" },
			{ name: "y" },
		];
		assert.deepEqual(read("user", { id: "1", username: "m", roles }).roles, [
			{ name: "owner", displayName: "Owner" },
			{ name: "x", displayName: "x" },
			{ name: "y", displayName: "y" },
		]);
	});

	it("identify options by variable, flag, or name, and drop unidentifiable ones", () => {
		const { options } = read("deploymentConfig", {
			options: [
				{ name: "A", flag: "a", env: "CODER_A" },
				{ name: "B", flag: "b", env: "" },
				{ name: "C" },
				{ description: "nothing" },
				{},
			],
		});
		assert.deepEqual(
			options.map(({ id }) => id),
			["CODER_A", "b", "C"],
		);
	});
});
