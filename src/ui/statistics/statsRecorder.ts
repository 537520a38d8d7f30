import * as vscode from "vscode";
import { clocksAgree } from "../../core/deployments/server.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Disposable } from "../../core/base/event.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { OutlineNode } from "../../core/overview/node.ts";
import { trendOf, type Trend } from "../../core/statistics/trend.ts";
import { sampleOf } from "../../core/statistics/sample.ts";
import { Samples } from "../../core/statistics/samples.ts";
import { settings } from "../app/settings.ts";

/** Keeps a sample of each collection of statistics that this window learns of. */
export class StatsRecorder implements Disposable {
	readonly samples: Samples;
	/** What was recorded last: the very value, so that it is not looked at again. */
	readonly #recorded = new WeakMap<Deployment, unknown>();

	/** @param storage the folder of this extension that all windows share */
	constructor(storage: vscode.Uri, log: Logger) {
		this.samples = new Samples(vscode.Uri.joinPath(storage, "samples").fsPath, (problem) => {
			log.warn(problem);
		});
	}

	/** Records what is known of a deployment, unless that was done. */
	look(deployment: Deployment): void {
		const { value, at } = deployment.snapshot.deploymentStats;
		if (value === undefined || at === undefined || this.#recorded.get(deployment) === value) return;
		this.#recorded.set(deployment, value);
		const clockIsRight = clocksAgree(deployment.server, Date.now());
		const { key } = deployment.known;
		void this.samples.record(key, sampleOf(value, at), settings.statisticsKept(), clockIsRight);
	}

	/** How the number of a row went lately. */
	trend({ known }: Deployment, { trend }: OutlineNode): Trend | undefined {
		return trend === undefined
			? undefined
			: trendOf(this.samples.recent(known.key), trend, Date.now());
	}

	dispose(): void {
		this.samples.dispose();
	}
}
