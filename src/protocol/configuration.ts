import type { PageCommand } from "../core/configuration/pageCommands.ts";
import type { ConfigView } from "../core/configuration/configView.ts";
import type { CopiedMessage, PageProblem } from "./page.ts";

/** The deployment that the page shows. */
export interface PanelDeployment {
	readonly key: string;
	readonly name: string;
	readonly url: string;
	/** Host and path of `url`, as shown to users. */
	readonly host: string;
	readonly version?: string;
}

/**
 * Everything that the page shows. Each message contains all of it, except for a `partial` one, which is followed by the
 * rest when it has been drawn.
 */
export interface PanelContent {
	/** Missing while no one is signed in. */
	readonly deployment?: PanelDeployment;
	readonly loading: boolean;
	/** If there is also a `view`, it is the last known one. */
	readonly problem?: PageProblem;
	readonly view?: ConfigView;
	/** Whether `view` is only the beginning: enough to fill a window without waiting for the rest. */
	readonly partial?: true;
	/** Changes when `view` has changed; otherwise the page keeps its rows. */
	readonly revision: number;
	/** When `view` was read, in ms since the epoch. */
	readonly at?: number;
	/** Whether options can be linked to. */
	readonly linkable: boolean;
}

/** Messages from the extension to the page. */
export type ToConfigurationPage =
	| { readonly type: "show"; readonly content: PanelContent }
	/** Reveals an option and focuses it. */
	| { readonly type: "reveal"; readonly id: string }
	/** Copies a part of an option, or a link to it, as its button does. */
	| { readonly type: "copyFrom"; readonly id: string; readonly target: CopyTarget | "link" }
	/** Sets the text of the search box. */
	| { readonly type: "search"; readonly query: string }
	| CopiedMessage;

/** The parts of an option that can be copied. */
export type CopyTarget = "flag" | "shorthand" | "env" | "yamlPath" | "copyValue" | "copyEnv";

/** Messages from the page to the extension, in addition to those of every page. */
export type FromConfigurationPage =
	/** The page is ready: send everything. */
	| { readonly type: "ready" }
	/** The page has drawn partial content: send the rest. */
	| { readonly type: "drawn" }
	| { readonly type: "refresh" }
	/** Runs a command for the deployment. */
	| { readonly type: "run"; readonly command: PageCommand }
	| { readonly type: "copy"; readonly text: string }
	/** Copies a link that opens the editor at this option. */
	| { readonly type: "copyLink"; readonly id: string }
	| { readonly type: "openUrl"; readonly url: string }
	/** The button next to a problem was selected. */
	| { readonly type: "act" };
