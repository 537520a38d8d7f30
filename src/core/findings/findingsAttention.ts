import { t } from "../base/l10n.ts";
import type { AttentionSource } from "../deployments/attention.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { Findings } from "./finding.ts";

/** Counts high-severity findings that aren't muted. */
export function findingsAttention(of: (deployment: Deployment) => Findings): AttentionSource {
	return (deployment) => {
		const count = of(deployment).shown.filter(({ severity }) => severity === "high").length;
		if (count === 0) return {};
		const words =
			count === 1 ? t("1 high-severity finding") : t("{0} high-severity findings", count);
		const short = count === 1 ? t("1 finding") : t("{0} findings", count);
		const detail = t("high severity");
		return { need: { section: "findings", count, words, short, detail, severe: true } };
	};
}
