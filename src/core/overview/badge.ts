import { t } from "../base/l10n.ts";
import { needsOf, type AttentionSource, type Need } from "../deployments/attention.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { DeploymentCache } from "../deployments/deploymentCache.ts";

/** The content of the view's badge, in VS Code's format. */
export interface Badge {
	/** The number of things that need attention. */
	readonly value: number;
	/** Describes them, one line per deployment. */
	readonly tooltip: string;
}

/**
 * Counts what needs attention in all deployments; undefined if nothing does.
 *
 * @param sources what features count, in display order
 * @param now in ms since the epoch
 * @param cache keeps the needs of deployments that haven't changed. Drop those whose `sources` have changed
 */
export function badgeOf(
	deployments: readonly Deployment[],
	sources: readonly AttentionSource[],
	now: number,
	cache = new DeploymentCache<readonly Need[]>(),
): Badge | undefined {
	const needs = deployments.map((deployment) => ({
		deployment,
		needs: cache.get(deployment, now, () => needsOf(deployment, sources, now)),
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
