import { t } from "../base/l10n.ts";
import { allReleases, mainBuild, releaseName, type Release } from "../coder/release.ts";
import { readUpdate } from "../coder/updateState.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { releaseEdition, serverEdition, type Edition } from "./edition.ts";
import { noUpgrade, upgradePlan, type UpgradePlan } from "./plan.ts";
import { defaultTarget } from "./target.ts";

/** The endpoints that a preview uses. It also works without the last two. */
export const upgradeEndpoints = [
	"deploymentConfig",
	"buildInfo",
	"experiments",
	"updateCheck",
] as const;

/** What an upgrade changes for a deployment, or why there is no upgrade. */
export interface DeploymentUpgrade {
	/** Missing if there is no newer version. */
	readonly plan?: UpgradePlan;
	/** Why there is no plan, in sentences. */
	readonly problem?: string;
	/** The target; missing if there is no newer version. */
	readonly to?: Edition;
}

/**
 * Returns the edition that a deployment runs; undefined if its version or options aren't available.
 *
 * @throws Error with a sentence for the user if upgrades of its version can't be previewed
 */
export function editionOf({ snapshot }: Deployment): Edition | undefined {
	const version = shownValue(snapshot.buildInfo)?.version;
	const options = shownValue(snapshot.deploymentConfig)?.options;
	if (version === undefined || !options) return undefined;
	const edition = serverEdition(version, options);
	if (!edition) throw new Error(t("Upgrades from {0} can't be previewed.", version));
	return edition;
}

/** Returns the release with a name such as `v2.35`, `v2.35.1`, or `main`. */
export function releaseNamed(name: string | undefined): Release | undefined {
	return [...allReleases, mainBuild].find((release) => {
		const known = releaseName(release);
		return name === known || name?.startsWith(`${known}.`);
	});
}

/**
 * Returns what an upgrade changes. Sends no requests.
 *
 * @param from the edition that the deployment runs
 * @param target the latest stable release by default
 * @param name the deployment's display name
 */
export function planDeploymentUpgrade(
	{ snapshot, saved }: Deployment,
	from: Edition,
	target: Edition | undefined,
	name = saved.name,
): DeploymentUpgrade {
	const build = shownValue(snapshot.buildInfo);
	const byDefault = target
		? {}
		: defaultTarget(from, readUpdate(shownValue(snapshot.updateCheck), build));
	const to =
		target ?? (byDefault.release === undefined ? undefined : releaseEdition(byDefault.release));
	const problem = noUpgrade(name, from, to);
	if (problem !== undefined || !to)
		return { problem: [problem, byDefault.note].filter(Boolean).join(" ") };
	const plan = upgradePlan(name, build?.version ?? from.name, from, to, {
		options: shownValue(snapshot.deploymentConfig)?.options ?? [],
		experiments: shownValue(snapshot.experiments) ?? [],
	});
	const notes = [...plan.notes, ...(byDefault.note === undefined ? [] : [byDefault.note])];
	return { to, plan: { ...plan, notes } };
}
