import assert from "node:assert/strict";
import type { JsonObject } from "../../sample-deployment/json.ts";
import { ask } from "../../sample-deployment/request.ts";
import {
	startSampleDeployment,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../../sample-deployment/server.ts";
import { goJsonTime, goTime } from "../../sample-deployment/stats/goTime.ts";

const start = Date.UTC(2026, 7, 7, 10, 0, 0);

describe("sample deployment: statistics", () => {
	let now = start;
	let deployment: SampleDeployment | undefined;
	const run = async (options: SampleDeploymentOptions = {}) => {
		now = start;
		await deployment?.close();
		deployment = await startSampleDeployment({ clock: () => now, ...options });
	};
	const reply = () =>
		ask(`${deployment!.url}/api/v2/deployment/stats`, { token: deployment!.tokens.auditor });
	const stats = async () => (await reply()).json() as JsonObject;
	const time = async (field: string) => (await stats())[field] as string;

	afterEach(async () => {
		await deployment?.close();
		deployment = undefined;
	});

	it("repeats numbers for equal seeds, and changes them with each aggregation", async () => {
		await run();
		const first = await stats();
		now += 29_999;
		assert.deepEqual(await stats(), first);
		now += 1;
		const second = await stats();
		assert.notDeepEqual(second["workspaces"], first["workspaces"]);
		await run();
		assert.deepEqual(await stats(), first);
		await run({ seed: 2 });
		assert.notDeepEqual((await stats())["workspaces"], first["workspaces"]);
	});

	it("reports when it was collected and when it changes", async () => {
		await run({ statsIntervalMs: 5000 });
		now += 12_345;
		const { aggregated_from, collected_at, next_update_at } = await stats();
		assert.equal(collected_at, "2026-08-07T10:00:10.000483Z");
		assert.equal(next_update_at, "2026-08-07T10:00:15.000484Z");
		assert.equal(aggregated_from, "2026-08-07T09:45:10.000483733Z");
	});

	it("uses local time since v2.21, and UTC before", async () => {
		await run({ utcOffsetMinutes: 120 });
		assert.match(await time("collected_at"), /^2026-08-07T12:00:00\.000209\+02:00$/);
		deployment!.upgrade("old");
		assert.match(await time("collected_at"), /^2026-08-07T10:00:00\.000209Z$/);
		assert.match(await time("aggregated_from"), /^2026-08-07T09:45:00\.000209Z$/);
	});

	it("can be idle, still processing, or contain unknown values", async () => {
		await run({ statsState: "idle" });
		const idle = (await stats())["workspaces"] as JsonObject;
		assert.deepEqual(idle["connection_latency_ms"], { P50: -1, P95: -1 });
		deployment!.setStats({ state: "processing" });
		assert.equal((await reply()).status, 400);
		assert.deepEqual(await stats(), { message: "Deployment stats are still processing!" });
		deployment!.setStats({
			state: "normal",
			body: { session_counts: { vscode: 3, cursor: 2 }, workspaces: { running: 7 } },
		});
		const more = await stats();
		assert.deepEqual(more["session_counts"], { vscode: 3, cursor: 2 });
		assert.equal((more["workspaces"] as JsonObject)["running"], 7);
		assert.equal(typeof (more["workspaces"] as JsonObject)["stopped"], "number");
	});

	it("formats times like Go", () => {
		assert.equal(goJsonTime(start, 0, 0), "2026-08-07T10:00:00Z");
		assert.equal(goJsonTime(start + 250, 0, -90), "2026-08-07T08:30:00.25-01:30");
		assert.equal(goTime(start + 120), "2026-08-07 10:00:00.12 +0000 UTC");
		assert.equal(goTime(start), "2026-08-07 10:00:00 +0000 UTC");
	});
});
