import type { DeploymentConfig } from "../../core/coder/model.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { shownValue } from "../../core/deployments/shownValue.ts";

/**
 * Caches the configurations of deployments that files are compared with. Requests each one that was never requested.
 */
export class RequestedConfigs {
	readonly #requested = new WeakSet<Deployment>();

	/** Returns the configuration if it can be shown, and requests it if needed. */
	of(deployment: Deployment): DeploymentConfig | undefined {
		const shown = this.shown(deployment);
		if (shown) return shown;
		const slot = deployment.snapshot.deploymentConfig;
		if (slot.value === undefined && !slot.failure && !this.#requested.has(deployment)) {
			this.#requested.add(deployment);
			void deployment.refreshShared(["deploymentConfig", "buildInfo"]);
		}
		return undefined;
	}

	/** Returns the configuration if it can be shown, without requesting it. */
	shown(deployment: Deployment): DeploymentConfig | undefined {
		return shownValue(deployment.snapshot.deploymentConfig);
	}
}
