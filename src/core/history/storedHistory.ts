import type { StoredItem } from "../base/keyedFiles.ts";
import type { DeploymentHistory } from "./deploymentHistory.ts";

/**
 * The stored history of one deployment. Health is separate: a part that keeps failing and recovering must not use up
 * the configuration's snapshots.
 */
export class StoredHistory implements StoredItem {
	readonly configuration: DeploymentHistory;
	readonly health: DeploymentHistory;

	constructor(configuration: DeploymentHistory, health: DeploymentHistory) {
		this.configuration = configuration;
		this.health = health;
	}

	async clear(): Promise<void> {
		await this.configuration.clear();
		await this.health.clear();
	}
}
