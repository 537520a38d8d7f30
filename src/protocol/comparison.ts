import type { ChangeRow } from "../core/comparison/changeRow.ts";
import type { CompareSources } from "../core/comparison/source.ts";
import type { CopiedMessage } from "./page.ts";

/** What stands on one side. */
export interface PanelSide {
	readonly name: string;
	/** Where it comes from: an address, a path, a moment. */
	readonly detail?: string;
	readonly version?: string;
	/** What is to be known of it, in sentences. */
	readonly notes: readonly string[];
}

/** All that the page shows. Each message holds the whole of it. */
export interface CompareContent {
	/** What is compared, for the page to remember: the extension restores the panel with it. */
	readonly sources: CompareSources;
	readonly loading: boolean;
	/** Why there is no comparison, in a sentence. */
	readonly problem?: string;
	/** Missing until both sides were read. */
	readonly result?: {
		readonly left: PanelSide;
		readonly right: PanelSide;
		readonly rows: readonly ChangeRow[];
		/** True where an option can be looked up: one of the sides is a deployment that is signed in to. */
		readonly linked: boolean;
	};
}

/** What the extension says to the page. */
export type ToComparisonPage =
	{ readonly type: "show"; readonly content: CompareContent } | CopiedMessage;

/** What the page says to the extension, besides what every page does. */
export type FromComparisonPage =
	/** The page can hear now: send everything. */
	| { readonly type: "ready" }
	/** Read both sides again. */
	| { readonly type: "again" }
	| { readonly type: "swap" }
	| { readonly type: "openDiff" }
	/** Copies the rows with these ids as Markdown. */
	| { readonly type: "copyMarkdown"; readonly ids: readonly string[] }
	/** Shows the option in the configuration panel. */
	| { readonly type: "openOption"; readonly id: string };
