import type { Deployment } from "../deployments/deployment.ts";
import { stateOf, type Snapshot } from "../deployments/slot.ts";
import { findingsOf } from "./findingsOf.ts";
import type { Finding, Findings } from "./finding.ts";
import { applyMuted, readMuted } from "./muting.ts";

interface CachedFindings {
	readonly of: readonly unknown[];
	readonly findings: readonly Finding[];
}

/** Caches the findings of deployments until something changes that rules use. */
export class FindingsCache {
	readonly #findings = new WeakMap<Deployment, CachedFindings>();

	/** @param setting the value of `coderDeployment.mutedFindings` in the settings */
	findings(deployment: Deployment, setting: unknown): Findings {
		return applyMuted(this.#all(deployment), readMuted(setting), deployment.saved);
	}

	#all(deployment: Deployment): readonly Finding[] {
		const of = lookedAt(deployment.snapshot);
		const before = this.#findings.get(deployment);
		if (before?.of.every((part, index) => part === of[index])) return before.findings;
		const findings = findingsOf(deployment.snapshot);
		this.#findings.set(deployment, { of, findings });
		return findings;
	}
}

/** Responses remain the same objects until they are replaced. */
function lookedAt(snapshot: Snapshot): readonly unknown[] {
	const { deploymentConfig, buildInfo, experiments, experimentsAvailable } = snapshot;
	const { entitlements, regions } = snapshot;
	return [
		deploymentConfig.value,
		stateOf(deploymentConfig),
		buildInfo.value,
		experiments.value,
		experimentsAvailable.value,
		entitlements.value,
		regions.value,
	];
}
