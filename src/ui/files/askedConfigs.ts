import type { DeploymentConfig } from "../../core/coder/model.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { shownValue } from "../../core/deployments/shownValue.ts";

/** Configurations of deployments that files are compared with. Each that was never asked for is, once. */
export class AskedConfigs {
	readonly #asked = new WeakSet<Deployment>();

	/** The configuration, if it may be shown. */
	of(deployment: Deployment): DeploymentConfig | undefined {
		const shown = this.shown(deployment);
		if (shown) return shown;
		const slot = deployment.snapshot.deploymentConfig;
		if (slot.value === undefined && !slot.failure && !this.#asked.has(deployment)) {
			this.#asked.add(deployment);
			void deployment.refreshShared(["deploymentConfig", "buildInfo"]);
		}
		return undefined;
	}

	/** The configuration, if it may be shown, without asking for it. */
	shown(deployment: Deployment): DeploymentConfig | undefined {
		return shownValue(deployment.snapshot.deploymentConfig);
	}
}
