import { t } from "../base/l10n.ts";
import { readUpdate } from "../coder/updateState.ts";
import { endedSession } from "../deployments/condition.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { tokenEndsSoon } from "../deployments/tokenEnd.ts";
import type { Findings } from "../findings/finding.ts";
import { healthTroubles } from "../health/health.ts";
import { healthWords } from "../health/words.ts";
import { readLicense } from "../license/license.ts";

/** What is known besides the deployments' answers. */
export interface NeedFacts {
	/** ms since the epoch */
	readonly now: number;
	readonly findings: (deployment: Deployment) => Findings;
	/** Whether the user does not want to hear of an update to a version, of the deployment with a key. */
	readonly isMuted: (key: string, version: string) => boolean;
}

/** Something at a deployment that somebody has to see to. */
export interface Need {
	/** The section of the overview that says more. */
	readonly section: "findings" | "health" | "license" | "session" | "update";
	/** How many things they are. */
	readonly count: number;
	/** What it is, as a part of a sentence. */
	readonly words: string;
	readonly severe: boolean;
}

/** What needs attention at a deployment, and is neither muted nor dismissed. */
export function needsOf(
	deployment: Deployment,
	{ now, findings, isMuted }: NeedFacts,
): readonly Need[] {
	const { saved, snapshot } = deployment;
	const update = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
	const isUpdate = update.kind === "available" && !isMuted(saved.key, update.latest);
	const high = findings(deployment).shown.filter(({ severity }) => severity === "high").length;
	const health = healthTroubles(snapshot);
	const license = readLicense(snapshot, now)?.kind;
	const one = (section: Need["section"], words: string): Need => ({
		section,
		count: 1,
		words,
		severe: false,
	});
	return [
		...(endedSession(snapshot)
			? [one("session", t("session ended"))]
			: tokenEndsSoon(snapshot, now) === undefined
				? []
				: [one("session", t("token expires soon"))]),
		...(health.length > 0
			? [
					{
						section: "health",
						count: health.length,
						words: healthWords(health) ?? "",
						severe: health.some(({ severity }) => severity === "error"),
					} as const,
				]
			: []),
		...(license === "endsSoon" ? [one("license", t("license ends soon"))] : []),
		...(license === "grace" ? [one("license", t("license in its grace period"))] : []),
		...(isUpdate ? [one("update", t("1 update"))] : []),
		...(high > 0
			? [
					{
						section: "findings",
						count: high,
						words:
							high === 1 ? t("1 high-severity finding") : t("{0} high-severity findings", high),
						severe: true,
					} as const,
				]
			: []),
	];
}
