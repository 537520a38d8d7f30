import type { UpgradePlan } from "../core/upgrade/plan.ts";
import type { UpgradeTarget } from "../core/upgrade/target.ts";
import type { CopiedMessage } from "./page.ts";

/** Everything that the page shows. Each message contains all of it. */
export interface UpgradeContent {
	/** The deployment's key and the selected target. The page stores them. */
	readonly deployment: string;
	readonly target?: UpgradeTarget;
	readonly loading: boolean;
	/** Why there is no preview, in a sentence. */
	readonly problem?: string;
	/** Missing until the deployment has been read. */
	readonly plan?: UpgradePlan;
	/** Web pages to read before an upgrade: their labels and URLs. */
	readonly links: readonly (readonly [label: string, url: string])[];
}

/** Messages from the extension to the page. */
export type ToUpgradePage =
	{ readonly type: "show"; readonly content: UpgradeContent } | CopiedMessage;

/** Messages from the page to the extension, in addition to those of every page. */
export type FromUpgradePage =
	/** The page is ready: send everything. */
	| { readonly type: "ready" }
	/** Asks for another target. */
	| { readonly type: "changeTarget" }
	/** Requests the deployment again. */
	| { readonly type: "again" }
	| { readonly type: "copyMarkdown" }
	/** Opens an export with the later version's names. */
	| { readonly type: "exportReplaced" }
	/** Opens the option in the configuration panel. */
	| { readonly type: "openOption"; readonly id: string };
