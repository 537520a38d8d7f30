import * as vscode from "vscode";
import { findingsReport } from "../../core/findings/report.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { EndpointId } from "../../core/coder/model.ts";
import { t } from "../../core/base/l10n.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import type { Findings } from "../../core/findings/finding.ts";
import { showBriefly } from "../messages/messages.ts";
import { refreshWithProgress } from "../app/refreshWithProgress.ts";

/** The endpoints that the rules need. */
const needed = [
	"deploymentConfig",
	"buildInfo",
	"experiments",
	"experimentsAvailable",
] as const satisfies readonly EndpointId[];

/**
 * Copies the report about a deployment's findings. Requests missing data first.
 *
 * @throws Error with a sentence for users if the configuration isn't available
 */
export async function copyFindings(
	deployment: Deployment,
	findingsOf: (deployment: Deployment) => Findings,
): Promise<void> {
	const missing = needed.filter((id) => stateOf(deployment.snapshot[id]) === "notRequested");
	if (missing.length > 0) await refreshWithProgress(deployment, missing);
	const { deploymentConfig, buildInfo } = deployment.snapshot;
	const state = stateOf(deploymentConfig);
	if (state !== "ready" && state !== "stale") {
		const { failure } = deploymentConfig;
		throw new Error(
			failure
				? `${failure.message} ${failure.advice}`
				: t("The configuration isn't loaded yet. Try again in a moment."),
		);
	}
	const head = {
		deployment: deployment.saved,
		version: buildInfo.value?.version,
		at: deploymentConfig.at,
	};
	await vscode.env.clipboard.writeText(findingsReport(head, findingsOf(deployment)));
	showBriefly(t("Copied {0}.", t("Findings")), 3000);
}
