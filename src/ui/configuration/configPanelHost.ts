import type { Finding } from "../../core/findings/finding.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Event } from "../../core/base/event.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";
import type { DeploymentList } from "../panels/followedDeployment.ts";
import type { PageServices } from "../panels/pageHost.ts";

/** What the configuration panels need of the rest of the extension. */
export interface ConfigPanelHost extends PageServices {
	/** Keeps what panels show fresh. */
	readonly watchers: Watchers;
	readonly deployments: DeploymentList & { readonly active: Deployment | undefined };
	/** What the rules found, as of now. Without it, no findings are shown. */
	readonly findings?: {
		of(deployment: Deployment): readonly Finding[];
		/** Fires when they change without the deployment: when some are muted. */
		readonly onDidChange: Event<void>;
	};
	/** Runs a command of the editor. */
	run(command: string, ...args: unknown[]): Thenable<unknown>;
	/** Makes a link that opens the editor at an option. Without it, no links are offered. */
	linkTo?(deploymentKey: string, optionId: string): string | undefined;
}
