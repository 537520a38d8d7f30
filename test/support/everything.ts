import { FindingsCache } from "../../src/core/findings/findingsCache.ts";
import { findingsReport } from "../../src/core/findings/report.ts";
import type { Deployment } from "../../src/core/deployments/deployment.ts";
import { findingsSection } from "../../src/core/overview/findings.ts";
import { outline } from "../../src/core/overview/outline.ts";
import { allAttention } from "./attention.ts";
import { statusBarView } from "../../src/core/overview/statusBarView.ts";
import { deploymentSummary } from "../../src/core/overview/summary.ts";
import { configView } from "../../src/core/configuration/configView.ts";

/** Returns everything that's known about a deployment and shown of it as one text to search for secrets. */
export function everythingShown(deployment: Deployment, now: number): string {
	const { deploymentConfig, buildInfo } = deployment.snapshot;
	const findings = new FindingsCache().findings(deployment, {});
	return textOf([
		deployment.snapshot,
		outline([deployment], deployment, now),
		statusBarView(deployment, { several: true, attention: allAttention() }),
		deploymentSummary(deployment),
		findingsSection(deployment.saved.key, deployment.snapshot, findings),
		findingsReport(
			{ deployment: deployment.saved, version: buildInfo.value?.version, at: deploymentConfig.at },
			findings,
		),
		deploymentConfig.value ? configView(deploymentConfig.value, findings.shown) : [],
	]);
}

/** Returns any value as text, including large integers. */
export function textOf(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === "bigint" ? part.toString() : part,
	);
}
