import { t } from "../base/l10n.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { needsOf, type NeedFacts } from "./needs.ts";

/** What the view's badge shows; the shape is VS Code's. */
export interface Badge {
	/** How many things need attention. */
	readonly value: number;
	/** What they are, a line for each deployment. */
	readonly tooltip: string;
}

/** Counts what needs attention at all deployments; nothing when nothing does. */
export function badgeOf(deployments: readonly Deployment[], facts: NeedFacts): Badge | undefined {
	const needs = deployments.map((deployment) => ({
		deployment,
		needs: needsOf(deployment, facts),
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
