import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { turns, type Bench } from "../bench.ts";
import { connect, timeOf } from "../connect.ts";
import { figure, type Figure } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { startRemoteSample, type RemoteSample } from "../sample/remoteSample.ts";

const latencies = [20, 100, 300];

/** Measures the time from signing in until all sections have their data. */
export async function firstData(bench: Bench): Promise<readonly Figure[]> {
	const sample = await startRemoteSample();
	try {
		const figures: Figure[] = [];
		for (const latency of latencies) figures.push(...(await atLatency(bench, sample, latency)));
		return figures;
	} finally {
		await sample.close();
	}
}

async function atLatency(
	bench: Bench,
	sample: RemoteSample,
	latency: number,
): Promise<readonly Figure[]> {
	await sample.call("setFault", "all", { kind: "slow", delayMs: latency });
	const mostRequests: number[] = [];
	const values = await interleave(
		{ base: () => slowestAlone(sample), ours: () => everything(sample, mostRequests) },
		turns(bench, 9),
	);
	const name = `first full data after sign-in, ${latency} ms latency`;
	return [
		figure(
			{
				name,
				how: "all endpoints, over real sockets, from a deployment in another process",
				unit: "ms",
				goal: { kind: "times", most: 1.2 },
				against: "the slowest endpoint alone",
			},
			values,
		),
		figure(
			{
				name: `${name}: requests of one endpoint`,
				how: "the maximum of all endpoints, as counted by the server",
				unit: "count",
				goal: { kind: "most", most: 1 },
			},
			{ ours: mostRequests },
		),
	];
}

/** Returns the time of the slowest endpoint without concurrent requests: requests one endpoint after the other. */
async function slowestAlone(sample: RemoteSample): Promise<number> {
	const { client } = connect(sample);
	const times: number[] = [];
	for (const id of endpointIds) times.push(await timeOf(() => client.get(id)));
	return Math.max(...times);
}

async function everything(sample: RemoteSample, mostRequests: number[]): Promise<number> {
	await sample.call("resetRequests");
	const { store } = connect(sample);
	const time = await timeOf(() => store.refresh());
	const late = endpointIds.find((id) => stateOf(store.snapshot[id]) !== "ready");
	if (late !== undefined) throw new Error(`${late} is ${stateOf(store.snapshot[late])}`);
	store.dispose();
	const paths = (await sample.call("requests")).map(({ path }) => path);
	mostRequests.push(
		Math.max(...paths.map((path) => paths.filter((other) => other === path).length)),
	);
	return time;
}
