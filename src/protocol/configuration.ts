import type { PageCommand } from "../core/configuration/pageCommands.ts";
import type { ConfigView } from "../core/configuration/configView.ts";
import type { CopiedMessage, PageProblem } from "./page.ts";

/** Which deployment the page shows. */
export interface PanelDeployment {
	readonly key: string;
	readonly name: string;
	readonly url: string;
	/** The host and path of `url`, as people write it. */
	readonly host: string;
	readonly version?: string;
}

/** All that the page shows. Each message holds the whole of it, except a `partial` one: once that is drawn, the whole follows. */
export interface PanelContent {
	/** Missing while nobody is signed in. */
	readonly deployment?: PanelDeployment;
	readonly loading: boolean;
	/** With a `view` beside it: the view is what was read before. */
	readonly problem?: PageProblem;
	readonly view?: ConfigView;
	/** True while `view` is only the beginning: what fits into a window, which need not wait for the rest. */
	readonly partial?: true;
	/** Another number than before when `view` says something else; the page keeps its rows otherwise. */
	readonly revision: number;
	/** When `view` was read, in ms since the epoch. */
	readonly at?: number;
	/** True where a link to an option can be made. */
	readonly linkable: boolean;
}

/** What the extension says to the page. */
export type ToConfigurationPage =
	| { readonly type: "show"; readonly content: PanelContent }
	/** Brings one option into view and focuses it. */
	| { readonly type: "reveal"; readonly id: string }
	/** Copies something of an option, or a link to it, as its button does. */
	| { readonly type: "copyFrom"; readonly id: string; readonly target: CopyTarget | "link" }
	/** Puts a text into the search box. */
	| { readonly type: "search"; readonly query: string }
	| CopiedMessage;

/** What can be copied of an option. */
export type CopyTarget = "flag" | "shorthand" | "env" | "yamlPath" | "copyValue" | "copyEnv";

/** What the page says to the extension, besides what every page does. */
export type FromConfigurationPage =
	/** The page can hear now: send everything. */
	| { readonly type: "ready" }
	/** The page has painted partial content: send the rest. */
	| { readonly type: "drawn" }
	| { readonly type: "refresh" }
	/** Runs a command about the deployment. */
	| { readonly type: "run"; readonly command: PageCommand }
	| { readonly type: "copy"; readonly text: string }
	/** Copies a link that opens the editor at this option. */
	| { readonly type: "copyLink"; readonly id: string }
	| { readonly type: "openUrl"; readonly url: string }
	/** The button beside a problem. */
	| { readonly type: "act" };
