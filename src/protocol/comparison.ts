import type { ChangeRow } from "../core/comparison/changeRow.ts";
import type { CompareSources } from "../core/comparison/source.ts";
import type { CopiedMessage } from "./page.ts";

/** One side of a comparison. */
export interface PanelSide {
	readonly name: string;
	/** Its source: an address, a path, or a time. */
	readonly detail?: string;
	readonly version?: string;
	/** For a snapshot of a deployment: the deployment's name, and when it was taken. */
	readonly snapshot?: { readonly deployment: string; readonly moment: string };
	/** Notes about it, in sentences. */
	readonly notes: readonly string[];
}

/** Everything that the page shows. Each message contains all of it. */
export interface CompareContent {
	/** The compared sources. The page stores them, and the extension uses them to restore the panel. */
	readonly sources: CompareSources;
	readonly loading: boolean;
	/** Why there is no comparison, in a sentence. */
	readonly problem?: string;
	/** Missing until both sides have been read. */
	readonly result?: {
		readonly left: PanelSide;
		readonly right: PanelSide;
		readonly rows: readonly ChangeRow[];
		/** Whether options can be opened, because one of the sides is a signed-in deployment. */
		readonly linked: boolean;
	};
}

/** Messages from the extension to the page. */
export type ToComparisonPage =
	{ readonly type: "show"; readonly content: CompareContent } | CopiedMessage;

/** Messages from the page to the extension, in addition to those of every page. */
export type FromComparisonPage =
	/** The page is ready: send everything. */
	| { readonly type: "ready" }
	/** Read both sides again. */
	| { readonly type: "again" }
	| { readonly type: "swap" }
	| { readonly type: "openDiff" }
	/** Copies the rows with these IDs as Markdown. */
	| { readonly type: "copyMarkdown"; readonly ids: readonly string[] }
	/** Opens the option in the configuration panel. */
	| { readonly type: "openOption"; readonly id: string };
