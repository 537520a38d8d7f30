import type { Finding } from "../../core/findings/finding.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Event } from "../../core/base/event.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";
import type { DeploymentList } from "../panels/followedDeployment.ts";
import type { PageServices } from "../panels/pageHost.ts";

/** The dependencies of configuration panels. */
export interface ConfigPanelHost extends PageServices {
	/** Keeps the panels' data fresh. */
	readonly watchers: Watchers;
	readonly deployments: DeploymentList & { readonly active: Deployment | undefined };
	/** The current findings. If missing, no findings are shown. */
	readonly findings?: {
		of(deployment: Deployment): readonly Finding[];
		/** Fires when findings change without new data of the deployment, because some were muted. */
		readonly onDidChange: Event<void>;
	};
	/** Runs a command of the editor. */
	run(command: string, ...args: unknown[]): Thenable<unknown>;
	/** Returns a link that opens the editor at an option. If missing, no links are offered. */
	linkTo?(deploymentKey: string, optionId: string): string | undefined;
}
