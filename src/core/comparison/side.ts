import type { DeploymentOption } from "../coder/model.ts";

/** One side of a comparison: a configuration, and what people call it. */
export interface Side {
	/** Such as a deployment's name or a file's. */
	readonly name: string;
	/** Where it comes from: an address, a path, a moment. */
	readonly detail?: string;
	/** The server's version, where it is known. */
	readonly version?: string;
	readonly options: readonly DeploymentOption[];
	/** What is to be known of this side, in sentences: what it cannot tell, what in it is not understood. */
	readonly notes?: readonly string[];
	/** Where a file sets an option, by the option's id. */
	readonly places?: ReadonlyMap<string, FilePlace>;
}

/** A place in a file. */
export interface FilePlace {
	readonly uri: string;
	/** UTF-16 units from the beginning. */
	readonly from: number;
	readonly to: number;
}

/** False where the server is too old, or a file too terse, to tell where values come from. */
export function tellsSources(options: readonly DeploymentOption[]): boolean {
	return options.some(({ valueSource }) => valueSource !== undefined);
}
