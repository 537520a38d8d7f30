import assert from "node:assert/strict";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import { isHealthCode, type HealthReport } from "../../../src/core/coder/healthModel.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

function read(body: JsonObject): HealthReport {
	const parsed = parseAnswer("health", { access_url: {}, ...body });
	assert.ok(parsed.ok);
	return parsed.value;
}

const part = (database: JsonObject) => read({ database }).parts.database;
const messages = (database: JsonObject) => part(database)?.messages;

function proxies(...regions: readonly JsonObject[]) {
	return read({ workspace_proxy: { workspace_proxies: { regions } } }).proxies;
}

describe("a health report", () => {
	it("has only what the server reports", () => {
		assert.deepEqual(read({}), {
			severity: "unknown",
			parts: { accessUrl: { severity: "unknown", dismissed: false, messages: [] } },
			strangerAnswered: false,
			proxies: [],
		});
		assert.deepEqual(
			read({ workspace_proxy: {}, provisioner_daemons: {}, derp: { dismissed: true } }),
			{
				severity: "unknown",
				parts: {
					accessUrl: { severity: "unknown", dismissed: false, messages: [] },
					derp: { severity: "unknown", dismissed: true, messages: [] },
					workspaceProxy: { severity: "unknown", dismissed: false, messages: [] },
					provisionerDaemons: { severity: "unknown", dismissed: false, messages: [] },
				},
				strangerAnswered: false,
				proxies: [],
				daemons: [],
			},
		);
	});

	it("has the database's latency and the time of the check", () => {
		const report = read({
			time: "2026-08-07T10:00:00Z",
			database: { latency_ms: 12, threshold_ms: 15 },
		});
		assert.equal(report.time, Date.parse("2026-08-07T10:00:00Z"));
		assert.equal(report.databaseLatencyMs, 12);
		assert.equal(report.databaseThresholdMs, 15);
	});

	it("has a severity, in words or, before v2.5, as a boolean", () => {
		const cases: readonly (readonly [JsonObject, string])[] = [
			[{ severity: "ok" }, "ok"],
			[{ severity: "warning", healthy: true }, "warning"],
			[{ severity: "error", healthy: null }, "error"],
			[{ severity: "dire", healthy: true }, "unknown"],
			[{ severity: 7, healthy: false }, "unknown"],
			[{ severity: null, healthy: true }, "ok"],
			[{ severity: null, healthy: false }, "error"],
			[{ healthy: true }, "ok"],
			[{ healthy: false }, "error"],
			[{ healthy: null }, "unknown"],
			[{ severity: null }, "unknown"],
			[{}, "unknown"],
		];
		for (const [answered, severity] of cases) {
			assert.equal(part(answered)?.severity, severity, JSON.stringify(answered));
			assert.equal(read(answered).severity, severity, JSON.stringify(answered));
		}
	});

	it("has the errors before the warnings, each with its code", () => {
		assert.deepEqual(
			messages({
				error: "EDB01: ping failed\n  \ndial tcp: refused \n EDB02: not at the start\nX: y",
				warnings: [
					"EDB02: slow",
					"a sentence",
					{ code: "EWS01", message: " failed " },
					{ code: "", message: "without a code" },
					{ code: "EWS02" },
					{ message: null },
				],
			}),
			[
				{ code: "EDB01", text: "ping failed" },
				{ text: "dial tcp: refused" },
				{ text: "EDB02: not at the start" },
				{ text: "X: y" },
				{ code: "EDB02", text: "slow" },
				{ text: "a sentence" },
				{ code: "EWS01", text: "failed" },
				{ text: "without a code" },
				{ code: "EWS02", text: "" },
				{ text: "" },
			],
		);
	});

	it("has each message once", () => {
		assert.deepEqual(
			messages({
				error: "EDB01: a\nb",
				warnings: [
					{ code: "EDB01", message: "a" },
					{ code: "EDB02", message: "a" },
					{ message: "a" },
					"b",
					{ code: "EDB01 a", message: "b" },
					{ code: "EDB01", message: "a b" },
				],
			}),
			[
				{ code: "EDB01", text: "a" },
				{ text: "b" },
				{ code: "EDB02", text: "a" },
				{ text: "a" },
				{ code: "EDB01 a", text: "b" },
				{ code: "EDB01", text: "a b" },
			],
		);
	});

	it("has twenty messages of a part at most", () => {
		const warnings = Array.from({ length: 30 }, (_unused, index) => `Warning ${String(index)}`);
		assert.deepEqual(
			messages({ warnings }),
			warnings.slice(0, 20).map((text) => ({ text })),
		);
	});

	it("says whether another site answered at the access URL", () => {
		const page = " \n<!DOCTYPE html>";
		for (const [body, expected] of [
			[{ access_url: { healthz_response: page } }, true],
			[{ access_url: { healthz_response: "OK" } }, false],
			[{ access_url: { healthz_response: "OK <b>" } }, false],
			[{ access_url: { healthz_response: null } }, false],
			[{ websocket: { code: 200, body: page } }, true],
			[{ websocket: { code: 200, body: "" } }, false],
			[{ websocket: { code: 404, body: page } }, false],
			[{ websocket: { code: 200 } }, false],
		] as const) {
			assert.equal(read(body).strangerAnswered, expected, JSON.stringify(body));
		}
	});

	it("has the workspace proxies, without the primary and deleted ones", () => {
		const status = {
			status: "unhealthy",
			report: { errors: ["an error", "another"], warnings: ["a warning"] },
			checked_at: "2026-08-07T10:00:00Z",
		};
		assert.deepEqual(
			proxies(
				{ id: "0", name: "primary", healthy: true },
				{ id: "1", name: "gone", healthy: true, deleted: true },
				{
					id: "2",
					name: "oslo",
					display_name: "Oslo",
					healthy: true,
					version: "v2.35.1",
					deleted: false,
					status,
				},
				{ id: "3" },
				{ id: "4", name: "", display_name: "", version: "", status: {} },
				{ id: "5", status: { status: "", report: {} } },
				{ id: "6", status: { report: { warnings: ["only a warning"] } } },
			),
			[
				{
					id: "2",
					name: "oslo",
					displayName: "Oslo",
					healthy: true,
					version: "v2.35.1",
					status: "unhealthy",
					problems: ["an error", "another", "a warning"],
					checkedAt: Date.parse("2026-08-07T10:00:00Z"),
				},
				{ id: "3", name: "3", healthy: false, problems: [] },
				{ id: "4", name: "", healthy: false, problems: [] },
				{ id: "5", name: "5", healthy: false, problems: [] },
				{ id: "6", name: "6", healthy: false, problems: ["only a warning"] },
			],
		);
	});

	it("has the provisioner daemons", () => {
		const { daemons } = read({
			provisioner_daemons: {
				items: [
					{
						provisioner_daemon: {
							id: "1",
							name: "builder",
							version: "v2.35.1",
							last_seen_at: "2026-08-07T10:00:00Z",
						},
						warnings: ["EPD02: old", "EPD02: old"],
					},
					{ provisioner_daemon: { id: "2", name: "", version: "" } },
				],
			},
		});
		assert.deepEqual(daemons, [
			{
				id: "1",
				name: "builder",
				version: "v2.35.1",
				lastSeenAt: Date.parse("2026-08-07T10:00:00Z"),
				messages: [{ code: "EPD02", text: "old" }],
			},
			{ id: "2", name: "2", messages: [] },
		]);
	});
});

describe("health codes", () => {
	it("are short, in capitals, and the whole text", () => {
		for (const code of ["EDB01", "EWS", "EUNKNOWN", "EACS1"]) assert.ok(isHealthCode(code), code);
		for (const text of ["", "E", "EA01", "XEDB01", "EDB01x", "EDB012", "edb01", "Error"])
			assert.ok(!isHealthCode(text), text);
	});
});

describe("dismissed parts", () => {
	it("have the server's names; others are ignored", () => {
		const dismissed = (...names: readonly JsonValue[]) => {
			const parsed = parseAnswer("healthSettings", { dismissed_healthchecks: names });
			return parsed.ok ? parsed.value : parsed.field;
		};
		assert.deepEqual(
			dismissed(
				"ProvisionerDaemons",
				"DERP",
				"Other",
				"constructor",
				"AccessURL",
				"Websocket",
				"Database",
				"WorkspaceProxy",
			),
			["provisionerDaemons", "derp", "accessUrl", "websocket", "database", "workspaceProxy"],
		);
	});
});
