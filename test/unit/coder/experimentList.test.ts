import assert from "node:assert/strict";
import { readExperiments } from "../../../src/core/coder/experimentList.ts";
import { parseJson, type JsonValue } from "../../../src/core/base/json.ts";
import type { BuildInfo, DeploymentConfig } from "../../../src/core/coder/model.ts";
import { needLiveAnswers } from "../../support/liveAnswers.ts";
import { option } from "../configuration/support/options.ts";
import { liveBody, liveBuilds, liveVersions } from "../../support/liveConfigs.ts";

/** Experiments in the recorded servers' configuration that no version has. */
const invented = new Set(["no-such-experiment"]);

const current: BuildInfo = { version: "v2.35.1+8b44bd6", workspaceProxy: false };

const configured = (value: JsonValue): DeploymentConfig => ({
	options: [option({ id: "CODER_EXPERIMENTS", name: "Experiments", value })],
	masked: {},
});

describe("experiments", () => {
	it("of real servers are distinguished from invented ones", function () {
		needLiveAnswers(this);
		for (const version of liveVersions) {
			const enabled = parseJson(liveBody(version, "owner-experiments")) as string[];
			const build: BuildInfo = { version: liveBuilds[version], workspaceProxy: false };
			const { list } = readExperiments(enabled, [], build, undefined);
			const unknown = list.filter(({ state }) => state === "unknown").map(({ name }) => name);
			assert.deepEqual(
				unknown,
				enabled.filter((name) => invented.has(name)),
				version,
			);
			assert.ok(enabled.length > unknown.length);
		}
	});

	it("are enabled, unknown to the server, or safe but off", () => {
		const { list } = readExperiments(
			["oauth2", "shared-ports", "workspace-usage"],
			["minimum-implicit-member", "oauth2"],
			current,
			undefined,
		);
		assert.deepEqual(list, [
			{ name: "oauth2", state: "enabled" },
			{ name: "shared-ports", state: "unknown" },
			{ name: "workspace-usage", state: "enabled" },
			{ name: "minimum-implicit-member", state: "available" },
		]);
	});

	it("are only reported as unknown if the table covers the server's version", () => {
		const [newer, odd] = ["v2.36.0", "odd"].map((version) => ({ ...current, version }));
		for (const build of [newer, undefined, odd]) {
			const { list } = readExperiments(["shared-ports"], [], build, undefined);
			assert.equal(list[0]?.state, "enabled");
		}
	});

	it("are known if the server reports them as safe", () => {
		const { list } = readExperiments(["brand-new"], ["brand-new"], current, undefined);
		assert.deepEqual(list, [{ name: "brand-new", state: "enabled" }]);
	});

	it("are listed once, however often the server names them", () => {
		const { list } = readExperiments(["a", "b", "a"], ["c", "c", "b"], undefined, undefined);
		assert.deepEqual(
			list.map(({ name, state }) => `${name} ${state}`),
			["a enabled", "b enabled", "c available"],
		);
	});

	it("are empty if nothing is enabled and nothing is safe", () => {
		assert.deepEqual(readExperiments([], [], current, undefined), {
			list: [],
			wildcard: undefined,
		});
		assert.deepEqual(readExperiments(undefined, undefined, undefined, undefined).list, []);
	});

	it("take the wildcard from the configuration, the only place that has it", () => {
		const wildcard = (enabled: string[], value: JsonValue) =>
			readExperiments(enabled, [], current, configured(value)).wildcard;
		assert.equal(wildcard([], ["*"]), true);
		assert.equal(wildcard(["oauth2"], ["oauth2", "*"]), true);
		assert.equal(wildcard(["oauth2"], ["oauth2"]), false);
		assert.equal(wildcard([], null), false);
		assert.equal(wildcard([], "*"), false);
		const star = readExperiments(["*", "oauth2"], [], current, undefined);
		assert.equal(star.wildcard, true);
		assert.deepEqual(star.list, [{ name: "oauth2", state: "enabled" }]);
	});
});
