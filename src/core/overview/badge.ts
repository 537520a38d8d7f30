import { t } from "../base/l10n.ts";
import { needsOf, type AttentionSource } from "../deployments/attention.ts";
import type { Deployment } from "../deployments/deployment.ts";

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
 */
export function badgeOf(
	deployments: readonly Deployment[],
	sources: readonly AttentionSource[],
	now: number,
): Badge | undefined {
	const needs = deployments.map((deployment) => ({
		deployment,
		needs: needsOf(deployment, sources, now),
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
