import assert from "node:assert/strict";
import type {
	HealthPart,
	HealthPartId,
	HealthReport,
	HealthSeverity,
	WorkspaceProxy,
} from "../../../src/core/coder/healthModel.ts";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { healthLines, healthTroubles } from "../../../src/core/health/health.ts";
import { healthAttention } from "../../../src/core/health/healthAttention.ts";
import { failureOf, recorded, recordedAt, type Recording } from "../../support/recorded.ts";

const part = (severity: HealthSeverity, more: Partial<HealthPart> = {}): HealthPart => ({
	severity,
	dismissed: false,
	messages: [],
	...more,
});
const proxy = (healthy: boolean): WorkspaceProxy => ({ id: "p", name: "p", healthy, problems: [] });

function lines(
	parts: HealthReport["parts"],
	more: Partial<HealthReport> = {},
	settings?: readonly HealthPartId[],
) {
	const report = { severity: "ok", parts, strangerAnswered: false, proxies: [], ...more } as const;
	return healthLines(report, settings);
}
const ids = (...args: Parameters<typeof lines>): string[] => lines(...args).map(({ id }) => id);

describe("the parts of a health report", () => {
	it("are those that the server checks, worst first", () => {
		assert.deepEqual(lines({}), []);
		assert.deepEqual(
			ids({
				accessUrl: part("ok"),
				database: part("unknown"),
				websocket: part("warning"),
				derp: part("error"),
				workspaceProxy: part("error"),
			}),
			["derp", "workspaceProxy", "websocket", "database", "accessUrl"],
		);
	});

	it("end with those that were dismissed, in the report or in the settings", () => {
		const parts = {
			accessUrl: part("ok"),
			database: part("error", { dismissed: true }),
			derp: part("warning"),
		};
		assert.deepEqual(ids(parts), ["derp", "accessUrl", "database"]);
		assert.deepEqual(ids(parts, {}, ["derp"]), ["accessUrl", "database", "derp"]);
		const dismissed = lines(parts, {}, ["derp"]).map((line) => line.dismissed);
		assert.deepEqual(dismissed, [false, true, true]);
		assert.ok(lines({ derp: part("ok") }).every((line) => !line.dismissed));
	});

	it("have an error if something else answers at the access URL", () => {
		const [line] = lines({ accessUrl: part("ok") }, { strangerAnswered: true });
		assert.equal(line?.severity, "error");
		assert.equal(line.fact, "strangerAnswered");
		const others = { database: part("ok"), accessUrl: part("warning") };
		assert.deepEqual(
			lines(others, { strangerAnswered: true }).map(({ fact }) => fact),
			["strangerAnswered", undefined],
		);
		assert.equal(lines({ accessUrl: part("ok") })[0]?.fact, undefined);
	});

	it("have an error only if all workspace proxies are down", () => {
		const proxies = (...healthy: readonly boolean[]) => {
			const [line] = lines({ workspaceProxy: part("warning") }, { proxies: healthy.map(proxy) });
			return [line?.severity, line?.fact];
		};
		assert.deepEqual(proxies(false, false), ["error", "allProxiesDown"]);
		assert.deepEqual(proxies(false, true), ["warning", undefined]);
		assert.deepEqual(proxies(), ["warning", undefined]);
		const [database] = lines({ database: part("warning") }, { proxies: [proxy(false)] });
		assert.equal(database?.fact, undefined);
	});

	it("follow the access URL if they fail only because of it, and come after other errors", () => {
		const failing = {
			accessUrl: part("error"),
			websocket: part("error"),
			derp: part("error", { messages: [{ text: "no answer" }] }),
			database: part("error"),
			workspaceProxy: part("error"),
		};
		const follow = (...args: Parameters<typeof lines>): string[] =>
			lines(...args)
				.filter(({ follows }) => follows)
				.map(({ id }) => id);
		assert.deepEqual(follow(failing), ["websocket", "derp"]);
		assert.deepEqual(ids(failing).slice(-2), ["websocket", "derp"]);
		const stranger = { ...failing, accessUrl: part("ok") };
		assert.deepEqual(follow(stranger, { strangerAnswered: true }), ["websocket", "derp"]);
		assert.deepEqual(follow(stranger), []);
		assert.deepEqual(follow({ websocket: part("error") }), []);
		assert.deepEqual(follow({ ...failing, websocket: part("warning") }), ["derp"]);
		const messages = [{ text: "no answer" }, { code: "ESTUN01", text: "none" }];
		assert.deepEqual(follow({ ...failing, derp: part("error", { messages }) }), ["websocket"]);
	});
});

describe("health problems that require attention", () => {
	const report = (parts: Record<string, JsonValue>): JsonValue => ({ severity: "ok", ...parts });
	const broken = (severity: string, ...warnings: readonly JsonValue[]): JsonValue => ({
		severity,
		warnings: [...warnings],
	});
	/** The health report is only requested with this permission and at the deployment's own access URL. */
	const allowed: Recording = {
		buildInfo: { body: { version: "v2.35.1", dashboard_url: "https://coder.larkspur.example" } },
		permissions: { body: { health: true } },
	};
	const deployment = (parts: Record<string, JsonValue>, more: Recording = {}) =>
		recorded({ ...allowed, health: { body: report(parts) }, ...more });
	const need = async (...args: Parameters<typeof deployment>) =>
		healthAttention(await deployment(...args), recordedAt);

	it("don't exist without a report, or after access to it was lost", async () => {
		const without = await recorded({ health: { failure: failureOf("forbidden") } });
		assert.deepEqual(healthTroubles(without.snapshot), []);
		assert.deepEqual(healthAttention(without, recordedAt), {});
		const lost = await recorded(
			{ ...allowed, health: { body: report({ database: broken("error") }) } },
			{ health: { failure: failureOf("forbidden") } },
		);
		assert.deepEqual(healthTroubles(lost.snapshot), []);
	});

	it("are errors and warnings, without those that were dismissed or follow another", async () => {
		const { snapshot } = await deployment(
			{
				access_url: broken("error"),
				websocket: broken("error"),
				database: broken("warning"),
				derp: broken("new word"),
				provisioner_daemons: broken("error"),
			},
			{ healthSettings: { body: { dismissed_healthchecks: ["ProvisionerDaemons"] } } },
		);
		assert.deepEqual(
			healthTroubles(snapshot).map(({ id }) => id),
			["accessUrl", "database"],
		);
	});

	it("are counted, with the worst one in detail", async () => {
		const slow = { code: "EDB02", message: "40 ms" };
		const one = await need({ database: broken("warning", slow), derp: broken("ok") });
		assert.deepEqual(one.need, {
			section: "health",
			count: 1,
			words: "1 health warning",
			detail: "The database is slow",
			severe: false,
		});
		assert.deepEqual(one.facts, ["Database: The database is slow"]);
		const text = "x".repeat(200);
		const two = await need({
			database: broken("warning", slow),
			derp: broken("error", { message: text }),
		});
		assert.equal(two.need?.count, 2);
		assert.equal(two.need.words, "1 health error");
		assert.equal(two.need.severe, true);
		assert.match(two.need.detail ?? "", /^DERP: x{10,}…?x*, and 1 more$/);
		assert.ok((two.need.detail ?? "").length < 80);
		assert.equal(two.facts?.length, 2);
	});

	it("aren't facts while the deployment is unreachable", async () => {
		const unreachable = { failure: failureOf("timeout") };
		const lost = await recorded(
			{ ...allowed, health: { body: report({ database: broken("warning") }) } },
			{ buildInfo: unreachable, permissions: unreachable },
		);
		const { facts, need: still } = healthAttention(lost, recordedAt);
		assert.equal(still?.count, 1);
		assert.deepEqual(facts, []);
	});
});
