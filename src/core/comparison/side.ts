import type { DeploymentOption } from "../coder/model.ts";

/** One side of a comparison: a configuration and its name. */
export interface Side {
	/** Such as the name of a deployment or file. */
	readonly name: string;
	/** Its source: an address, a path, or a time. */
	readonly detail?: string;
	/** The server's version, if known. */
	readonly version?: string;
	/** For a snapshot of a deployment: the deployment's name, and when it was taken. */
	readonly snapshot?: { readonly deployment: string; readonly moment: string };
	readonly options: readonly DeploymentOption[];
	/** Notes about this side, in sentences: what it can't report, what couldn't be parsed. */
	readonly notes?: readonly string[];
	/** The positions at which a file sets options, by option ID. */
	readonly places?: ReadonlyMap<string, FilePlace>;
}

/** A position in a file. */
export interface FilePlace {
	readonly uri: string;
	/** UTF-16 units from the start. */
	readonly from: number;
	readonly to: number;
}

/** Whether a side reports sources of values. False if the server is too old, or a file doesn't contain enough. */
export function reportsSources(options: readonly DeploymentOption[]): boolean {
	return options.some(({ valueSource }) => valueSource !== undefined);
}
