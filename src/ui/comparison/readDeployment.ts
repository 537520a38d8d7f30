import { t } from "../../core/base/l10n.ts";
import type { Side } from "../../core/comparison/side.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { shownValue } from "../../core/deployments/shownValue.ts";

/**
 * Returns a deployment's configuration as a side. It's requested only if `reload` is true, or if it hasn't been
 * requested yet.
 *
 * @throws Error with a sentence for users if it can't be read
 */
export async function readDeployment(
	deployment: Deployment | undefined,
	reload: boolean,
): Promise<Side> {
	const { saved, snapshot } = await loaded(deployment, reload);
	const version = snapshot.buildInfo.value?.version;
	return {
		name: saved.name,
		detail: saved.url,
		options: snapshot.deploymentConfig.value?.options ?? [],
		...(version !== undefined && { version }),
	};
}

async function loaded(deployment: Deployment | undefined, reload: boolean): Promise<Deployment> {
	if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
	const ids = (["deploymentConfig", "buildInfo"] as const).filter(
		(id) => reload || deployment.snapshot[id].value === undefined,
	);
	if (ids.length > 0) await deployment.refresh(ids);
	const slot = deployment.snapshot.deploymentConfig;
	if (shownValue(slot)) return deployment;
	const { message, advice } = slot.failure ?? {};
	const why = [message, advice].filter(Boolean).join(" ");
	throw new Error(
		t("Couldn't read the configuration of {0}. {1}", deployment.saved.name, why).trim(),
	);
}
