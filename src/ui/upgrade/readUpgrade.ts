import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import { readUpdate } from "../../core/coder/updateState.ts";
import { releaseEdition, serverEdition, type Edition } from "../../core/upgrade/edition.ts";
import type { UpgradeFacts } from "../../core/upgrade/upgradeFacts.ts";
import { noUpgrade, upgradePlan, type UpgradePlan } from "../../core/upgrade/plan.ts";
import { defaultTarget, type UpgradeTarget } from "../../core/upgrade/target.ts";
import { loadedConfig } from "../app/loadedConfig.ts";

/** A deployment and the target of its upgrade. */
export interface ReadUpgrade {
	/** Missing if there is no newer version. */
	readonly plan?: UpgradePlan;
	/** Why there is no plan, in a sentence. */
	readonly problem?: string;
	/** The target version. */
	readonly to?: Edition;
}

/** The endpoints that a preview needs. */
export const upgradeEndpoints = [
	"deploymentConfig",
	"buildInfo",
	"experiments",
	"updateCheck",
] as const;

/**
 * Reads what an upgrade changes.
 *
 * @param target undefined for the latest stable release
 * @param anew whether to request the deployment again
 * @throws Error with a sentence for users if a deployment can't be read
 */
export async function readUpgrade(
	deployment: Deployment,
	target: UpgradeTarget | undefined,
	deployments: Deployments,
	anew: boolean,
): Promise<ReadUpgrade> {
	if (anew) await deployment.refresh(upgradeEndpoints);
	const from = await runningEdition(deployment);
	const { saved, snapshot } = deployment;
	const byDefault = defaultTarget(
		from,
		readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value),
	);
	const to = await targetEdition(target, byDefault.release, deployments);
	const problem = noUpgrade(saved.name, from, to);
	if (problem !== undefined || !to) {
		return { problem: [problem, target ? undefined : byDefault.note].filter(Boolean).join(" ") };
	}
	const version = snapshot.buildInfo.value?.version ?? from.name;
	const plan = upgradePlan(saved.name, version, from, to, factsOf(deployment));
	const notes = [
		...plan.notes,
		...(target || byDefault.note === undefined ? [] : [byDefault.note]),
	];
	return { to, plan: { ...plan, notes } };
}

/**
 * Returns the version that a deployment runs.
 *
 * @throws Error with a sentence for users if it can't be read
 */
export async function runningEdition(deployment: Deployment): Promise<Edition> {
	const { options } = await loadedConfig(deployment);
	const missing = upgradeEndpoints.filter((id) => deployment.snapshot[id].value === undefined);
	if (missing.length > 0) await deployment.refreshShared(missing);
	const version = deployment.snapshot.buildInfo.value?.version;
	if (version === undefined)
		throw new Error(t("The version of {0} isn't known yet.", deployment.saved.name));
	const edition = serverEdition(version, options);
	if (!edition) throw new Error(t("{0} isn't a version whose upgrade can be previewed.", version));
	return edition;
}

function factsOf({ snapshot }: Deployment): UpgradeFacts {
	return {
		options: snapshot.deploymentConfig.value?.options ?? [],
		experiments: snapshot.experiments.value ?? [],
	};
}

async function targetEdition(
	target: UpgradeTarget | undefined,
	byDefault: number | undefined,
	deployments: Deployments,
): Promise<Edition | undefined> {
	if (target?.kind === "deployment") {
		const other = deployments.find(target.deployment);
		if (!other) throw new Error(t("You're no longer signed in to this deployment."));
		return runningEdition(other);
	}
	const release = target?.release ?? byDefault;
	return release === undefined ? undefined : releaseEdition(release);
}
