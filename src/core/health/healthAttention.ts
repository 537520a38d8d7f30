import { t } from "../base/l10n.ts";
import type { AttentionSource } from "../deployments/attention.ts";
import { deploymentProblem } from "../deployments/deploymentProblem.ts";
import { healthTroubles } from "./health.ts";
import { healthWords, lineWords, partName } from "./words.ts";

/** Parts of the health check with problems. */
export const healthAttention: AttentionSource = ({ snapshot }) => {
	const lines = healthTroubles(snapshot);
	if (lines.length === 0) return {};
	return {
		need: {
			section: "health",
			count: lines.length,
			words: healthWords(lines) ?? "",
			severe: lines.some(({ severity }) => severity === "error"),
		},
		// If the deployment is unreachable, earlier problems don't matter.
		facts: deploymentProblem(snapshot)
			? []
			: lines.map((line) => t("{0}: {1}", partName(line.id), lineWords(line))),
	};
};
