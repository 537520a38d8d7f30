import type * as z from "zod/mini";
import type { Deployment } from "../deployments/deployment.ts";
import type { JsonObject } from "../base/json.ts";
import type { ComparedFile } from "../files/comparedFile.ts";
import { readInput, type InputFields } from "./readInput.ts";

/** The data and functions that tools can use. */
export interface ToolContext {
	/** The deployments that the user is signed in to, and the default one. */
	readonly deployments: {
		readonly list: readonly Deployment[];
		readonly active: Deployment | undefined;
	};
	/**
	 * Reads what a file of the workspace sets; undefined if it doesn't exist or can't be read.
	 *
	 * @param path the path relative to one of the workspace's folders
	 */
	readonly readFile: (path: string) => Promise<ComparedFile<Deployment> | undefined>;
	/** The unparsed value of `coderDeployment.mutedFindings`. */
	readonly mutedFindings: unknown;
	/** Returns the time in ms since the epoch. */
	readonly now: () => number;
	/** Aborted when the chat stops waiting. */
	readonly signal: AbortSignal;
}

/** A chat tool: parses its input and returns plain data. */
export interface Tool {
	readonly fields: InputFields;
	/** @throws Error with a sentence for the model about the expected input */
	readonly run: (input: unknown, context: ToolContext) => Promise<JsonObject>;
}

/** Creates a tool from its inputs, all of them optional, and its implementation. */
export function tool<F extends InputFields>(
	fields: F,
	run: (
		input: { readonly [K in keyof F]?: z.output<F[K]> | undefined },
		context: ToolContext,
	) => Promise<JsonObject>,
): Tool {
	return {
		fields,
		run: async (input, context) => run(readInput(fields, input), context),
	};
}
