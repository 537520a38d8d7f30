import { clocksAgree } from "../../core/deployments/server.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { sampleOf } from "../../core/statistics/sample.ts";
import { seatsOf } from "../../core/license/seats.ts";
import type { Samples } from "../../core/statistics/samples.ts";
import { settings } from "../app/settings.ts";

/** Stores a sample of each collection of statistics that this window receives. */
export class StatsRecorder {
	readonly #samples: Samples;
	/** The value that was recorded last, to detect that nothing has changed. */
	readonly #recorded = new WeakMap<Deployment, unknown>();

	constructor(samples: Samples) {
		this.#samples = samples;
	}

	/** Records the current statistics of a deployment, unless they were already recorded. */
	look(deployment: Deployment): void {
		const { value, at } = deployment.snapshot.deploymentStats;
		if (value === undefined || at === undefined || this.#recorded.get(deployment) === value) return;
		this.#recorded.set(deployment, value);
		const clockIsRight = clocksAgree(deployment.server, Date.now());
		const { key } = deployment.saved;
		void this.#samples.record(
			key,
			sampleOf(value, at, seatsOf(deployment.snapshot.entitlements.value)),
			settings.statisticsKept(),
			clockIsRight,
		);
	}
}
