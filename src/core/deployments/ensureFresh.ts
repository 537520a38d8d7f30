import type { Deployment } from "./deployment.ts";
import type { EndpointId } from "../coder/model.ts";
import { dueEndpoints } from "./schedule.ts";

/**
 * Requests missing or outdated data of a deployment, and waits for running requests. Failures are in the snapshot.
 *
 * @param now in ms since the epoch
 * @param signal stops waiting; requests continue because others may wait for them
 * @throws the signal's reason once it is aborted
 */
export async function ensureFresh(
	deployment: Deployment,
	ids: readonly EndpointId[],
	now: number,
	signal?: AbortSignal,
): Promise<void> {
	signal?.throwIfAborted();
	const { snapshot } = deployment;
	const running = ids.filter((id) => snapshot[id].loading);
	const wanted = [...running, ...dueEndpoints(ids, deployment, now)];
	if (wanted.length === 0) return;
	const refreshed = deployment.refreshShared(wanted);
	await (signal ? Promise.race([refreshed, aborted(signal)]) : refreshed);
}

function aborted(signal: AbortSignal): Promise<never> {
	return new Promise((_resolve, reject) => {
		const abort = (): void => {
			reject(signal.reason as Error);
		};
		signal.addEventListener("abort", abort, { once: true });
	});
}
