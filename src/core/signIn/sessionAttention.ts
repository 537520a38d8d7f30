import { formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { oneNeed, type AttentionSource, type Need } from "../deployments/attention.ts";
import { endedSession } from "../deployments/condition.ts";
import { deploymentProblem } from "../deployments/deploymentProblem.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { tokenEndsSoon } from "../deployments/tokenEnd.ts";

/** An ended or expiring session, and an unreachable deployment. */
export const sessionAttention: AttentionSource = ({ snapshot }, now) => {
	const problem = deploymentProblem(snapshot);
	const endsAt = tokenEndsSoon(snapshot, now);
	return {
		need: sessionNeed(snapshot, endsAt),
		facts: problem
			? [problem.failure.message, problem.failure.advice]
			: endsAt === undefined
				? []
				: [t("Your token expires on {0}.", formatMoment(endsAt))],
	};
};

function sessionNeed(snapshot: Snapshot, endsAt: number | undefined): Need | undefined {
	if (endedSession(snapshot)) return oneNeed("session", t("session ended"));
	return endsAt === undefined ? undefined : oneNeed("session", t("token expires soon"));
}
