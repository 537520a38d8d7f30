import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { Refresher, type Clock } from "../../../src/core/deployments/refresher.ts";
import type { Watched } from "../../../src/core/deployments/watchers.ts";
import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import { fakeClock } from "../../../test/support/fakeClock.ts";
import { connect } from "../connect.ts";
import { figure, type Figure } from "../figure.ts";

const hourMs = 3_600_000;

/** Simulates an hour without visible surfaces after everything was shown, and counts requests and timers. */
export async function idle(): Promise<readonly Figure[]> {
	const sample = await startSampleDeployment();
	const { store } = connect(sample);
	const clock = fakeClock(Date.now());
	let fired = 0;
	const counting: Clock = {
		now: () => clock.now(),
		after: (ms, run) =>
			clock.after(ms, () => {
				fired++;
				run();
			}),
	};
	let watched: Watched = [{ deployment: store, ids: endpointIds }];
	const refresher = new Refresher(() => watched, counting);
	store.onDidChange(() => {
		refresher.wake();
	});
	try {
		refresher.wake();
		await store.refresh();
		watched = [];
		refresher.wake();
		sample.resetRequests();
		fired = 0;
		clock.advance(hourMs);
		// Requests would have started by now. The server needs a turn of the event loop to see them.
		await new Promise((resolve) => setTimeout(resolve, 50));
		const line = (name: string, value: number): Figure =>
			figure(
				{
					name: `an hour with nothing visible: ${name}`,
					how: "with a simulated clock, and everything else real",
					unit: "count",
					goal: { kind: "most", most: 0 },
				},
				{ ours: [value] },
			);
		return [line("requests", sample.requests().length), line("timers that fire", fired)];
	} finally {
		refresher.dispose();
		store.dispose();
		await sample.close();
	}
}
