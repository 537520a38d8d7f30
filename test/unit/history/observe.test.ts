import assert from "node:assert/strict";
import { isSettling, observe } from "../../../src/core/history/observe.ts";
import { initialServerState } from "../../../src/core/deployments/server.ts";
import { nextEntry } from "../../../src/core/history/state.ts";
import { textOption } from "../comparison/options.ts";
import { failureOf, recorded, recordedAt } from "../../support/recorded.ts";

const answers = {
	buildInfo: { body: { version: "v2.35.1" } },
	experiments: { body: ["oauth2"] },
	deploymentConfig: { body: { options: [textOption("CODER_A", "x")] } },
};

describe("observed deployment data", () => {
	it("is what its endpoints answered, and when", async () => {
		const { state, readAt } = observe((await recorded(answers)).snapshot);
		assert.equal(state.version, "v2.35.1");
		assert.deepEqual(state.experiments, ["oauth2"]);
		assert.equal(state.config?.options.length, 1);
		assert.deepEqual(readAt, {
			version: recordedAt,
			experiments: recordedAt,
			config: recordedAt,
		});
	});

	it("keeps what was read before the server became unreachable", async () => {
		const gone = { buildInfo: { failure: failureOf("refused") } };
		const { state } = observe((await recorded(answers, gone)).snapshot);
		assert.equal(state.version, "v2.35.1");
	});

	it("leaves out what can no longer be read, which isn't a change", async () => {
		const before = nextEntry(undefined, observe((await recorded(answers)).snapshot));
		const refused = { deploymentConfig: { failure: failureOf("forbidden") } };
		const after = observe((await recorded(answers, refused)).snapshot);
		assert.equal(after.state.config, undefined);
		assert.ok(before);
		assert.equal(nextEntry(before, after), undefined);
	});

	it("leaves out answers of another version, and is empty while the build is that of another", async () => {
		const { snapshot } = await recorded(answers);
		const server = (version: string) => ({
			...initialServerState,
			versions: [{ version, firstAt: recordedAt, lastAt: recordedAt }],
		});
		const { experiments, buildInfo } = snapshot;
		const other = { ...snapshot, experiments: { ...experiments, servedBy: "v2.36.0" } };
		assert.deepEqual(Object.keys(observe(other, server("v2.35.1")).state), ["version", "config"]);
		assert.deepEqual(observe(other), observe(snapshot), "the version isn't known");
		const old = { ...snapshot, buildInfo: { ...buildInfo, servedBy: "v2.35.1" } };
		assert.deepEqual(observe(old, server("v2.36.0")), { state: {}, readAt: {} });
		assert.deepEqual(observe(old, server("v2.35.1")), observe(snapshot));
	});

	it("leaves out an answer whose time isn't known", async () => {
		const { snapshot } = await recorded(answers);
		const { at: _at, ...experiments } = snapshot.experiments;
		const { state, readAt } = observe({ ...snapshot, experiments });
		for (const part of [state, readAt]) assert.deepEqual(Object.keys(part), ["version", "config"]);
	});

	it("is empty before the first answer", async () => {
		const refused = { buildInfo: { failure: failureOf("refused") } };
		assert.deepEqual(observe((await recorded(refused)).snapshot), { state: {}, readAt: {} });
	});

	it("waits for running requests", async () => {
		const { snapshot } = await recorded(answers);
		assert.equal(isSettling(snapshot), false);
		const loading = { ...snapshot, experiments: { ...snapshot.experiments, loading: true } };
		assert.equal(isSettling(loading), true);
		const other = { ...snapshot, deploymentStats: { loading: true, failures: 0 } };
		assert.equal(isSettling(other), false);
	});
});
