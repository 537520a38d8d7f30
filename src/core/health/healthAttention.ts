import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { shorten } from "../base/shorten.ts";
import type { AttentionSource } from "../deployments/attention.ts";
import { deploymentProblem } from "../deployments/deploymentProblem.ts";
import { healthTroubles } from "./health.ts";
import { healthWords, lineWords, partName, troubleWords } from "./words.ts";

/** The maximum length of a problem, in characters, so that the number of others remains visible. */
const longestTrouble = 60;

/** Parts of the health check with problems. */
export const healthAttention: AttentionSource = ({ snapshot }) => {
	const lines = healthTroubles(snapshot);
	const [worst, ...others] = lines;
	if (!worst) return {};
	return {
		need: {
			section: "health",
			count: lines.length,
			words: healthWords(lines) ?? "",
			detail:
				others.length === 0
					? troubleWords(worst)
					: t(
							"{0}, and {1} more",
							shorten(troubleWords(worst), longestTrouble),
							formatCount(others.length),
						),
			severe: lines.some(({ severity }) => severity === "error"),
		},
		// If the deployment is unreachable, earlier problems don't matter.
		facts: deploymentProblem(snapshot)
			? []
			: lines.map((line) => t("{0}: {1}", partName(line.id), lineWords(line))),
	};
};
