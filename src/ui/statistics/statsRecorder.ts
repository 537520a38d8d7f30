import { clocksAgree } from "../../core/deployments/server.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { sampleOf } from "../../core/statistics/sample.ts";
import { seatsOf } from "../../core/license/seats.ts";
import type { Samples } from "../../core/statistics/samples.ts";
import { settings } from "../app/settings.ts";

/** Keeps a sample of each collection of statistics that this window learns of. */
export class StatsRecorder {
	readonly #samples: Samples;
	/** What was recorded last: the very value, so that it is not looked at again. */
	readonly #recorded = new WeakMap<Deployment, unknown>();

	constructor(samples: Samples) {
		this.#samples = samples;
	}

	/** Records what is known of a deployment, unless that was done. */
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
