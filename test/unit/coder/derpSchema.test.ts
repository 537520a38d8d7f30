import assert from "node:assert/strict";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { derpCauses } from "../../../src/core/coder/derpSchema.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

/** Returns why relays are unhealthy, by the regions of a health report. */
function causes(regions: JsonValue): readonly string[] {
	const parsed = parseAnswer("health", { derp: { regions } });
	assert.ok(parsed.ok);
	return parsed.value.parts.derp?.messages.map(({ text }) => text) ?? [];
}

const ofNode = (report: JsonValue) => causes({ 1: { node_reports: [report] } });

describe("causes of unhealthy relays", () => {
	it("come from unhealthy nodes only", () => {
		const stun = { Error: "no response" };
		for (const report of [
			{ severity: "error", healthy: true, stun },
			{ severity: "warning", stun },
			{ healthy: false, stun },
			{ severity: null, healthy: false, stun },
			{ severity: 7, healthy: false, stun },
		]) {
			assert.deepEqual(ofNode(report), ["no response"], JSON.stringify(report));
		}
		for (const report of [
			{ severity: "ok", healthy: false, stun },
			{ severity: null, healthy: true, stun },
			{ healthy: true, stun },
			{ stun },
		]) {
			assert.deepEqual(ofNode(report), [], JSON.stringify(report));
		}
	});

	it("are STUN's error, or the last one of the relay", () => {
		const tries = [["first", "second"], null, ["third", ""], []];
		const severity = "error";
		assert.deepEqual(ofNode({ severity, client_errs: tries }), ["third"]);
		assert.deepEqual(ofNode({ severity, stun: { Error: "" }, client_errs: tries }), ["third"]);
		assert.deepEqual(ofNode({ severity, stun: { Error: "no" }, client_errs: tries }), ["no"]);
		assert.deepEqual(ofNode({ severity, stun: { Error: null }, client_errs: null }), []);
		assert.deepEqual(ofNode({ severity }), []);
	});

	it("begin with the region's name, or with the node's", () => {
		const report = { severity: "error", node: { Name: "1a" }, stun: { Error: "no response" } };
		const bare = { severity: "error", stun: { Error: "no answer" } };
		assert.deepEqual(
			causes({
				1: { region: { RegionName: "Oslo" }, node_reports: [report, bare] },
				2: { region: { RegionName: "" }, node_reports: [report, bare] },
				3: { region: null, node_reports: null },
				4: {},
			}),
			["Oslo: no response", "Oslo: no answer", "1a: no response", "no answer"],
		);
	});

	it("contain no credentials", () => {
		const stun = { Error: "GET https://mira:made-up@relay.example failed" };
		assert.deepEqual(ofNode({ severity: "error", stun }), [
			"GET https://mira:********@relay.example failed",
		]);
	});

	it("are those of the first hundred nodes", () => {
		const good = { severity: "ok" };
		const bad = { severity: "error", stun: { Error: "no response" } };
		const nodes = (count: number) => [...Array<typeof good>(count).fill(good), bad];
		assert.deepEqual(derpCauses({ 1: { node_reports: nodes(99) } }), [{ text: "no response" }]);
		assert.deepEqual(derpCauses({ 1: { node_reports: nodes(100) } }), []);
	});
});
