import type { Span } from "../../variables/forms/text.ts";

/** A problem in a configuration file. Offsets are in UTF-16 units from the start of the text. */
export interface ConfigProblem extends Span {
	/** With any of the first three, the server doesn't start; with `twice`, it uses the last value. */
	readonly kind: "syntax" | "unknown" | "refused" | "twice" | "deprecated";
	/** The key's path; empty for `syntax`. */
	readonly path: string;
	/** One or two sentences for the user. Of the file's content, they contain only keys. */
	readonly message: string;
}
