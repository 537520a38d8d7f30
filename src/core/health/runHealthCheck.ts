import type { Deployment } from "../deployments/deployment.ts";
import { accessHost } from "../deployments/accessHost.ts";
import type { Clock } from "../deployments/refresher.ts";

/** Checks are not forced in quicker succession than this, in ms: each costs the server and its database work. */
const forcedEveryMs = 30_000;
/** A check that took too long is asked for its report this many times, after this long each, in ms. */
const laterTries = 5;
const laterMs = 3_000;

/** What the user has to agree to before a check may run; nothing where the check stays with the deployment. */
export function hostToAgreeTo({ snapshot, saved }: Deployment): string | undefined {
	const access = accessHost(snapshot.buildInfo.value?.dashboardUrl, saved.url);
	return access.kind === "other" ? access.host : undefined;
}

/**
 * Makes the server run its health check now, and waits for its report, which a slow check has only after the server
 * gave up on it. It never rejects: what went wrong is in the snapshot.
 *
 * @param agreedTo the host that the user agreed to send the session token to
 * @param signal ends the waiting
 */
export async function runHealthCheck(
	deployment: Deployment,
	agreedTo: string | undefined,
	clock: Clock,
	signal: AbortSignal,
): Promise<void> {
	const cancel = (): void => {
		deployment.cancel(["health"]);
	};
	signal.addEventListener("abort", cancel);
	try {
		const { time } = deployment.snapshot.health.value ?? {};
		const isYoung = time !== undefined && Math.abs(clock.now() - time) < forcedEveryMs;
		await deployment.checkHealth(agreedTo, !isYoung);
		for (let left = laterTries; left > 0 && isRunning(deployment); left--) {
			await passed(clock, laterMs, signal);
			if (signal.aborted) return;
			await deployment.checkHealth(agreedTo, false);
		}
	} finally {
		signal.removeEventListener("abort", cancel);
	}
}

/** The server is still at it. */
function isRunning({ snapshot }: Deployment): boolean {
	return snapshot.health.failure?.kind === "notReady";
}

function passed(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const alarm = clock.after(ms, done);
		function done(): void {
			alarm.dispose();
			signal.removeEventListener("abort", done);
			resolve();
		}
		signal.addEventListener("abort", done);
	});
}
