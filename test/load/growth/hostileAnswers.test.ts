import assert from "node:assert/strict";
import { ExcessError } from "../../../src/core/base/bounds.ts";
import { formatJson, parseJson, type JsonValue } from "../../../src/core/base/json.ts";
import type { DeploymentConfig, EndpointId } from "../../../src/core/coder/model.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { defaultOptions } from "../../../src/core/comparison/defaults.ts";
import { comparisonMarkdown } from "../../../src/core/comparison/comparisonMarkdown.ts";
import { configView } from "../../../src/core/configuration/configView.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import { exportFormats } from "../../../src/core/export/choices.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { findingsReport } from "../../../src/core/findings/report.ts";
import { readSnapshotText, snapshotText } from "../../../src/core/history/snapshotText.ts";
import { changesBetween } from "../../../src/core/history/eventBetween.ts";
import { optionHover } from "../../../src/core/options/optionHover.ts";
import { changedRows } from "../../../src/core/overview/diff.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import { allAttention } from "../../support/attention.ts";
import { statusBarView } from "../../../src/core/overview/statusBarView.ts";
import { deploymentSummary } from "../../../src/core/overview/summary.ts";
import { saved, recorded, recordedAt } from "../../support/recorded.ts";
import { hostileOptions, many } from "./hostileConfig.ts";

/** The maximum time for one step, in ms of processor time, on a busy machine; a second on an idle one. */
const longestMs = 2_000;

const spaces = " ".repeat(400_000);
const facts = { name: "Larkspur", url: "https://coder.larkspur.example" };

/** Bodies as text, by endpoint. */
const bodies: readonly (readonly [what: string, id: EndpointId, text: () => string])[] = [
	[
		"400,000 spaces behind a version",
		"buildInfo",
		() => JSON.stringify({ version: `v2.35.1${spaces}` }),
	],
	[
		"400,000 spaces in a message",
		"buildInfo",
		() => JSON.stringify({ version: "v2.35.1", upgrade_message: `a${spaces}b` }),
	],
	["400,000 spaces in an experiment", "experiments", () => JSON.stringify([`a${spaces}b`, spaces])],
	["60,000 experiments", "experiments", () => JSON.stringify(many(60_000, String))],
	["20,000 experiments", "experiments", () => JSON.stringify(many(20_000, String))],
	[
		"60,000 equal keys",
		"deploymentStats",
		() => `{"workspaces":{${many(60_000, () => '"a":1').join()}}}`,
	],
	[
		"20,000 numbers",
		"deploymentStats",
		() => `{"workspaces":{${many(20_000, (index) => `"n${String(index)}":1`).join()}}}`,
	],
	["4 million digits", "tokenConfig", () => `{"max_token_lifetime":${"9".repeat(4_000_000)}}`],
	[
		"4 million digits of a fraction",
		"tokenConfig",
		() => `{"max_token_lifetime":0.${"9".repeat(4_000_000)}}`,
	],
	[
		"20,000 SSH options",
		"deploymentSsh",
		() => `{"ssh_config_options":{${many(20_000, (index) => `"n${String(index)}":"x"`).join()}}}`,
	],
	...[65, 2_000, 3_500, 9_000, 100_000].map(
		(depth) =>
			[
				`a value ${String(depth)} lists deep`,
				"deploymentConfig",
				() =>
					`{"options":[{"name":"a","env":"A","value":${"[".repeat(depth)}${"]".repeat(depth)}}]}`,
			] as const,
	),
	[
		"a group 60 groups deep",
		"deploymentConfig",
		() =>
			`{"options":[{"name":"a","env":"A","group":${'{"name":"g","parent":'.repeat(60)}null${"}".repeat(60)}}]}`,
	],
	[
		"400,000 spaces in every text of an option",
		"deploymentConfig",
		() =>
			JSON.stringify({
				options: [
					{
						name: `n${spaces}n`,
						env: `E${spaces}E`,
						flag: `f${spaces}f`,
						description: `d${spaces}\n${spaces}d`,
						value: `v${spaces}v`,
						default: `x${spaces}x`,
						group: { name: `g${spaces}g` },
					},
				],
			}),
	],
	[
		"400,000 line breaks in a value",
		"deploymentConfig",
		() =>
			JSON.stringify({
				options: [{ env: "A", value: "\n".repeat(400_000), default: "\n".repeat(400_000) }],
			}),
	],
	[
		"400,000 colons in an address",
		"deploymentConfig",
		() =>
			JSON.stringify({
				options: [
					{ env: "CODER_PPROF_ENABLE", value: true },
					{ env: "CODER_PPROF_ADDRESS", value: `${":".repeat(400_000)}x:1` },
					{ env: "CODER_SSH_CONFIG_OPTIONS", value: [`a${spaces}\nb`] },
				],
			}),
	],
	[
		"400,000 digits in a default",
		"deploymentConfig",
		() =>
			JSON.stringify({
				options: [
					{ env: "A", value: 1, default: "9".repeat(400_000) },
					{
						env: "B",
						value: 1,
						default: "1s".repeat(200_000),
						annotations: { format_duration: "true" },
					},
				],
			}),
	],
	[
		"2.9 MB of options",
		"deploymentConfig",
		() =>
			JSON.stringify({
				options: many(5_000, (index) => ({
					name: `Option ${String(index)}`,
					env: `CODER_O_${String(index)}`,
					flag: `o-${String(index)}`,
					yaml: `o${String(index)}`,
					description: "x".repeat(400),
					value: `v${String(index)}`,
					default: "v",
					value_source: "env",
					group: { name: "G", yaml: "g", parent: { name: "H", yaml: "h" } },
					use_instead: [{ env: "CODER_O_0", name: "Option 0" }],
				})),
			}),
	],
	[
		"2.7 MB of secrets",
		"deploymentConfig",
		() =>
			JSON.stringify({
				options: many(2_500, (index) => ({
					env: `CODER_S_${String(index)}`,
					annotations: { secret: "true" },
					value: `secret${String(index)}`.padEnd(500, "s"),
					description: "s".repeat(500),
				})),
			}),
	],
	...Object.entries(hostileOptions).map(
		([what, options]) =>
			[what, "deploymentConfig", () => JSON.stringify({ options: options(4_000) })] as const,
	),
];

/** Runs a step, and asserts that it didn't block the extension host for long. */
function step<T>(what: string, run: () => T): T {
	const before = process.cpuUsage();
	const result = run();
	const { user, system } = process.cpuUsage(before);
	const ms = (user + system) / 1000;
	assert.ok(ms < longestMs, `${what} took ${ms.toFixed()} ms`);
	return result;
}

function read(
	id: EndpointId,
	text: string,
): ReturnType<typeof parseAnswer<EndpointId>> | undefined {
	let body: JsonValue;
	try {
		body = step("parsing", () => parseJson(text));
	} catch (error) {
		assert.ok(error instanceof ExcessError, String(error));
		return undefined;
	}
	return step("reading", () => parseAnswer(id, body));
}

function useConfig(config: DeploymentConfig, snapshot: Snapshot): void {
	const findings = step("findings", () => findingsOf(snapshot));
	step("report", () =>
		findingsReport(
			{ deployment: saved, version: undefined, at: recordedAt },
			{ shown: findings, muted: [] },
		),
	);
	step("panel", () => JSON.stringify(configView(config, findings)));
	for (const format of exportFormats) {
		for (const deprecated of ["keep", "replace"] as const)
			step(`export as ${format}`, () =>
				exportText(config, format, facts, { options: "all", deprecated }),
			);
	}
	step("JSON", () => formatJson(config.masked));
	step("hover", () => config.options.slice(0, 10).map(optionHover));
	const rows = step("comparison", () =>
		changeRows(compareOptions(config.options, defaultOptions(config.options))),
	);
	step("its Markdown", () => comparisonMarkdown({ name: "a" }, { name: "b" }, rows));
	const kept = step("snapshot", () =>
		snapshotText({ takenAt: 1, state: { config }, readAt: { config: 1 } }),
	);
	const again = step("reading the snapshot", () => readSnapshotText(kept));
	assert.equal(again.kind, "snapshot");
	step("history", () => changesBetween({ config }, { config: { ...config, options: [] } }));
}

describe("a malicious answer", function () {
	this.timeout(120_000);
	let empty: Deployment;
	before(async () => {
		empty = await recorded({});
	});

	for (const [what, id, text] of bodies) {
		it(`is parsed, rejected, shown, saved, and restored quickly: ${what}`, () => {
			const parsed = read(id, text());
			if (!parsed) return;
			if (!parsed.ok) {
				assert.ok(parsed.excess, `refused at ${parsed.field}`);
				return;
			}
			const slot = { value: parsed.value, at: recordedAt, failures: 0, loading: false };
			const snapshot = { ...empty.snapshot, [id]: slot } as Snapshot;
			const deployment: Deployment = { ...empty, saved, snapshot, server: empty.server };
			const nodes = step("tree", () => outline([deployment], deployment, recordedAt));
			step("what changed in the tree", () => changedRows(nodes, structuredClone(nodes)));
			step("status bar", () =>
				statusBarView(deployment, { several: true, attention: allAttention() }),
			);
			step("summary", () => deploymentSummary(deployment));
			if (id === "deploymentConfig") useConfig(parsed.value as DeploymentConfig, snapshot);
		});
	}
});
