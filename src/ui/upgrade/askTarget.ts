import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import { allReleases, mainBuild, newestRelease, releaseName } from "../../core/coder/release.ts";
import { compareVersions } from "../../core/coder/updateState.ts";
import { deploymentItem } from "../../core/overview/deploymentItem.ts";
import type { UpgradeTarget } from "../../core/upgrade/target.ts";
import { showInformation } from "../messages/messages.ts";
import type { PickItem, PickSeparator } from "../messages/pickItem.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import { runningEdition } from "./readUpgrade.ts";

interface Choice extends PickItem {
	readonly target: UpgradeTarget;
}

/**
 * Asks for the target of an upgrade: a newer release, or the version of another deployment. @returns undefined if none
 * was selected
 */
export async function askTarget(
	deployment: Deployment,
	deployments: Deployments,
): Promise<UpgradeTarget | undefined> {
	const { release: from } = await runningEdition(deployment);
	const releases = [...allReleases.toReversed(), mainBuild].filter((release) => release > from);
	const others = deployments.list.filter(
		(other) => other !== deployment && isNewer(other, deployment),
	);
	if (releases.length + others.length === 0) {
		void showInformation(
			t("{0} already runs the newest version that can be previewed.", deployment.saved.name),
		);
		return undefined;
	}
	const choices: (Choice | PickSeparator)[] = [
		...releases.map((release) => ({
			label: releaseName(release),
			...(release === newestRelease && { description: t("newest known release") }),
			...(release === mainBuild && { description: t("development build") }),
			target: { kind: "release", release } as const,
		})),
		...(others.length > 0 ? [{ separator: t("Deployments") }] : []),
		...others.map((other) => ({
			...deploymentItem(other),
			target: { kind: "deployment", deployment: other.saved.key } as const,
		})),
	];
	const picked = await askQuickPick(choices, {
		title: t("Preview Upgrade"),
		placeholder: t("Select the version to upgrade to"),
	});
	return picked?.target;
}

function isNewer(one: Deployment, other: Deployment): boolean {
	const [a, b] = [one, other].map(({ snapshot }) => snapshot.buildInfo.value?.version ?? "");
	return compareVersions(a ?? "", b ?? "") > 0;
}
