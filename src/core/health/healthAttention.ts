import { t } from "../base/l10n.ts";
import type { AttentionSource } from "../deployments/attention.ts";
import { deploymentProblem } from "../deployments/deploymentProblem.ts";
import { healthTroubles } from "./health.ts";
import { healthWords, lineWords, partName } from "./words.ts";

/** Parts of the health check that are in trouble. */
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
		// Where nobody answers, what was wrong before is not what matters.
		facts: deploymentProblem(snapshot)
			? []
			: lines.map((line) => t("{0}: {1}", partName(line.id), lineWords(line))),
	};
};
