import type { DeploymentOption } from "../coder/model.ts";

/** Facts that a deployment reports about itself. */
export interface UpgradeFacts {
	readonly options: readonly DeploymentOption[];
	/** The names of the enabled experiments. */
	readonly experiments: readonly string[];
}
