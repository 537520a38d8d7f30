import type { Findings } from "../findings/finding.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { healthTroubles } from "../health/health.ts";
import { healthWords } from "../health/words.ts";
import { readLicense } from "../license/license.ts";
import { t } from "../base/l10n.ts";
import { endedSession } from "./outline.ts";
import { tokenEndsSoon } from "../deployments/tokenEnd.ts";
import { readUpdate } from "../coder/updateState.ts";

/** What the view's badge shows; the shape is VS Code's. */
export interface Badge {
	/** How many things need attention. */
	readonly value: number;
	/** What they are, a line for each deployment. */
	readonly tooltip: string;
}

/** What is known besides the deployments' answers. */
export interface BadgeFacts {
	/** ms since the epoch */
	readonly now: number;
	readonly findings: (deployment: Deployment) => Findings;
	/** Whether the user does not want to hear of an update to a version, of the deployment with a key. */
	readonly isMuted: (key: string, version: string) => boolean;
}

/** Counts what needs attention at all deployments; nothing when nothing does. */
export function badgeOf(deployments: readonly Deployment[], parts: BadgeFacts): Badge | undefined {
	const needs = deployments.map((deployment) => ({
		deployment,
		needs: needsOf(deployment, parts),
	}));
	const value = needs.flatMap(({ needs }) => needs).reduce((sum, { count }) => sum + count, 0);
	if (value === 0) return undefined;
	const lines = needs
		.filter(({ needs }) => needs.length > 0)
		.map(({ deployment, needs }) =>
			t("{0}: {1}", deployment.saved.name, needs.map(({ words }) => words).join(", ")),
		);
	return { value, tooltip: lines.join("\n") };
}

interface Need {
	readonly count: number;
	readonly words: string;
}

function needsOf(deployment: Deployment, { now, findings, isMuted }: BadgeFacts): Need[] {
	const { saved, snapshot } = deployment;
	const update = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
	const isUpdate = update.kind === "available" && !isMuted(saved.key, update.latest);
	const high = findings(deployment).shown.filter(({ severity }) => severity === "high").length;
	const endsSoon = tokenEndsSoon(snapshot, now) !== undefined;
	const health = healthTroubles(snapshot);
	const license = readLicense(snapshot, now)?.kind;
	return [
		...(endedSession(snapshot)
			? [{ count: 1, words: t("session ended") }]
			: endsSoon
				? [{ count: 1, words: t("token expires soon") }]
				: []),
		...(health.length > 0 ? [{ count: health.length, words: healthWords(health) ?? "" }] : []),
		...(license === "endsSoon" ? [{ count: 1, words: t("license ends soon") }] : []),
		...(license === "grace" ? [{ count: 1, words: t("license in its grace period") }] : []),
		...(isUpdate ? [{ count: 1, words: t("1 update") }] : []),
		...(high > 0
			? [
					{
						count: high,
						words:
							high === 1 ? t("1 high-severity finding") : t("{0} high-severity findings", high),
					},
				]
			: []),
	];
}
