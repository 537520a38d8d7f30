import type { EndpointId } from "../coder/model.ts";
import type { ApiFailure } from "../http/failure.ts";

/** The command to run when a row is selected. */
export interface OutlineCommand {
	readonly id: string;
	readonly title: string;
	readonly arguments?: readonly unknown[];
}

/** The color of an icon, from VS Code's colors with these meanings. */
export type Tone = "good" | "warning" | "bad" | "muted";

/** A row of the tree, as data. `ui/overview/tree.ts` draws it. */
export interface OutlineNode {
	/** Like a path and unique in the tree, to preserve expansion and selection across refreshes. */
	readonly id: string;
	readonly label: string;
	readonly description?: string;
	/** The name of a codicon. */
	readonly icon?: string;
	readonly tone?: Tone;
	/** The paragraphs of the hover, as plain text. */
	readonly tooltip?: readonly string[];
	/** When this was learned, in ms since the epoch. The hover shows the age. */
	readonly at?: number;
	/** The text for screen readers; label and description if missing. */
	readonly spoken?: string;
	/** The text for "Copy Value". */
	readonly copy?: string;
	/** The address for "Open in Browser". */
	readonly url?: string;
	/** The endpoints that "Refresh" requests again. */
	readonly refreshes?: readonly EndpointId[];
	/** The deployment's key, on the deployment's own row. */
	readonly deployment?: string;
	/** The user isn't signed in to the deployment. */
	readonly signedOut?: boolean;
	/** Signing in again helps: the deployment's session has ended, or its token can't read anything. */
	readonly ended?: boolean;
	/** The rule of a finding, which can be muted. */
	readonly finding?: string;
	/** The rule of a muted finding, which can be unmuted. */
	readonly mutedFinding?: string;
	/** The URI of a file, which can be compared. */
	readonly file?: string;
	/** Why this account can't read the section. */
	readonly forbidden?: ApiFailure;
	/** The number that the row shows, by its name in samples. The hover shows its recent trend. */
	readonly trend?: string;
	/** More words for the `when` clauses in package.json. */
	readonly words?: readonly string[];
	readonly command?: OutlineCommand;
	readonly children?: readonly OutlineNode[];
	/** Initially expanded. VS Code remembers what the user expands or collapses. */
	readonly expanded?: boolean;
}

/** Returns a plain row: a name and a value that can be copied. */
export function valueRow(
	parent: string,
	name: string,
	label: string,
	value: string,
	more: Partial<OutlineNode> = {},
): OutlineNode {
	return { id: `${parent}/${name}`, label, description: value, copy: value, ...more };
}
