import type * as vscode from "vscode";
import type { Finding } from "../../core/findings/finding.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Event } from "../../core/base/event.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";

/** What the configuration panels need of the rest of the extension. */
export interface ConfigPanelHost {
	readonly extensionUri: vscode.Uri;
	readonly log: Logger;
	/** Keeps what panels show fresh. */
	readonly watchers: Watchers;
	readonly deployments: {
		readonly active: Deployment | undefined;
		find(key: string): Deployment | undefined;
		/** Fires when the list or the active deployment changes. */
		readonly onDidChange: Event<void>;
	};
	/** What the audits found, as of now. Without it, no findings are shown. */
	readonly findings?: {
		of(deployment: Deployment): readonly Finding[];
		/** Fires when they change without the deployment: when some are muted. */
		readonly onDidChange: Event<void>;
	};
	/** Runs a command of the editor. */
	run(command: string, ...args: unknown[]): Thenable<unknown>;
	/** Offers to send a page's CSP report to its deployment; called once a panel at most. */
	reportCsp(deploymentKey: string, report: Record<string, unknown>): void;
	/** Makes a link that opens the editor at an option. Without it, no links are offered. */
	linkTo?(deploymentKey: string, optionId: string): string | undefined;
}
