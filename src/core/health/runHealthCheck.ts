import type { Deployment } from "../deployments/deployment.ts";
import { accessHost } from "../deployments/accessHost.ts";
import type { Clock } from "../deployments/refresher.ts";

/** The minimum interval between forced checks, in ms: each puts load on the server and its database. */
const forcedEveryMs = 30_000;
/** How often to request the report of a check that took too long, and the delay before each attempt, in ms. */
const laterTries = 5;
const laterMs = 3_000;

/** Returns what the user must agree to before a check, or `undefined` if it stays within the deployment. */
export function hostToAgreeTo({ snapshot, saved }: Deployment): string | undefined {
	const access = accessHost(snapshot.buildInfo.value?.dashboardUrl, saved.url);
	return access.kind === "other" ? access.host : undefined;
}

/**
 * Makes the server run its health check now and waits for its report, which for a slow check is only available after
 * the server gave up on it. Never rejects: failures are in the snapshot.
 *
 * @param agreedTo the host that the user agreed to send the session token to
 * @param signal stops waiting
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

/** Returns whether the server is still checking. */
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
