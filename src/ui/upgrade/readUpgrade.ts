import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import {
	planDeploymentUpgrade,
	upgradeEndpoints,
	type DeploymentUpgrade,
} from "../../core/upgrade/deploymentUpgrade.ts";
import { releaseEdition, serverEdition, type Edition } from "../../core/upgrade/edition.ts";
import type { UpgradeTarget } from "../../core/upgrade/target.ts";
import { loadedConfig } from "../app/loadedConfig.ts";

/**
 * Reads what an upgrade changes.
 *
 * @param target undefined for the latest stable release
 * @param reload whether to request the deployment again
 * @throws Error with a sentence for users if a deployment can't be read
 */
export async function readUpgrade(
	deployment: Deployment,
	target: UpgradeTarget | undefined,
	deployments: Deployments,
	reload: boolean,
): Promise<DeploymentUpgrade> {
	if (reload) await deployment.refresh(upgradeEndpoints);
	const from = await runningEdition(deployment);
	const to = await targetEdition(target, deployments);
	return planDeploymentUpgrade(deployment, from, to);
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
	if (!edition) throw new Error(t("Upgrades from {0} can't be previewed.", version));
	return edition;
}

async function targetEdition(
	target: UpgradeTarget | undefined,
	deployments: Deployments,
): Promise<Edition | undefined> {
	if (target?.kind === "deployment") {
		const other = deployments.find(target.deployment);
		if (!other) throw new Error(t("You're no longer signed in to this deployment."));
		return runningEdition(other);
	}
	return target && releaseEdition(target.release);
}
