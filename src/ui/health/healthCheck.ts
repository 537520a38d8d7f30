import type { Deployment } from "../../core/deployments/deployment.ts";
import { systemClock } from "../../core/deployments/refresher.ts";
import { t } from "../../core/base/l10n.ts";
import { hostToAgreeTo, runHealthCheck } from "../../core/health/runHealthCheck.ts";
import { askModal, showWarning } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";

/** Runs the server's health check again. If that sends the session token to another host, asks first. */
export async function checkHealth(deployment: Deployment): Promise<void> {
	const { name, url } = deployment.saved;
	// The destination of the token must be known before the user is asked.
	await deployment.refresh(["buildInfo", "permissions"]);
	const host = hostToAgreeTo(deployment);
	if (host !== undefined && !(await agree(name, host, new URL(url).host))) return;
	await withCancellableProgress(t("Running the health check of {0}…", name), (signal) =>
		runHealthCheck(deployment, host, systemClock, signal),
	);
	const { failure } = deployment.snapshot.health;
	if (failure && failure.kind !== "cancelled")
		void showWarning(`${failure.message} ${failure.advice}`);
}

async function agree(name: string, host: string, own: string): Promise<boolean> {
	const run = t("Run Health Check");
	const answer = await askModal(
		t("Send your session token to {0}?", host),
		t(
			"The access URL of {0} leads to {1}, but you signed in at {2}. A health check makes the server send your session token there.",
			name,
			host,
			own,
		),
		run,
	);
	return answer === run;
}
