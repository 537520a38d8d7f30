import type { Deployment } from "../../core/deployments/deployment.ts";
import type { ExportFacts } from "../../core/export/choices.ts";
import type { DeploymentConfig } from "../../core/coder/model.ts";

/**
 * Returns a deployment's configuration, and requests it if needed.
 *
 * @throws Error with a sentence for users if the configuration isn't available
 */
export async function loadedConfig(deployment: Deployment): Promise<DeploymentConfig> {
	if (!deployment.snapshot.deploymentConfig.value)
		await deployment.refreshShared(["deploymentConfig"]);
	const { value, failure } = deployment.snapshot.deploymentConfig;
	if (failure?.kind === "forbidden" || !value) {
		throw new Error([failure?.message, failure?.advice].filter(Boolean).join(" "));
	}
	return value;
}

/** Returns what an export says about a deployment at its top. */
export function exportFacts({ saved, snapshot }: Deployment): ExportFacts {
	const version = snapshot.buildInfo.value?.version;
	const { at } = snapshot.deploymentConfig;
	return {
		name: saved.name,
		url: saved.url,
		...(version !== undefined && { version }),
		...(at !== undefined && { at }),
	};
}
