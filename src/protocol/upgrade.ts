import type { UpgradePlan } from "../core/upgrade/plan.ts";
import type { UpgradeTarget } from "../core/upgrade/target.ts";
import type { CopiedMessage } from "./page.ts";

/** All that the page shows. Each message holds the whole of it. */
export interface UpgradeContent {
	/** The deployment's key and the target that was chosen, for the page to remember. */
	readonly deployment: string;
	readonly target?: UpgradeTarget;
	readonly loading: boolean;
	/** Why there is no preview, in a sentence. */
	readonly problem?: string;
	/** Missing until the deployment was read. */
	readonly plan?: UpgradePlan;
	/** Pages of the web to read before an upgrade: what they are called, and their URLs. */
	readonly links: readonly (readonly [label: string, url: string])[];
}

/** What the extension says to the page. */
export type ToUpgradePage =
	{ readonly type: "show"; readonly content: UpgradeContent } | CopiedMessage;

/** What the page says to the extension, besides what every page does. */
export type FromUpgradePage =
	/** The page can hear now: send everything. */
	| { readonly type: "ready" }
	/** Ask for another target. */
	| { readonly type: "changeTarget" }
	/** Ask the deployment again. */
	| { readonly type: "again" }
	| { readonly type: "copyMarkdown" }
	/** Opens an export by the names that the later version has. */
	| { readonly type: "exportReplaced" }
	/** Shows the option in the configuration panel. */
	| { readonly type: "openOption"; readonly id: string };
