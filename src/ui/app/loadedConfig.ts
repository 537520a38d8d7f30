import type { Deployment } from "../../core/deployments/deployment.ts";
import type { ExportFacts } from "../../core/export/choices.ts";
import type { DeploymentConfig } from "../../core/coder/model.ts";

/**
 * A deployment's configuration: what is known of it, else what it answers now.
 *
 * @throws Error with a sentence for people when the configuration is not there and cannot be had
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

/** What an export of a deployment says of it at its head. */
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
