import type { Span } from "../../variables/forms/text.ts";

/** What is wrong with a configuration file. Offsets are UTF-16 units from the text's beginning. */
export interface ConfigProblem extends Span {
	/** Of the first three the server doesn't start; of `twice` it takes the last. */
	readonly kind: "syntax" | "unknown" | "refused" | "twice" | "deprecated";
	/** The key's path; empty for `syntax`. */
	readonly path: string;
	/** A sentence or two for people, without anything that the file says but keys. */
	readonly message: string;
}
