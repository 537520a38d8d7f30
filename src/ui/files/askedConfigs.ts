import type { DeploymentConfig } from "../../core/coder/model.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { shownValue } from "../../core/deployments/shownValue.ts";

/** Configurations of deployments that files are compared with. Each that was never asked for is, once. */
export class AskedConfigs {
	readonly #asked = new WeakSet<Deployment>();

	/** The configuration, if it may be shown. */
	of(deployment: Deployment): DeploymentConfig | undefined {
		const slot = deployment.snapshot.deploymentConfig;
		const shown = shownValue(slot);
		if (shown) return shown;
		if (slot.value === undefined && !slot.failure && !this.#asked.has(deployment)) {
			this.#asked.add(deployment);
			void deployment.refreshShared(["deploymentConfig", "buildInfo"]);
		}
		return undefined;
	}
}
