import { findingsOf } from "../../../src/core/findings/findingsOf.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import { turns, type Bench } from "../bench.ts";
import { connect, timeOf } from "../connect.ts";
import { figure, type Figure } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { extraFor, options } from "../options.ts";

const facts = { name: "Sample", url: "https://coder.example" };
const choices = { options: "all", deprecated: "keep" } as const;

/** Measures the processing of many options, compared with parsing the same response as JSON. */
export async function work(bench: Bench): Promise<readonly Figure[]> {
	const count = options.many;
	const { body, snapshot } = await load(extraFor(count));
	const { value: config } = snapshot.deploymentConfig;
	if (!config) throw new Error("The sample sent no configuration.");
	const changed = config.options.map((option, index) =>
		index % 3 === 0 ? { ...option, value: `other ${index}` } : option,
	);
	const values = await interleave(
		{
			parse: () => timeOf(() => JSON.parse(body)),
			export: () => timeOf(() => exportText(config, "yaml", facts, choices)),
			compare: () => timeOf(() => compareOptions(config.options, changed)),
			findings: () => timeOf(() => findingsOf(snapshot)),
		},
		turns(bench, 21),
	);
	const line = (name: string, ours: readonly number[]): Figure =>
		figure(
			{
				name: `${name} of ${count} options`,
				how: "in Node",
				unit: "ms",
				goal: { kind: "times", most: 10 },
				against: "`JSON.parse` of the same answer",
			},
			{ ours, base: values.parse },
		);
	return [
		line("YAML export", values.export),
		line("comparison", values.compare),
		line("findings", values.findings),
	];
}

async function load(extraOptions: number): Promise<{ body: string; snapshot: Snapshot }> {
	const sample = await startSampleDeployment({ extraOptions });
	try {
		const { store } = connect(sample);
		await store.refresh();
		const response = await fetch(`${sample.url}/api/v2/deployment/config`, {
			headers: { "Coder-Session-Token": sample.tokens.owner },
		});
		const body = await response.text();
		return { body, snapshot: store.snapshot };
	} finally {
		await sample.close();
	}
}
