import type { AttentionSource } from "../../src/core/deployments/attention.ts";
import type { Deployment } from "../../src/core/deployments/deployment.ts";
import type { Findings } from "../../src/core/findings/finding.ts";
import { findingsAttention } from "../../src/core/findings/findingsAttention.ts";
import { healthAttention } from "../../src/core/health/healthAttention.ts";
import { licenseAttention } from "../../src/core/license/licenseAttention.ts";
import { updateAttention } from "../../src/core/notifications/updateAttention.ts";
import { sessionAttention } from "../../src/core/signIn/sessionAttention.ts";

/** Returns what requires attention in all features, in the product's order. */
export function allAttention(
	findings: (deployment: Deployment) => Findings = () => ({ shown: [], muted: [] }),
	isMuted: (key: string, version: string) => boolean = () => false,
): readonly AttentionSource[] {
	return [
		sessionAttention,
		healthAttention,
		licenseAttention,
		updateAttention(isMuted),
		findingsAttention(findings),
	];
}
