import type { Deployment } from "./deployment.ts";
import type { EndpointId } from "../coder/model.ts";
import { dueEndpoints } from "./schedule.ts";

/**
 * Asks a deployment for what is missing or out of date, and waits for what is being asked for already. What went wrong
 * is in the snapshot.
 *
 * @param now the time, in ms since the epoch
 * @param signal ends the waiting; requests that run go on, because others may wait for them, too
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
	const asked = deployment.refreshShared(wanted);
	await (signal ? Promise.race([asked, aborted(signal)]) : asked);
}

function aborted(signal: AbortSignal): Promise<never> {
	return new Promise((_resolve, reject) => {
		const abort = (): void => {
			reject(signal.reason as Error);
		};
		signal.addEventListener("abort", abort, { once: true });
	});
}
