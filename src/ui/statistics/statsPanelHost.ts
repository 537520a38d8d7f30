import type * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { Samples } from "../../core/statistics/samples.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";

/** What the panels need of the rest of the extension. */
export interface StatsPanelHost {
	readonly extensionUri: vscode.Uri;
	readonly deployments: Deployments;
	readonly samples: Samples;
	readonly watchers: Watchers;
	readonly log: Logger;
}
