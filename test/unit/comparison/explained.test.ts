import assert from "node:assert/strict";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { explainedByVersion, explainedRows } from "../../../src/core/comparison/explained.ts";
import { hidingOf } from "../../../src/core/comparison/hiding.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { liveBuilds, liveConfig } from "../../support/liveConfigs.ts";
import { configWith } from "../export/support/configs.ts";

const id = "CODER_WORKSPACE_PREBUILDS_RECONCILIATION_INTERVAL";
const interval = (value: number, source: string) =>
	configWith({ env: id, value, value_source: source }).options;

describe("a difference that versions explain", () => {
	it("is a changed default, with its release, in both directions", () => {
		const [change] = compareOptions(interval(15, "default"), interval(60, "default"));
		assert.ok(change);
		const expected = { kind: "default", since: "v2.25" };
		assert.deepEqual(explainedByVersion(change, "v2.24.0", "v2.35.1"), expected);
		assert.deepEqual(explainedByVersion(change, "v2.35.1", "v2.24.0"), expected);
	});

	it("is neither a set value nor any difference between equal or unknown versions", () => {
		const [set] = compareOptions(interval(15, "env"), interval(60, "default"));
		const [change] = compareOptions(interval(15, "default"), interval(60, "default"));
		assert.ok(set && change);
		assert.equal(explainedByVersion(set, "v2.24.0", "v2.35.1"), undefined);
		assert.equal(explainedByVersion(change, "v2.25.0", "v2.35.1"), undefined);
		assert.equal(explainedByVersion(change, "v2.24.0", "v2.24.0"), undefined);
		assert.equal(explainedByVersion(change, "v2.24.0", "v2.99.0"), undefined);
		assert.equal(explainedByVersion(change, undefined, "v2.35.1"), undefined);
		assert.equal(explainedByVersion(change, "v2.23.0", "v2.24.0"), undefined, "it changed later");
	});

	it("isn't a default from the release that added the option", () => {
		const side = (value: string) =>
			configWith({ env: "CODER_AIBRIDGE_ENABLED", value, value_source: "default" }).options;
		const [change] = compareOptions(side("a"), side("b"));
		assert.equal(explainedByVersion(change ?? assert.fail(), "v2.26.0", "v2.27.0"), undefined);
	});

	it("is an option that a release added or removed, in both directions", () => {
		const only = (env: string, more: object = {}) =>
			configWith({ env, value: false, ...more }).options[0] ?? assert.fail();
		const added = { kind: "added", since: "v2.27" };
		const removed = { kind: "removed", since: "v2.25" };
		for (const [env, kind, left, right, expected] of [
			["CODER_AIBRIDGE_ENABLED", "onlyRight", "v2.26.0", "v2.35.1", added],
			["CODER_AIBRIDGE_ENABLED", "onlyLeft", "v2.35.1", "v2.26.0", added],
			["CODER_AIBRIDGE_ENABLED", "onlyRight", "v2.26.0", "v2.27.0", added],
			["CODER_AIBRIDGE_ENABLED", "onlyRight", "v2.27.0", "v2.35.1", undefined],
			["CODER_AIBRIDGE_ENABLED", "onlyRight", "v2.24.0", "v2.26.0", undefined],
			// The wrong side has it.
			["CODER_AIBRIDGE_ENABLED", "onlyLeft", "v2.26.0", "v2.35.1", undefined],
			["CODER_AIBRIDGE_ENABLED", "onlyRight", "v2.35.1", "v2.26.0", undefined],
			["CODER_IN_MEMORY", "onlyLeft", "v2.24.0", "v2.25.0", removed],
			["CODER_IN_MEMORY", "onlyRight", "v2.35.1", "v2.15.0", removed],
			["CODER_IN_MEMORY", "onlyLeft", "v2.23.0", "v2.24.0", undefined],
			["CODER_X", "onlyLeft", "v2.23.0", "v2.24.0", undefined],
			["CODER_IN_MEMORY", "onlyLeft", "v2.24.0", "v2.99.0", undefined],
			["CODER_IN_MEMORY", "onlyLeft", undefined, "v2.25.0", undefined],
			["CODER_IN_MEMORY", "onlyRight", undefined, "v2.24.0", undefined],
			["CODER_IN_MEMORY", "onlyLeft", "v2.24.0", undefined, undefined],
		] as const) {
			const side = kind === "onlyLeft" ? "left" : "right";
			const about = `${env} ${kind} ${String(left)} ${String(right)}`;
			const change = (more?: object) => ({ kind, aliases: [], [side]: only(env, more) });
			assert.deepEqual(explainedByVersion(change(), left, right), expected, about);
			const set = { value: true, value_source: "env" };
			assert.equal(explainedByVersion(change(set), left, right), undefined, about);
		}
	});

	it("is described in words", () => {
		const side = (version: string, ...envs: readonly string[]) => ({
			name: version,
			version,
			options: configWith(...envs.map((env) => ({ env, value: false }))).options,
		});
		const rows = explainedRows(
			side("v2.24.0", "CODER_IN_MEMORY"),
			side("v2.35.1", "CODER_AIBRIDGE_ENABLED"),
		);
		assert.deepEqual(rows.map(({ explained }) => explained).toSorted(), [
			"Available since v2.27",
			"Removed in v2.25",
		]);
	});

	it("is reported with the rows", () => {
		const side = (version: string, value: number) => ({
			name: version,
			version,
			options: interval(value, "default"),
		});
		const [row] = explainedRows(side("v2.24.0", 15), side("v2.25.0", 60));
		assert.equal(row?.explained, "Default since v2.25");
	});

	it("comes before differences in deprecated options", () => {
		const old = "Deprecated and ignored.";
		const options = [
			{ env: "CODER_VERBOSE", description: old },
			{ env: "CODER_ACCESS_URL", description: "" },
			{ env: "CODER_ADDRESS", description: old },
		];
		const side = (name: string) => ({
			name,
			options: configWith(
				...options.map((option) => ({ ...option, value: name, value_source: "env" })),
			).options,
		});
		const rows = explainedRows(side("a"), side("b"));
		assert.deepEqual(
			rows.map(({ env, deprecated }) => [env, deprecated]),
			[
				["CODER_ACCESS_URL", false],
				["CODER_VERBOSE", true],
				["CODER_ADDRESS", true],
			],
		);
	});

	it("is hidden with version differences, unlike a set value", () => {
		const side = (version: string, value: number, source: string) => ({
			name: version,
			version,
			options: interval(value, source),
		});
		const hidden = (from: string, to: string, source: string) =>
			explainedRows(side(from, 15, source), side(to, 60, "default")).map(hidingOf);
		assert.deepEqual(hidden("v2.24.0", "v2.25.0", "default"), ["versions"]);
		assert.deepEqual(hidden("v2.25.0", "v2.25.1", "default"), ["defaults"]);
		assert.deepEqual(hidden("v2.24.0", "v2.25.0", "env"), [undefined]);
	});

	it("can be hidden if a compared file doesn't set the option, on whichever side the file is", () => {
		const place = { uri: "file:///values.yaml", from: 0, to: 1 };
		const set = configWith(
			{ env: "CODER_IN_FILE", value: "a", value_source: "env" },
			{ env: "CODER_ONLY_DEPLOYED", value: "", value_source: "" },
		).options;
		const deployed = configWith(
			{ env: "CODER_IN_FILE", value: "b", value_source: "env" },
			{ env: "CODER_ONLY_DEPLOYED", value: "c", value_source: "env" },
		).options;
		const file = { name: "file", options: set, places: new Map([["CODER_IN_FILE", place]]) };
		const deployment = { name: "deployment", options: deployed };
		const hidden = (rows: ReturnType<typeof explainedRows>) =>
			rows.map((row) => [row.id, hidingOf(row)]);
		const expected = [
			["CODER_IN_FILE", undefined],
			["CODER_ONLY_DEPLOYED", "notInFiles"],
		];
		assert.deepEqual(hidden(explainedRows(file, deployment)), expected);
		assert.deepEqual(hidden(explainedRows(deployment, file)), expected);
	});

	it("is the only kind between two unconfigured servers, except for their hosts", function () {
		needFixtures(this);
		const changes = compareOptions(
			liveConfig("v2.15.0", "defaults").options,
			liveConfig("v2.35.1", "defaults").options,
		);
		assert.ok(changes.length > 100);
		const left = changes.filter(
			(change) => !explainedByVersion(change, liveBuilds["v2.15.0"], liveBuilds["v2.35.1"]),
		);
		// The home folder of the user who ran the server, and the flags it was started with.
		assert.deepEqual(left.map((change) => (change.right ?? change.left)?.id).sort(), [
			"CODER_CACHE_DIRECTORY",
			"CODER_TELEMETRY",
		]);
	});
});
