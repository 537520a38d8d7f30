import type { EndpointId } from "../coder/model.ts";
import type { ApiFailure } from "../http/failure.ts";

/** A command to run when a row is chosen. */
export interface OutlineCommand {
	readonly id: string;
	readonly title: string;
	readonly arguments?: readonly unknown[];
}

/** What colours an icon: VS Code's own colours for these meanings. */
export type Tone = "good" | "warning" | "bad" | "muted";

/** One row of the tree, as data. `ui/overview/tree.ts` draws it. */
export interface OutlineNode {
	/** Like a path and unique in the tree, so that expansion and selection survive a refresh. */
	readonly id: string;
	readonly label: string;
	readonly description?: string;
	/** A codicon's name. */
	readonly icon?: string;
	readonly tone?: Tone;
	/** What the hover explains, as plain paragraphs. */
	readonly tooltip?: readonly string[];
	/** When this was learned, in ms since the epoch; the hover tells the age. */
	readonly at?: number;
	/** What a screen reader says; label and description where missing. */
	readonly spoken?: string;
	/** What "Copy Value" copies. */
	readonly copy?: string;
	/** What "Open in Browser" opens. */
	readonly url?: string;
	/** What "Refresh" asks again. */
	readonly refreshes?: readonly EndpointId[];
	/** The key of the deployment, on the deployment's own row. */
	readonly deployment?: string;
	/** Nobody is signed in to the deployment. */
	readonly signedOut?: boolean;
	/** The deployment's session is over: it can be signed in to again. */
	readonly ended?: boolean;
	/** The rule that made a finding: it can be muted. */
	readonly finding?: string;
	/** The rule of a muted finding: it can be unmuted. */
	readonly mutedFinding?: string;
	/** The URI of a file: it can be compared. */
	readonly file?: string;
	/** Why nobody with this account can read the section. */
	readonly forbidden?: ApiFailure;
	/** The number of the statistics that the row shows, as samples name it: the hover tells how it went lately. */
	readonly trend?: string;
	/** More words for the `when` clauses of package.json. */
	readonly words?: readonly string[];
	readonly command?: OutlineCommand;
	readonly children?: readonly OutlineNode[];
	/** Open at first; what the user opens or closes later is VS Code's memory. */
	readonly expanded?: boolean;
}

/** A plain row: a name and its value, which can be copied. */
export function valueRow(
	parent: string,
	name: string,
	label: string,
	value: string,
	more: Partial<OutlineNode> = {},
): OutlineNode {
	return { id: `${parent}/${name}`, label, description: value, copy: value, ...more };
}
